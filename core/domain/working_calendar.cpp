#include "core/domain/working_calendar.hpp"

#include <algorithm>
#include <cassert>

namespace core {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::seconds;

namespace {

// Fifty years more than a date may be typed, so that a deadline always finds its day.
constexpr int years_of_slack = 50;

const Day first_day{std::chrono::year{first_year} / 1 / 1};
const Day end_day{std::chrono::year{last_year + years_of_slack} / 1 / 1};

const std::vector<WorkingSession> no_session;

std::size_t monday_based(Day day) { return std::chrono::weekday{day}.iso_encoding() - 1; }

std::int64_t length(const WorkingSession& session) {
    return seconds{session.to - session.from}.count();
}

std::chrono::year civil_year(Day day) { return std::chrono::year_month_day(day).year(); }

std::vector<std::chrono::year> years_with_a_holiday(const CalendarDays& special) {
    std::vector<std::chrono::year> years;
    for (const auto& [day, kind_and_name] : special) {
        if (kind_and_name.kind != DayKind::holiday) continue;
        if (years.empty() || years.back() != civil_year(day)) years.push_back(civil_year(day));
    }
    return years;
}

} // namespace

const std::vector<WorkingSession>&
sessions_on(Day day, const WeekSessions& week, const CalendarDays& special) {
    const auto found = special.empty() ? special.end() : special.find(day);
    if (found == special.end()) return week[monday_based(day)];
    return found->second.kind == DayKind::holiday ? no_session : week.front();
}

WorkingCalendar::WorkingCalendar(WeekSessions week, CalendarDays special)
    : week_(std::move(week)), days_(std::move(special)),
      loaded_years_(years_with_a_holiday(days_)) {
    assert(std::any_of(week_.begin(), week_.end(), [](const auto& day) { return !day.empty(); }));
    const auto count = static_cast<std::size_t>((end_day - first_day).count());
    working_days_before_.reserve(count + 1);
    seconds_before_.reserve(count + 1);
    std::int64_t worked = 0;
    for (Day day = first_day; day < end_day; day += days{1}) {
        working_days_before_.push_back(static_cast<std::int32_t>(working_day_index_.size()));
        seconds_before_.push_back(worked);
        const auto& today = sessions(day);
        if (!today.empty()) working_day_index_.push_back(index(day));
        for (const WorkingSession& session : today) worked += length(session);
    }
    working_days_before_.push_back(static_cast<std::int32_t>(working_day_index_.size()));
    seconds_before_.push_back(worked);
}

const std::vector<WorkingSession>& WorkingCalendar::sessions(Day day) const {
    return sessions_on(day, week_, days_);
}

LocalTime WorkingCalendar::close(Day day) const { return day + sessions(day).back().to; }

LocalTime WorkingCalendar::first_session_end(Day day) const {
    return day + sessions(day).front().to;
}

int WorkingCalendar::index(Day day) const {
    if (day < first_day || day >= end_day) {
        throw BeyondCalendar({"date-beyond-calendar", {{"date", day}}});
    }
    return static_cast<int>((day - first_day).count());
}

LocalTime WorkingCalendar::effective_receipt(LocalTime received) const {
    const Day day = floor<days>(received);
    for (const WorkingSession& session : sessions(day)) {
        if (received < day + session.from) return day + session.from;
        if (contains(session, received - day)) return received;
    }
    const Day next = working_day_from(day + days{1});
    return next + sessions(next).front().from;
}

Day WorkingCalendar::working_day_from(Day day) const {
    return nth_working_day_after(day - days{1}, 1);
}

Day WorkingCalendar::nth_working_day_after(Day day, int n) const {
    assert(n >= 0);
    if (n == 0) return day;
    const auto start = static_cast<std::size_t>(index(day + days{1}));
    const auto wanted =
        static_cast<std::size_t>(working_days_before_[start]) + static_cast<std::size_t>(n) - 1;
    if (wanted >= working_day_index_.size()) {
        throw BeyondCalendar({"working-days-beyond-calendar", {{"days", n}, {"date", day}}});
    }
    return first_day + days{working_day_index_[wanted]};
}

int WorkingCalendar::working_days_between(Day from, Day until) const {
    if (until <= from) return 0;
    return working_days_before_[static_cast<std::size_t>(index(until))] -
           working_days_before_[static_cast<std::size_t>(index(from))];
}

std::int64_t WorkingCalendar::worked_until(LocalTime time) const {
    const Day day = floor<days>(time);
    std::int64_t worked = seconds_before_[static_cast<std::size_t>(index(day))];
    for (const WorkingSession& session : sessions(day)) {
        const LocalTime until = std::min(time, LocalTime{day + session.to});
        worked += std::max<std::int64_t>(0, (until - (day + session.from)).count());
    }
    return worked;
}

seconds WorkingCalendar::working_time_between(LocalTime from, LocalTime until) const {
    if (until <= from) return seconds{0};
    return seconds{worked_until(until) - worked_until(from)};
}

LocalTime WorkingCalendar::add_working_time(LocalTime from, seconds amount) const {
    assert(amount.count() >= 0);
    if (amount.count() == 0) return from;
    const std::int64_t target = worked_until(from) + amount.count();
    // The last day that begins with less than the target worked is the day it is reached on.
    const auto after = std::lower_bound(seconds_before_.begin(), seconds_before_.end(), target);
    if (after == seconds_before_.end()) {
        throw BeyondCalendar("working-hours-beyond-calendar");
    }
    const Day day = first_day + days{std::distance(seconds_before_.begin(), after) - 1};
    std::int64_t left = target - seconds_before_[static_cast<std::size_t>(index(day))];
    for (const WorkingSession& session : sessions(day)) {
        if (left <= length(session)) return day + session.from + seconds{left};
        left -= length(session);
    }
    assert(false && "the day's sessions reach the target");
    return close(day);
}

std::string WorkingCalendar::holiday(Day day) const {
    const auto special = days_.find(day);
    const bool is_holiday = special != days_.end() && special->second.kind == DayKind::holiday;
    return is_holiday ? special->second.name : std::string();
}

bool WorkingCalendar::is_loaded(std::chrono::year year) const {
    return std::binary_search(loaded_years_.begin(), loaded_years_.end(), year);
}

std::vector<std::chrono::year> WorkingCalendar::years_not_loaded(Day first, Day last) const {
    std::vector<std::chrono::year> years;
    for (std::chrono::year year = civil_year(first); year <= civil_year(last); ++year) {
        if (!is_loaded(year)) years.push_back(year);
    }
    return years;
}

std::vector<Day> days_off(const WorkingCalendar& calendar, std::chrono::year year) {
    std::vector<Day> dates;
    const Day end{(year + std::chrono::years{1}) / 1 / 1};
    for (Day day{year / 1 / 1}; day < end; day += days{1}) {
        if (!calendar.is_working_day(day)) dates.push_back(day);
    }
    return dates;
}

int working_days_of(const WorkingCalendar& calendar, std::chrono::year year) {
    return calendar.working_days_between(Day{year / 1 / 1},
                                         Day{(year + std::chrono::years{1}) / 1 / 1});
}

} // namespace core
