#pragma once

#include <string>

namespace reports {

/// A text as a workbook's cell holds it, with a mark where a letter could stand in no file.
///
/// Programs read `_x000B_` as the letter of that number (ECMA-376 part 1, 22.9.2.19): what only
/// looks so gets a `_x005F_` for its first sign, which the library that writes does not see to.
std::string workbook_text(const std::string& written);

} // namespace reports
