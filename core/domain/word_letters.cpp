#include "core/domain/word_letters.hpp"

#include "core/domain/name_words.hpp"
#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"
#include "core/domain/vietnamese_syllable.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <string>

namespace core {

Letters letters_of(std::string_view text) {
    Letters letters;
    letters.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) letters += next_code_point(text, at);
    return letters;
}

std::string utf8_of(const Letters& letters) {
    std::string text;
    for (const char32_t letter : letters) {
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(letter), bytes.data());
        text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
    }
    return to_nfc(text);
}

bool is_letter(char32_t letter) {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(letter))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
        return true;
    default:
        return false;
    }
}

bool is_capital_letter(char32_t letter) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(letter)) == UTF8PROC_CATEGORY_LU;
}

char32_t capital_of(char32_t letter) {
    return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(letter)));
}

char32_t small_of(char32_t letter) {
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(letter)));
}

bool is_vietnamese_beyond_latin_1(char32_t letter) {
    // A, D, I, U with their marks, O and U with horns.
    constexpr std::array<char32_t, 12> single = {0x102, 0x103, 0x110, 0x111, 0x128, 0x129,
                                                 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0};
    return (letter >= 0x1EA0 && letter <= 0x1EF9) ||
           std::ranges::find(single, letter) != single.end();
}

bool may_stand_beside(const Letters& word) {
    constexpr std::size_t shortest_word = 2;
    return word.size() < shortest_word || std::ranges::none_of(word, is_plain_small) ||
           is_vietnamese_syllable(utf8_of(word));
}

namespace {

/// Whether each word fits, those with marks and those without, and there is one with marks.
template <typename MarkedFits, typename PlainFits>
bool all_fit(const Letters& text, MarkedFits marked_fits, PlainFits plain_fits) {
    bool has_marks = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size() && is_letter(text[at])) ++at;
        const Letters word = text.substr(begin, at - begin);
        if (at == begin) ++at;
        const bool is_marked = std::ranges::any_of(word, [](char32_t c) { return c >= 0x80; });
        has_marks = has_marks || is_marked;
        if (is_marked ? !marked_fits(word) : !plain_fits(word)) return false;
    }
    return has_marks;
}

bool may_be_of_anothers_name(const Letters& word) {
    const std::string written = utf8_of(word);
    return may_be_of_another_people(written) || may_be_long_name_of_another_people(written);
}

} // namespace

bool reads_as_vietnamese(const Letters& text) {
    return all_fit(
        text, [](const Letters& word) { return is_vietnamese_syllable(utf8_of(word)); },
        may_stand_beside);
}

bool reads_as_names_here(const Letters& text) {
    return all_fit(
        text,
        [](const Letters& word) {
            return is_vietnamese_syllable(utf8_of(word)) || may_be_of_anothers_name(word);
        },
        [](const Letters& word) {
            return may_stand_beside(word) || may_be_of_anothers_name(word);
        });
}

} // namespace core
