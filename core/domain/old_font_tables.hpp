#pragma once

#include "core/domain/word_letters.hpp"

#include <string_view>

namespace core {

// What old fonts and code pages of Vietnamese have at the places of Latin letters. Letters that one
// has none of its own for stay as they are.

/// Of .VnTime and its like (TCVN 5712:1993), one byte for each letter.
Letters from_tcvn3(const Letters& word);

/// Whether TCVN3 has one code for the capital and the small letter: those with a tone.
constexpr bool has_no_case_in_tcvn3(char32_t letter) { return letter >= 0xB5 && letter <= 0xFE; }

constexpr bool is_small_in_tcvn3(char32_t letter) {
    return is_plain_small(letter) || (letter >= 0xA8 && letter <= 0xAE);
}

/// Of VNI-Times and its like: a vowel, and behind it a letter for its marks. A word with a letter
/// that they have not was written otherwise, and stays.
Letters from_vni(const Letters& word);

/// Combining marks that a small letter of VNI puts on the vowel before it; empty for others.
std::u32string_view marks_of_vni(char32_t letter);

/// Of Windows' code page 1258, which has the tones as combining marks.
Letters from_windows_1258(const Letters& word);

} // namespace core
