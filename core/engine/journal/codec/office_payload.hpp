#pragma once

#include "core/domain/office.hpp"
#include "core/domain/result.hpp"

#include <string>
#include <string_view>

namespace core {

/// How an office is stored, in its event and its row: the same office always gives the same text.
std::string office_to_json(const Office& office);

/// Reads what office_to_json() wrote.
Result<Office> office_from_json(std::string_view text);

} // namespace core
