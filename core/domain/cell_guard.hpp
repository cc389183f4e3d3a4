#pragma once

#include <string>
#include <string_view>

namespace core {

/// A text as a cell of a spreadsheet that takes it for a text: one that begins with `=`, `+`, `-`,
/// `@`, a tab or CR would be computed as a formula, whatever it is, and gets a `'` before it.
std::string guarded_cell(std::string_view text);

/// The text that was guarded so; any other as it is.
std::string_view without_cell_guard(std::string_view cell);

} // namespace core
