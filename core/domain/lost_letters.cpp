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
    constexpr std::size_t longest_syllable = 7; // nghiêng
    // Most words with such a sign are longer, as a form's `in_person`, and thirty tries are dear.
    if (stretch.before.size() + 1 + stretch.after.size() > longest_syllable) return false;
    return std::ranges::any_of(lost_letters, [&](char32_t letter) {
        return is_well_written_syllable(utf8_of(stretch.before + letter + stretch.after));
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

/// Whether letters of Latin-1 are all that is left of Vietnamese in the text: so it looks behind a
/// code page of the West. With any other letter of it nothing was lost.
bool is_left_by_latin_1(const Letters& text) {
    Letters others = text;
    std::ranges::replace(others, U'?', U' ');
    return std::ranges::none_of(text, is_vietnamese_beyond_latin_1) && reads_as_vietnamese(others);
}

/// A word that lost its end has no vowel left, `Th?`, unless the end had two: `Kho?`. A single
/// capital at the end may be somebody's "A or B?".
bool lost_its_end(const Letters& text, const Stretch& stretch) {
    if (!can_be_filled(stretch)) return false;
    if (std::ranges::any_of(stretch.before, is_vowel)) return is_left_by_latin_1(text);
    const bool in_capitals = std::ranges::none_of(text, is_plain_small);
    const bool is_word = std::ranges::any_of(stretch.before, is_plain_small) ||
                         (in_capitals && stretch.before.size() > 1);
    return is_word || !ends_text(text, stretch.end);
}

bool is_in_capitals(const Stretch& stretch) {
    const Letters word = stretch.before + stretch.after;
    return word.size() > 2 && std::ranges::none_of(word, is_plain_small);
}

bool is_lost_to_question_mark(const Letters& text, const Stretch& stretch) {
    const bool touches = !stretch.before.empty() || !stretch.after.empty();
    if (!touches) {
        const bool is_whole_text = stretch.size() == text.size();
        return stretch.size() > 1 && (is_whole_text || !ends_text(text, stretch.end));
    }
    if (stretch.after.empty()) return lost_its_end(text, stretch);
    if (is_of_address(text, stretch)) return false;
    // Between two whole words somebody left out the blank: `nào?tầng`.
    return !(is_vietnamese_syllable(utf8_of(stretch.before)) &&
             is_vietnamese_syllable(utf8_of(stretch.after)) && !can_be_filled(stretch));
}

/// Whether what stands around goes on with a digit, as the number of a form does: `Th_01`.
bool touches_digit(const Letters& text, const Stretch& stretch) {
    const std::size_t begin = stretch.begin - stretch.before.size();
    const std::size_t end = stretch.end + stretch.after.size();
    const auto is_digit_at = [&](std::size_t at) {
        return at < text.size() && text[at] >= U'0' && text[at] <= U'9';
    };
    return (begin > 0 && is_digit_at(begin - 1)) || is_digit_at(end);
}

/// How much tells that a letter was lost to it; two are enough.
enum Evidence { none = 0, some = 1, enough = 2 };

/// People write the sign between words, so only what it makes whole is believed: a word of one
/// syllable with a lost letter. A short one in capitals may be an abbreviation.
int lost_to_underscore(const Letters& text, const Stretch& stretch) {
    constexpr std::size_t shortest_in_capitals = 4;
    const Letters word = stretch.before + stretch.after;
    if (stretch.size() != 1 || word.empty() || touches_digit(text, stretch)) return none;
    const bool has_vowel = std::ranges::any_of(word, is_vowel);
    const bool is_inside = !stretch.before.empty() && !stretch.after.empty();
    const bool is_outside = !has_vowel && (stretch.after.empty() || stretch.after.size() > 1);
    if (!(is_inside || is_outside) || !can_be_filled(stretch)) return none;
    const bool is_word =
        std::ranges::any_of(word, is_plain_small) || word.size() >= shortest_in_capitals;
    return is_word ? enough : some;
}

/// Where somebody may also ask: behind a word and before the next one a question mark is his own.
int lost_beside_questions(const Letters& text, const Stretch& stretch) {
    const bool may_be_lost =
        stretch.size() <= 2 && !is_of_address(text, stretch) && can_be_filled(stretch);
    if (!may_be_lost) return none;
    if (stretch.after.empty()) {
        // `Th?`, `Ch?`; one letter may be a unit that is asked for, `m?`.
        const bool is_word =
            stretch.before.size() > 1 && std::ranges::none_of(stretch.before, is_vowel);
        return is_word && is_plain_small(stretch.before.back()) ? some : none;
    }
    const bool goes_on_small = small_of(stretch.after[0]) == stretch.after[0];
    if (!stretch.before.empty()) return goes_on_small || is_in_capitals(stretch) ? enough : none;
    if (!goes_on_small) return none; // `Nộp gì ?Ai nộp ?`
    return stretch.size() == 2 ? enough : some;
}

/// `V? ?`, `L? ?`: several signs, and no vowel among the letters that are left.
bool is_without_vowels(const Letters& text) {
    bool has_letter = false;
    std::size_t signs = 0;
    for (const char32_t letter : text) {
        if (letter == U'?') {
            ++signs;
        } else if (is_letter(letter)) {
            if (is_vowel(letter)) return false;
            has_letter = true;
        } else if (!is_blank(letter)) {
            return false;
        }
    }
    return signs > 1 && (has_letter || text.find(U' ') != Letters::npos);
}

} // namespace

bool has_surely_lost_letters(const Letters& text) {
    int evidence = none;
    for (std::size_t at = text.find(U'?'); at != Letters::npos && evidence < enough;) {
        const Stretch stretch = stretch_at(text, at);
        evidence += lost_beside_questions(text, stretch);
        at = text.find(U'?', stretch.end);
    }
    return evidence >= enough;
}

bool has_lost_letters(const Letters& text) {
    if (is_without_vowels(text)) return true;
    int evidence = none;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == replacement) return true;
        if (text[at] != U'?' && text[at] != U'_') {
            ++at;
            continue;
        }
        const Stretch stretch = stretch_at(text, at);
        evidence += text[at] == U'_'                          ? lost_to_underscore(text, stretch)
                    : is_lost_to_question_mark(text, stretch) ? enough
                                                              : none;
        if (evidence >= enough) return true;
        at = stretch.end;
    }
    return false;
}

} // namespace core
