#pragma once

#include <string_view>

namespace core {

/// Whether a word is built as Vietnamese builds its syllables: `nguyễn`, `Hoà`, `QUỲNH`. Names of
/// other peoples and abbreviations need not be. Any text in UTF-8.
bool is_vietnamese_syllable(std::string_view word);

} // namespace core
