#pragma once

#include "core/domain/civil_time.hpp"
#include "core/domain/enum_text.hpp"
#include "core/domain/failure.hpp"
#include "core/domain/office.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace core {

enum class DayKind { holiday, working };

inline constexpr auto day_kinds =
    enum_text<DayKind>("day_kind", {{DayKind::holiday, "holiday"}, {DayKind::working, "working"}});

/// One row of calendar.csv: a day that differs from its weekday.
struct CalendarDay {
    DayKind kind = DayKind::holiday;
    std::string name;

    bool operator==(const CalendarDay&) const = default;
};

constexpr std::string_view to_text(DayKind kind) { return day_kinds.text(kind); }

constexpr std::optional<DayKind> parse_day_kind(std::string_view text) {
    return day_kinds.parse(text);
}

using CalendarDays = std::map<Day, CalendarDay>;

/// The sessions of a day by the hours of a week: a holiday has none, a made-up working day has
/// Monday's. They stay in `week`.
const std::vector<WorkingSession>&
sessions_on(Day day, const WeekSessions& week, const CalendarDays& special);

/// Whether the session is on at a time of its day: its start belongs to it, its end does not.
constexpr bool contains(const WorkingSession& session, std::chrono::seconds since_midnight) {
    return session.from <= since_midnight && since_midnight < session.to;
}

/// A date so far away that the calendar does not reach it: a mistyped duration or pause.
class BeyondCalendar : public Failure {
    using Failure::Failure;
};

/// The sessions in which the office works, and counting in them (law.md §1).
///
/// All questions are answered from sums made once in the constructor, so a deadline costs the same
/// however long it is.
/// Immutable after construction: may be read from many threads.
class WorkingCalendar {
public:
    /// Requires at least one session in the week (the office file is refused otherwise).
    WorkingCalendar(WeekSessions week, CalendarDays days);

    const WeekSessions& week() const { return week_; }

    const CalendarDays& special_days() const { return days_; }

    /// The sessions of the day, in order; empty on a day off.
    const std::vector<WorkingSession>& sessions(Day day) const;

    bool is_working_day(Day day) const { return !sessions(day).empty(); }

    /// The last session's end, or the first one's. Require a working day.
    LocalTime close(Day day) const;
    LocalTime first_session_end(Day day) const;

    /// The instant of receipt, or the start of the next working session when it is outside one.
    LocalTime effective_receipt(LocalTime received) const;

    /// The first working day on or after `day`.
    Day working_day_from(Day day) const;

    /// The n-th working day after `day`, which need not be one itself; n >= 0, and 0 is `day`.
    Day nth_working_day_after(Day day, int n) const;

    /// How many working days lie in [from, until); 0 when until <= from.
    int working_days_between(Day from, Day until) const;

    /// Working time in [from, until); 0 when until <= from.
    std::chrono::seconds working_time_between(LocalTime from, LocalTime until) const;

    /// The earliest moment at which `amount` of working time has passed since `from`.
    LocalTime add_working_time(LocalTime from, std::chrono::seconds amount) const;

    /// The holiday's name, as the office gave it; empty for a day that is none.
    std::string holiday(Day day) const;

    /// Whether the days off of the year are known: a year without a single holiday is one that
    /// nobody has entered yet, for 01/01 is a day off by law in every year (law.md §1).
    bool is_loaded(std::chrono::year year) const;

    /// The years from that of `first` to that of `last` that are not loaded, in order.
    std::vector<std::chrono::year> years_not_loaded(Day first, Day last) const;

private:
    int index(Day day) const;
    std::int64_t worked_until(LocalTime time) const;

    WeekSessions week_;
    CalendarDays days_;
    std::vector<std::int32_t> working_days_before_; // by day index
    std::vector<std::int32_t> working_day_index_;   // the k-th working day's index
    std::vector<std::int64_t> seconds_before_;      // working seconds before the day
    std::vector<std::chrono::year> loaded_years_;   // in order, once each
};

/// The dates of a year on which the office does not work, in order: weekends and holidays.
std::vector<Day> days_off(const WorkingCalendar& calendar, std::chrono::year year);

/// How many dates of a year it works on.
int working_days_of(const WorkingCalendar& calendar, std::chrono::year year);

} // namespace core
