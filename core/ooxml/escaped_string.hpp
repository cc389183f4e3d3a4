#pragma once

#include <string>

namespace ooxml {

/// A text of a workbook as people see it. Letters that XML cannot hold, or would change, stand in
/// it as `_x000B_`, a unit of UTF-16 in four hexadecimal digits, and a `_` before what only looks
/// so as `_x005F_` (ECMA-376 part 1, 22.9.2.19, ST_Xstring). Half of a pair is a replacement
/// character. Takes and gives UTF-8.
std::string decoded_string(std::string written);

} // namespace ooxml
