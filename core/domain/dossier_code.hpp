#pragma once

#include "core/domain/civil_time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace core {

/// `000.00.18.H55-230103-0001`: agency, date of receipt, a number from 0001 each day without gap
/// or repeat, wider than four digits after 9999 (law.md §4).
std::string make_dossier_code(std::string_view agency_code, Day received, int number);

/// What a code says when it is of this agency's own series; an imported one may be anything.
struct DossierCodeParts {
    Day received;
    int number = 0;
};

std::optional<DossierCodeParts> parse_dossier_code(std::string_view agency_code,
                                                   std::string_view code);

} // namespace core
