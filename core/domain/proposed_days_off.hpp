#pragma once

#include "core/domain/enum_text.hpp"
#include "core/domain/message.hpp"
#include "core/domain/office.hpp"
#include "core/domain/result.hpp"
#include "core/domain/working_calendar.hpp"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace core {

/// The day off beside the National Day: the Government chooses it each year.
enum class NationalDaySide { before, after };

inline constexpr auto national_day_sides = enum_text<NationalDaySide>(
    "national_day_side", {{NationalDaySide::before, "before"}, {NationalDaySide::after, "after"}});

constexpr std::string_view to_text(NationalDaySide side) { return national_day_sides.text(side); }

/// Of the five days off of the lunar new year, how many lie before its first day: likewise chosen.
enum class NewYearEve { one_day, two_days };

inline constexpr auto new_year_eves = enum_text<NewYearEve>(
    "new_year_eve", {{NewYearEve::one_day, "one_day"}, {NewYearEve::two_days, "two_days"}});

constexpr std::string_view to_text(NewYearEve eve) { return new_year_eves.text(eve); }

/// What the law leaves to the Government; where nothing is said, what is likely.
struct DaysOffChoice {
    std::optional<NewYearEve> new_year_eve;           ///< none: one day
    std::optional<NationalDaySide> national_day_side; ///< none: the side that makes the longer rest
};

/// A row of calendar.csv.
struct ProposedDay {
    Day day;
    Message name; ///< said in the office's language it is the row's name
    DayKind kind = DayKind::holiday;
};

struct ProposedYear {
    std::vector<ProposedDay> days; ///< by date, each once
    NewYearEve new_year_eve{};     ///< as proposed
    NationalDaySide national_day_side{};
};

/// The days off of a year by law (law.md §1): the fixed days, those of the lunar calendar, and for
/// each that falls on a day without sessions of the week the next working day. A proposal for
/// people to look at, which nothing takes by itself: which days are swapped the Government tells.
/// Refused, as invalid input about `year`, for a year beyond the table of lunar dates.
Result<ProposedYear> propose_days_off(std::chrono::year year,
                                      const WeekSessions& week,
                                      const DaysOffChoice& choice = {});

} // namespace core
