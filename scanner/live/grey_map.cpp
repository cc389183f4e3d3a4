#include "scanner/live/grey_map.hpp"

#include <algorithm>
#include <charconv>

namespace scanner {

namespace {

constexpr std::string_view blanks = " \t\r\n";

/// The next number of the head, past blanks and comments; -1 when there is none.
int take_number(std::string_view& bytes) {
    while (!bytes.empty()) {
        if (bytes[0] == '#') {
            bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size()));
        } else if (blanks.find(bytes[0]) != std::string_view::npos) {
            bytes.remove_prefix(1);
        } else {
            break;
        }
    }
    int number = -1;
    const auto read = std::from_chars(bytes.data(), bytes.data() + bytes.size(), number);
    if (read.ec != std::errc{}) return -1;
    bytes.remove_prefix(static_cast<std::size_t>(read.ptr - bytes.data()));
    return number;
}

} // namespace

std::optional<GreyMap> read_grey_map(std::string_view bytes) {
    if (!bytes.starts_with("P5")) return std::nullopt;
    bytes.remove_prefix(2);
    GreyMap map;
    map.width = take_number(bytes);
    map.height = take_number(bytes);
    if (take_number(bytes) != 255 || bytes.empty()) return std::nullopt;
    bytes.remove_prefix(1); // one blank, then pixels
    if (map.width < 1 || map.height < 1 || map.width > frame_limit_pixels / map.height)
        return std::nullopt;
    const auto size = static_cast<std::size_t>(map.width) * static_cast<std::size_t>(map.height);
    if (bytes.size() < size) return std::nullopt;
    map.pixels = bytes.substr(0, size);
    return map;
}

} // namespace scanner
