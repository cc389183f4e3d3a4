#pragma once

#include "core/engine/import/record_source.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// The name of a column as it is compared: `" Procedure Code"` is `procedure_code`. Empty for what
/// is no text, as broken UTF-8.
std::string header_name(std::string_view written);

/// A header is looked for in so many rows: people write titles above their tables.
inline constexpr std::size_t rows_looked_at_for_header = 50;

/// How many of the columns a row names, which may be their header; none where it cannot be read.
std::size_t columns_named(const TableRecord& row, const std::vector<std::string>& columns);

/// Nothing but blanks, also those that word processors leave, and letters that cannot be seen.
bool is_blank_text(std::string_view text);

} // namespace core
