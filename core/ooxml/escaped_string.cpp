#include "core/ooxml/escaped_string.hpp"

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

namespace ooxml {

namespace {

constexpr std::string_view begin_of_escape = "_x";
constexpr std::size_t digits = 4;
constexpr std::size_t escape_size = begin_of_escape.size() + digits + 1;
constexpr unsigned replacement = 0xFFFD;

std::optional<unsigned> unit_at(std::string_view text, std::size_t at) {
    const std::string_view escape = text.substr(at, escape_size);
    if (escape.size() < escape_size || !escape.starts_with(begin_of_escape) ||
        !escape.ends_with('_'))
        return std::nullopt;
    unsigned unit = 0;
    const char* from = escape.data() + begin_of_escape.size();
    const auto [end, error] = std::from_chars(from, from + digits, unit, 16);
    if (error != std::errc{} || end != from + digits) return std::nullopt;
    return unit;
}

bool is_high(unsigned unit) { return unit >= 0xD800 && unit <= 0xDBFF; }

bool is_low(unsigned unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

void append_utf8(std::string& text, unsigned letter) {
    const auto add = [&](unsigned byte) { text += static_cast<char>(byte); };
    const auto add_rest = [&](unsigned shift) { add(0x80 | ((letter >> shift) & 0x3F)); };
    if (letter < 0x80) {
        add(letter);
    } else if (letter < 0x800) {
        add(0xC0 | (letter >> 6));
        add_rest(0);
    } else if (letter < 0x10000) {
        add(0xE0 | (letter >> 12));
        add_rest(6);
        add_rest(0);
    } else {
        add(0xF0 | (letter >> 18));
        add_rest(12);
        add_rest(6);
        add_rest(0);
    }
}

} // namespace

std::string decoded_string(std::string written) {
    std::size_t escape = written.find(begin_of_escape);
    if (escape == std::string::npos) return written; // nearly every text
    const std::string_view text = written;
    std::string decoded;
    std::size_t at = 0;
    for (; escape != std::string::npos; escape = text.find(begin_of_escape, at)) {
        const auto unit = unit_at(text, escape);
        if (!unit) {
            decoded += text.substr(at, escape + 1 - at);
            at = escape + 1;
            continue;
        }
        decoded += text.substr(at, escape - at);
        at = escape + escape_size;
        const auto next = is_high(*unit) ? unit_at(text, at) : std::nullopt;
        if (next && is_low(*next)) {
            append_utf8(decoded, 0x10000 + ((*unit - 0xD800) << 10) + (*next - 0xDC00));
            at += escape_size;
        } else {
            append_utf8(decoded, is_high(*unit) || is_low(*unit) ? replacement : *unit);
        }
    }
    return decoded += text.substr(at);
}

} // namespace ooxml
