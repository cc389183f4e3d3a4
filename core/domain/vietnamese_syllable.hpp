#pragma once

#include <string_view>

namespace core {

/// Whether a word is built as Vietnamese builds its syllables: `nguyễn`, `Hoà`, `QUỲNH`. Names of
/// other peoples and abbreviations need not be. Any text in UTF-8.
bool is_vietnamese_syllable(std::string_view word);

/// The same with its tone where the orthography puts it, by either custom: `hoà` and `hòa`, but not
/// `triú`. Hands slip, so this is for what a program has made only.
bool is_well_written_syllable(std::string_view word);

} // namespace core
