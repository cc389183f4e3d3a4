#pragma once

#include "core/domain/enum_text.hpp"

#include <optional>
#include <string_view>

namespace core {

/// What somebody may do who logs in.
enum class Role { officer, specialist, chairman, admin };

inline constexpr auto roles = enum_text<Role>("role",
                                              {{Role::officer, "officer"},
                                               {Role::specialist, "specialist"},
                                               {Role::chairman, "chairman"},
                                               {Role::admin, "admin"}});

constexpr std::string_view to_text(Role role) { return roles.text(role); }

constexpr std::optional<Role> parse_role(std::string_view text) { return roles.parse(text); }

/// A machine of the room.
enum class DeviceKind { kiosk, board, counter };

inline constexpr auto device_kinds = enum_text<DeviceKind>(
    "device_kind",
    {{DeviceKind::kiosk, "kiosk"}, {DeviceKind::board, "board"}, {DeviceKind::counter, "counter"}});

constexpr std::string_view to_text(DeviceKind kind) { return device_kinds.text(kind); }

constexpr std::optional<DeviceKind> parse_device_kind(std::string_view text) {
    return device_kinds.parse(text);
}

/// How far a machine has come.
enum class DeviceState {
    waiting,  ///< for its one-time code
    enrolled, ///< it has its key
    revoked
};

inline constexpr auto device_states = enum_text<DeviceState>("device_state",
                                                             {{DeviceState::waiting, "waiting"},
                                                              {DeviceState::enrolled, "enrolled"},
                                                              {DeviceState::revoked, "revoked"}});

constexpr std::string_view to_text(DeviceState state) { return device_states.text(state); }

} // namespace core
