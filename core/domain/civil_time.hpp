#pragma once

#include "core/domain/instant.hpp"
#include "core/domain/result.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace core {

/// Office time is Asia/Ho_Chi_Minh, +07:00 the year round (law.md §1).
inline constexpr std::chrono::hours office_utc_offset{7};

inline constexpr const char* office_timezone = "Asia/Ho_Chi_Minh";

LocalTime to_local(Instant instant);
Instant to_instant(LocalTime time);
Day local_date(Instant instant);

/// The hour that the office's clock shows, 0 to 23.
int hour_of(LocalTime time);

/// Days since 1970-01-01: how a date is stored and counted.
int day_number(Day day);
Day day_from_number(int number);

/// The years a date may have; a date outside them is a typing error.
inline constexpr int first_year = 1970;
inline constexpr int last_year = 2149;

/// `YYYY-MM-DD`. Refuses a date that does not exist, or whose year is out of bounds: people are
/// born before the office's records begin.
Result<Day> parse_date(std::string_view text, int earliest_year = first_year);

/// `YYYY-MM`: the month's first day; none for anything else.
std::optional<Day> parse_month(std::string_view text);

/// The last day of the month that the day is in.
Day end_of_month(Day day);

/// `YYYY-MM-DDTHH:MM[:SS[.fraction]]` with `Z`, `+07:00` or, for office time, nothing.
/// The fraction is dropped. Refuses an instant that does not exist.
Result<Instant> parse_instant(std::string_view text);

/// `HH:MM` of a day, 00:00 to 23:59.
Result<std::chrono::minutes> parse_clock(std::string_view text);

std::string format_date(Day day);

/// `2023-01-03T08:12:00+07:00`
std::string format_instant(Instant instant);

/// `08:12`
std::string format_clock(std::chrono::minutes time);

/// `2023-01`
std::string format_month(Day day);

/// `03/01/2023`, for people.
std::string show_date(Day day);

/// `08:12 03/01/2023`, for people.
std::string show_instant(Instant instant);

/// Of the vocabulary `weekday`, Monday first.
inline constexpr std::array<std::string_view, 7> weekday_names = {"mon", "tue", "wed", "thu",
                                                                  "fri", "sat", "sun"};

/// `tue`
std::string_view weekday_name(Day day);

} // namespace core
