#include "core/domain/text.hpp"

#include "core/domain/folded_key.hpp"

#include <algorithm>
#include <cassert>

namespace core {

namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::size_t digits_of_a_group = 3;

bool is_ascii_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

} // namespace

std::string_view trimmed(std::string_view text) {
    for (;;) {
        if (text.starts_with(no_break_space)) {
            text.remove_prefix(no_break_space.size());
        } else if (!text.empty() && is_ascii_space(text.front())) {
            text.remove_prefix(1);
        } else if (text.ends_with(no_break_space)) {
            text.remove_suffix(no_break_space.size());
        } else if (!text.empty() && is_ascii_space(text.back())) {
            text.remove_suffix(1);
        } else {
            return text;
        }
    }
}

std::string trim(std::string_view text) { return std::string(trimmed(text)); }

std::vector<std::string> split_list(std::string_view text, char separator) {
    std::vector<std::string> items;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find(separator, from), text.size());
        const std::string_view item = trimmed(text.substr(from, to - from));
        if (!item.empty() && !shows_nothing(item)) items.emplace_back(item);
        from = to + 1;
    }
    return items;
}

bool has_control_characters(std::string_view text) {
    assert(is_utf8(text));
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x20 || byte == 0x7F) return true;
        // U+0080..U+009F are C2 80..C2 9F.
        if (byte == 0xC2 && static_cast<unsigned char>(text[at + 1]) < 0xA0) return true;
    }
    return false;
}

std::string show_count(std::int64_t count) {
    std::string digits = std::to_string(count);
    const std::size_t first = count < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + digits_of_a_group;) {
        at -= digits_of_a_group;
        digits.insert(at, 1, '.');
    }
    return digits;
}

std::string csv_field(std::string_view text) {
    const bool needs_quotes =
        text.find_first_of(",\"\r\n") != std::string_view::npos || text.starts_with("\xEF\xBB\xBF");
    if (!needs_quotes) return std::string(text);
    std::string field = "\"";
    for (const char c : text) {
        if (c == '"') field += '"';
        field += c;
    }
    field += '"';
    return field;
}

} // namespace core
