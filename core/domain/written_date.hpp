#pragma once

#include "core/domain/civil_time.hpp"

#include <chrono>
#include <cstddef>
#include <string_view>

namespace core {

/// A date as people and spreadsheets write it: `2023-01-03`, `2023/1/3`, or day, month and year,
/// `3/1/2023`, `03.01.2023`. The month first (`01/25/2023`) is refused by name: where both could be
/// meant nobody can tell, so a file in that order is refused as a whole. Years have four digits,
/// none before `earliest_year`. Midnight may stand behind it, as programs write it. Requires valid
/// UTF-8.
Result<Day> read_written_date(std::string_view text, int earliest_year = first_year);

/// Whether the whole text is a date as spreadsheets write one, of any year, with or without a time
/// behind it: where something else should stand. Requires valid UTF-8.
bool is_written_date(std::string_view text);

/// The same with a time of day behind it, `03/01/2023 08:12`, `8:12:30`, `8h12`, `2:30 CH`, or
/// before it, `8h12 ngày 03/01/2023`; or as parse_instant() takes it. A date alone is refused by
/// name: deadlines depend on the hour.
Result<Instant> read_written_instant(std::string_view text);

/// A time of day by itself: `15:00`, `9:00`, `15:00:00`, `15h`, `15h30`, `3:00 PM`. Requires valid
/// UTF-8.
Result<std::chrono::minutes> read_written_clock(std::string_view text);

/// Where the slash stands between the two instants of a pause, `A/B`, the second of which may be
/// missing: dates may have slashes of their own. npos without one. Requires valid UTF-8.
std::size_t slash_between(std::string_view text);

} // namespace core
