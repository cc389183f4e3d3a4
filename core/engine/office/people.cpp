#include "core/engine/office/people.hpp"

#include "core/domain/enum_text.hpp"

namespace core {

namespace {

constexpr auto role_words = enum_text<Role>({{Role::officer, "officer"},
                                             {Role::specialist, "specialist"},
                                             {Role::chairman, "chairman"},
                                             {Role::admin, "admin"}});
constexpr auto device_words = enum_text<DeviceKind>(
    {{DeviceKind::kiosk, "kiosk"}, {DeviceKind::board, "board"}, {DeviceKind::counter, "counter"}});

} // namespace

std::string_view to_text(Role role) { return role_words.text(role); }

std::optional<Role> parse_role(std::string_view text) { return role_words.parse(text); }

std::string_view to_text(DeviceKind kind) { return device_words.text(kind); }

std::optional<DeviceKind> parse_device_kind(std::string_view text) {
    return device_words.parse(text);
}

} // namespace core
