#pragma once

#include "core/domain/office.hpp"
#include "core/domain/result.hpp"

#include <string>
#include <string_view>

namespace core {

/// Reads `office.toml`. An error names the file, the line where it is known, and the key.
/// Keys this program does not know are passed over.
Result<Office> parse_office(std::string_view toml_text, std::string_view file_name);

/// How an office is stored: the same office always gives the same text.
std::string office_to_json(const Office& office);

/// Reads what office_to_json() wrote.
Result<Office> office_from_json(std::string_view text);

} // namespace core
