#pragma once

#include <string>
#include <string_view>

namespace core {

/// The name of a column as it is compared: `" Procedure Code"` is `procedure_code`. Empty for what
/// is no text, as broken UTF-8.
std::string header_name(std::string_view written);

/// Nothing but blanks, also those that word processors leave, and letters that cannot be seen.
bool is_blank_text(std::string_view text);

} // namespace core
