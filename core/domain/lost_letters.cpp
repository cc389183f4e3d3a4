#include "core/domain/lost_letters.hpp"

#include "core/domain/vietnamese_syllable.hpp"

#include <algorithm>
#include <string_view>

namespace core {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// One of each that can be lost, and of each vowel two tones: those of `a`, `o` with its marks, ...
constexpr std::u32string_view lost_letters =
    U"\u00E0\u1EA1\u0103\u1EB1\u1EB7\u00E2\u1EA7\u1EAD\u0111\u00E8\u1EB9\u00EA\u1EC1\u1EC7\u00EC"
    U"\u1ECB\u00F2\u1ECD\u00F4\u1ED3\u1ED9\u01A1\u1EDD\u1EE3\u00F9\u1EE5\u01B0\u1EEB\u1EF1\u1EF3"
    U"\u1EF5";

bool is_vowel(char32_t letter) {
    constexpr std::u32string_view plain = U"aeiouyAEIOUY";
    const bool is_consonant = letter < 0x80 || letter == 0x110 || letter == 0x111;
    return !is_consonant || plain.find(letter) != std::u32string_view::npos;
}

bool is_blank(char32_t letter) { return letter == U' ' || letter == 0xA0; }

/// A stretch of one sign, and the words that it touches.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
    Letters before; ///< letters right before it
    Letters after;

    std::size_t size() const { return end - begin; }
};

Stretch stretch_at(const Letters& text, std::size_t at) {
    Stretch stretch{at, at, {}, {}};
    while (stretch.end < text.size() && text[stretch.end] == text[at]) ++stretch.end;
    std::size_t from = at;
    while (from > 0 && is_letter(text[from - 1])) --from;
    std::size_t to = stretch.end;
    while (to < text.size() && is_letter(text[to])) ++to;
    stretch.before = text.substr(from, at - from);
    stretch.after = text.substr(stretch.end, to - stretch.end);
    return stretch;
}

/// Whether a letter of Vietnamese in its place makes a syllable of what stands around.
bool can_be_filled(const Stretch& stretch) {
    return std::ranges::any_of(lost_letters, [&](char32_t letter) {
        return is_vietnamese_syllable(utf8_of(stretch.before + letter + stretch.after));
    });
}

/// Within an address of the web, or of a file, signs are its own.
bool is_of_address(const Letters& text, const Stretch& stretch) {
    std::size_t from = stretch.begin;
    while (from > 0 && !is_blank(text[from - 1])) --from;
    const std::size_t to = std::min(text.find(U' ', stretch.end), text.size());
    return text.substr(from, to - from).find_first_of(U"/=\\") != Letters::npos;
}

bool ends_text(const Letters& text, std::size_t at) {
    return std::none_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_letter);
}

/// A word that lost its end has no vowel left. `Th?` is one anywhere; a single capital at the end
/// may be somebody's "A or B?".
bool lost_its_end(const Letters& text, const Stretch& stretch) {
    if (std::ranges::any_of(stretch.before, is_vowel) || !can_be_filled(stretch)) return false;
    const bool is_word = std::ranges::any_of(stretch.before, is_plain_small);
    return is_word || !ends_text(text, stretch.end);
}

bool is_lost_to_question_mark(const Letters& text, const Stretch& stretch) {
    const bool touches = !stretch.before.empty() || !stretch.after.empty();
    if (!touches) {
        const bool is_whole_text = stretch.size() == text.size();
        return stretch.size() > 1 && (is_whole_text || !ends_text(text, stretch.end));
    }
    if (stretch.after.empty()) return lost_its_end(text, stretch);
    return !is_of_address(text, stretch);
}

/// People write the sign between words, so only what it makes whole is believed: a word of one
/// syllable with a lost letter.
bool is_lost_to_underscore(const Stretch& stretch) {
    constexpr std::size_t shortest_in_capitals = 4;
    const Letters word = stretch.before + stretch.after;
    const bool is_shown =
        std::ranges::any_of(word, is_plain_small) || word.size() >= shortest_in_capitals;
    if (stretch.size() != 1 || word.empty() || !is_shown) return false;
    const bool has_vowel = std::ranges::any_of(word, is_vowel);
    const bool is_inside = !stretch.before.empty() && !stretch.after.empty();
    return (is_inside || !has_vowel) && can_be_filled(stretch);
}

} // namespace

bool has_lost_letters(const Letters& text) {
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == replacement) return true;
        if (text[at] != U'?' && text[at] != U'_') {
            ++at;
            continue;
        }
        const Stretch stretch = stretch_at(text, at);
        const bool is_lost = text[at] == U'?' ? is_lost_to_question_mark(text, stretch)
                                              : is_lost_to_underscore(stretch);
        if (is_lost) return true;
        at = stretch.end;
    }
    return false;
}

} // namespace core
