#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace core {

// Texts letter by letter, for those who look into damaged ones (field_damage.hpp).

using Letters = std::u32string;

/// Requires valid UTF-8.
Letters letters_of(std::string_view text);

/// In NFC.
std::string utf8_of(const Letters& letters);

/// A letter of any script, or a mark upon one.
bool is_letter(char32_t letter);

bool is_capital_letter(char32_t letter);
char32_t capital_of(char32_t letter);
char32_t small_of(char32_t letter);

constexpr bool is_plain_capital(char32_t c) { return c >= U'A' && c <= U'Z'; }

constexpr bool is_plain_small(char32_t c) { return c >= U'a' && c <= U'z'; }

constexpr bool is_plain_letter(char32_t c) { return is_plain_capital(c) || is_plain_small(c); }

/// Whether it is a letter of Vietnamese that Latin-1 has not: no text that went through a code page
/// of the West has one.
bool is_vietnamese_beyond_latin_1(char32_t letter);

/// Whether a word without marks may be in a Vietnamese name: a syllable, or an abbreviation. Where
/// there is another one the name is foreign, and its odd letters are its own.
bool may_stand_beside(const Letters& word);

/// Whether each word with marks is a Vietnamese syllable, there is one, and the others may stand
/// beside.
bool reads_as_vietnamese(const Letters& text);

/// The same where words may be of another people's name too: for what is damaged beyond doubt when
/// it reads so.
bool reads_as_names_here(const Letters& text);

/// Lines and blocks of the code pages of DOS: in a name, what was UTF-8, whatever it was.
constexpr bool draws_boxes(char32_t letter) { return letter >= 0x2500 && letter <= 0x259F; }

} // namespace core
