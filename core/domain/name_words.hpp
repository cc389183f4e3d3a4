#pragma once

#include <string_view>

namespace core {

// What names here are made of. Neither refuses anybody: they tell whether the reading of a damaged
// name is believable (old_fonts.hpp).

/// Whether a word is built as those of the country's other peoples are, in the letters that their
/// names have on papers: `Niê`, `Mlô`, `Kbuôr`, `Êban`, `Ksor`, also without marks. The sounds are
/// many, so other short words fit too; words of Europe mostly do not. Any text in UTF-8.
bool may_be_of_another_people(std::string_view word);

/// The same of two or three syllables written as one word: `Chamaléa`, `Katơr`. Many words of
/// Europe fit too.
bool may_be_long_name_of_another_people(std::string_view word);

/// Whether it is one of the words that many names have, in any case: `Hùng`, `Thị`, `Niê`. No list
/// of all of them. Any text in UTF-8.
bool is_frequent_in_names(std::string_view word);

} // namespace core
