#pragma once

#include "core/domain/enum_text.hpp"

#include <cstddef>
#include <string_view>

namespace core {

/// What a machine of the room tells of, each with how it fares: a printer by its PrinterHealth, the
/// others by their Presence.
enum class DevicePart { printer, scanner, folder, page };

inline constexpr auto device_parts = enum_text<DevicePart>("device_part",
                                                           {{DevicePart::printer, "printer"},
                                                            {DevicePart::scanner, "scanner"},
                                                            {DevicePart::folder, "folder"},
                                                            {DevicePart::page, "page"}});

constexpr std::string_view to_text(DevicePart part) { return device_parts.text(part); }

/// Whether a scanner, a folder or a page is there.
enum class Presence {
    ok,
    missing, ///< it is set, and cannot be reached
    none     ///< none is set
};

inline constexpr auto presences = enum_text<Presence>(
    "presence", {{Presence::ok, "ok"}, {Presence::missing, "missing"}, {Presence::none, "none"}});

constexpr std::string_view to_text(Presence presence) { return presences.text(presence); }

/// Of something that is set.
constexpr Presence presence_of(bool is_there) {
    return is_there ? Presence::ok : Presence::missing;
}

// What a machine may tell of itself at once: more is refused.
inline constexpr std::size_t most_device_parts = 16;
inline constexpr std::size_t longest_part_word = 64;  ///< bytes of a part's name and state
inline constexpr std::size_t longest_part_text = 200; ///< bytes of a part's sentence

} // namespace core
