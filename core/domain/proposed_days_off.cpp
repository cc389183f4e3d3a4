// Bộ luật Lao động 2019, Đ.112 has the days: the new year, five days at the lunar one, the Hùng
// kings' day, 30/04, 01/05, 02/09 and a day beside it; 24/11 was added in 2026. Đ.111 k.3 has the
// compensation. Which days are on the two sides of Tết and of 02/09 the Government tells each year.

#include "core/domain/proposed_days_off.hpp"

#include "core/domain/lunar_holidays.hpp"

#include <algorithm>
#include <string>

namespace core {

namespace {

using std::chrono::days;

constexpr int new_year_days_off = 5;

constexpr std::chrono::year culture_day_since{2026};

bool is_rest_day(const WeekSessions& week, Day day) { return sessions_on(day, week, {}).empty(); }

/// Monday 02/09 goes on on Tuesday, Tuesday's begins on Monday: the longer rest. Where both sides
/// are alike, the day before, as in most years.
NationalDaySide longer_rest(Day national_day) {
    const std::chrono::weekday weekday{national_day};
    const bool goes_on = weekday == std::chrono::Monday || weekday == std::chrono::Thursday ||
                         weekday == std::chrono::Sunday;
    return goes_on ? NationalDaySide::after : NationalDaySide::before;
}

std::vector<ProposedDay>
holidays_of(std::chrono::year of, const LunarHolidays& lunar, const ProposedYear& chosen) {
    std::vector<ProposedDay> holidays = {{Day{of / 1 / 1}, "holiday-new-year"},
                                         {lunar.hung_kings, "holiday-hung-kings"},
                                         {Day{of / 4 / 30}, "holiday-victory-day"},
                                         {Day{of / 5 / 1}, "holiday-labour-day"},
                                         {Day{of / 9 / 2}, "holiday-national-day"}};
    const days before{chosen.new_year_eve == NewYearEve::two_days ? 2 : 1};
    for (int n = 0; n < new_year_days_off; ++n)
        holidays.push_back({lunar.new_year - before + days{n}, "holiday-lunar-new-year"});
    const days beside{chosen.national_day_side == NationalDaySide::after ? 1 : -1};
    holidays.push_back({Day{of / 9 / 2} + beside, "holiday-beside-national-day"});
    if (of >= culture_day_since) holidays.push_back({Day{of / 11 / 24}, "holiday-culture-day"});
    return holidays;
}

/// A year is no amount: it has no thousands.
std::string shown(std::chrono::year of) { return std::to_string(static_cast<int>(of)); }

void sort_by_date(std::vector<ProposedDay>& proposed) {
    std::sort(proposed.begin(), proposed.end(),
              [](const ProposedDay& a, const ProposedDay& b) { return a.day < b.day; });
}

bool is_among(const std::vector<ProposedDay>& proposed, Day day) {
    return std::any_of(proposed.begin(), proposed.end(),
                       [&](const ProposedDay& each) { return each.day == day; });
}

/// For each holiday on a day of rest the next day that is none and is free still.
void add_compensations(std::vector<ProposedDay>& proposed, const WeekSessions& week) {
    const std::vector<ProposedDay> holidays = proposed;
    for (const ProposedDay& holiday : holidays) {
        if (!is_rest_day(week, holiday.day)) continue;
        Day next = holiday.day + days{1};
        while (is_rest_day(week, next) || is_among(proposed, next)) next += days{1};
        proposed.push_back(
            {next, {"holiday-compensation", {{"holiday", std::vector<Message>{holiday.name}}}}});
    }
}

} // namespace

Result<ProposedYear>
propose_days_off(std::chrono::year of, const WeekSessions& week, const DaysOffChoice& choice) {
    const auto lunar = lunar_holidays_of(of);
    if (!lunar) {
        return Error{ErrorKind::invalid_input,
                     {"days-off-beyond-table",
                      {{"year", shown(of)},
                       {"first", shown(lunar_holidays().front().year)},
                       {"last", shown(lunar_holidays().back().year)}}},
                     "year"};
    }
    ProposedYear proposed;
    proposed.new_year_eve = choice.new_year_eve.value_or(NewYearEve::one_day);
    proposed.national_day_side = choice.national_day_side.value_or(longer_rest(Day{of / 9 / 2}));
    proposed.days = holidays_of(of, *lunar, proposed);
    sort_by_date(proposed.days);
    add_compensations(proposed.days, week);
    sort_by_date(proposed.days);
    return proposed;
}

} // namespace core
