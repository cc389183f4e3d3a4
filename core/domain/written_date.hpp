#pragma once

#include "core/domain/civil_time.hpp"

#include <string_view>

namespace core {

/// A date as people and spreadsheets write it: `2023-01-03`, or day, month and year, `3/1/2023`,
/// `03.01.2023`. The month first (`01/25/2023`) is refused by name: where both could be meant
/// nobody can tell, so a file in that order is refused as a whole. Years have four digits, none
/// before `earliest_year`. Requires valid UTF-8.
Result<Day> read_written_date(std::string_view text, int earliest_year = first_year);

/// The same with a time of day behind it, `03/01/2023 08:12` or `8:12:30`; or as parse_instant()
/// takes it.
Result<Instant> read_written_instant(std::string_view text);

} // namespace core
