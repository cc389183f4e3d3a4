// Texts are mostly fit, so they are passed over by bytes first: only a control character or one of
// a few first bytes of UTF-8 can begin an unfit letter, and no letter of Vietnamese begins with
// those.

#include "core/domain/letters.hpp"

#include "core/domain/utf8.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdio>

namespace core {

namespace {

constexpr std::array<bool, 256> first_bytes_of_unfit() {
    std::array<bool, 256> set{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) set[byte] = true;
    set[0x7F] = true;
    set[0xC2] = true; // U+0080..U+009F, and the no-break space
    set[0xE2] = true; // U+2028..U+202E, U+2066..U+2069, and dashes
    set[0xEF] = true; // U+FDD0..U+FDEF, U+FFF9..U+FFFF, and full width
    for (std::size_t byte = 0xF0; byte < 256; ++byte) set[byte] = true; // U+1FFFE, ...
    return set;
}

constexpr std::array<bool, 256> may_begin_unfit = first_bytes_of_unfit();

bool is_in(char32_t letter, char32_t low, char32_t high) { return letter >= low && letter <= high; }

std::optional<UnfitKind> unfit_kind(char32_t letter, LineEnds line_ends) {
    if ((letter == U'\n' || letter == U'\t') && line_ends == LineEnds::kept) return std::nullopt;
    if (letter < 0x20 || is_in(letter, 0x7F, 0x9F)) return UnfitKind::control;
    if ((letter & 0xFFFE) == 0xFFFE || is_in(letter, 0xFDD0, 0xFDEF))
        return UnfitKind::noncharacter;
    // Embeddings and overrides, and the isolates that came after them.
    if (is_in(letter, 0x202A, 0x202E) || is_in(letter, 0x2066, 0x2069)) return UnfitKind::direction;
    if (letter == 0x2028 || letter == 0x2029) return UnfitKind::line_separator;
    if (is_in(letter, 0xFFF9, 0xFFFD)) return UnfitKind::placeholder;
    return std::nullopt;
}

} // namespace

std::optional<UnfitLetter> find_unfit_letter(std::string_view text, LineEnds line_ends) {
    assert(is_utf8(text));
    for (std::size_t at = 0; at < text.size();) {
        if (!may_begin_unfit[static_cast<unsigned char>(text[at])]) {
            ++at;
            continue;
        }
        const std::size_t from = at;
        const char32_t letter = next_code_point(text, at);
        if (const auto kind = unfit_kind(letter, line_ends))
            return UnfitLetter{letter, *kind, count_letters(text.substr(0, from)) + 1};
    }
    return std::nullopt;
}

std::string name_of_letter(char32_t letter) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "U+%04X", static_cast<unsigned>(letter));
    return text.data();
}

Message told(const UnfitLetter& unfit) {
    return {"field-letter-unfit",
            {{"letter", name_of_letter(unfit.letter)},
             {"kind", Term{"unfit_letter", std::string(unfit_kinds.text(unfit.kind))}},
             {"place", static_cast<std::int64_t>(unfit.place)}}};
}

std::string with_plain_line_ends(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
        plain += c == '\r' || c == '\v' || c == '\f' ? '\n' : c;
    }
    return plain;
}

std::string in_one_line(std::string_view text) {
    // Tab, line feed, vertical tab, form feed, carriage return: 9 to 13.
    if (std::ranges::none_of(text, [](char c) { return c >= '\t' && c <= '\r'; }))
        return std::string(text);
    std::string line = with_plain_line_ends(text);
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return line;
}

std::string with_unfit_marked(std::string_view text) {
    std::string marked;
    marked.reserve(text.size());
    while (!text.empty()) {
        const std::string_view sound = text.substr(0, find_broken_utf8(text).value_or(text.size()));
        for (std::size_t at = 0; at < sound.size();) {
            const std::size_t from = at;
            const char32_t letter = next_code_point(sound, at);
            if (unfit_kind(letter, LineEnds::kept)) {
                marked += unfit_mark;
            } else {
                marked += sound.substr(from, at - from);
            }
        }
        text.remove_prefix(sound.size());
        if (text.empty()) break;
        marked += unfit_mark;
        text.remove_prefix(1);
    }
    return marked;
}

} // namespace core
