#pragma once

#include "core/domain/office.hpp"
#include "core/domain/result.hpp"

#include <string_view>

namespace core {

/// Reads `office.toml`. An error names the file, the line where it is known, and the key.
/// Keys this program does not know are passed over. A counter without a name has an empty one.
Result<Office> parse_office(std::string_view toml_text, std::string_view file_name);

} // namespace core
