#include "core/domain/lunar_holidays.hpp"
#include "core/domain/proposed_days_off.hpp"
#include "core/domain/working_calendar.hpp"
#include "tests/support/office_samples.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <vector>

using core::Day;
using core::NationalDaySide;
using core::NewYearEve;
using samples::date;
using namespace std::chrono_literals;
using Days = std::set<Day>;

namespace {

Days days_of(const core::ProposedYear& proposed) {
    Days days;
    for (const core::ProposedDay& each : proposed.days) days.insert(each.day);
    return days;
}

core::ProposedYear proposed(std::chrono::year year, const core::DaysOffChoice& choice = {}) {
    return core::propose_days_off(year, samples::reference_hours(), choice).value();
}

/// The announced holidays of a year, from the demonstration's calendar; days that were swapped with
/// a Saturday are the Government's alone.
Days announced(int year) {
    std::ifstream file(std::string(SOURCE_ROOT) + "/core/demo/calendar.csv");
    Days days;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with(std::to_string(year)) || line.find(",holiday,") == std::string::npos)
            continue;
        if (line.find(",Hoán đổi") == std::string::npos)
            days.insert(core::parse_date(line.substr(0, 10)).value());
    }
    return days;
}

} // namespace

TEST_CASE("the proposal of a year past is what was announced", "[domain][days_off]") {
    CHECK(days_of(proposed(2023y, {NewYearEve::two_days, {}})) == announced(2023));
    CHECK(days_of(proposed(2024y, {NewYearEve::two_days, {}})) == announced(2024));
    CHECK(days_of(proposed(2025y, {NewYearEve::two_days, {}})) == announced(2025));
    CHECK(days_of(proposed(2026y, {NewYearEve::one_day, {}})) == announced(2026));
    REQUIRE(announced(2026).size() > 10); // the file was found
}

TEST_CASE("the days off of 2027 are proposed by law", "[domain][days_off]") {
    const core::ProposedYear year = proposed(2027y);
    CHECK(days_of(year) ==
          Days{date(2027, 1, 1), date(2027, 2, 5), date(2027, 2, 6), date(2027, 2, 7),
               date(2027, 2, 8),
               date(2027, 2, 9), // the lunar new year: Saturday 06/02 is its first
               date(2027, 2, 10), date(2027, 2, 11), // for that Saturday and Sunday
               date(2027, 4, 16), date(2027, 4, 30), date(2027, 5, 1), date(2027, 5, 3),
               date(2027, 9, 2), date(2027, 9, 3), date(2027, 11, 24)});
    CHECK(year.days.size() == days_of(year).size()); // no date twice
    CHECK(std::is_sorted(year.days.begin(), year.days.end(),
                         [](const auto& a, const auto& b) { return a.day < b.day; }));
    CHECK(year.days.front().name == core::Message("holiday-new-year"));
    CHECK(year.days[6].name.code == "holiday-compensation");
}

TEST_CASE("what the Government chooses is named and can be chosen otherwise",
          "[domain][days_off]") {
    const core::ProposedYear likely = proposed(2027y);
    CHECK(likely.new_year_eve == NewYearEve::one_day);
    CHECK(likely.national_day_side == NationalDaySide::after); // Thursday: to Sunday without a gap
    const core::ProposedYear other =
        proposed(2027y, {NewYearEve::two_days, NationalDaySide::before});
    CHECK(days_of(other).contains(date(2027, 2, 4)));
    CHECK_FALSE(days_of(other).contains(date(2027, 2, 9) + std::chrono::days{3}));
    CHECK(days_of(other).contains(date(2027, 9, 1)));
    CHECK_FALSE(days_of(other).contains(date(2027, 9, 3)));
}

TEST_CASE("24/11 is a day off from 2026 on", "[domain][days_off]") {
    CHECK_FALSE(days_of(proposed(2025y)).contains(date(2025, 11, 24)));
    CHECK(days_of(proposed(2026y)).contains(date(2026, 11, 24)));
}

TEST_CASE("an office that works on Saturdays gets no other day for one", "[domain][days_off]") {
    core::WeekSessions week = samples::reference_hours();
    week[5] = {samples::session(7, 30, 11, 30)};
    const Days days = days_of(core::propose_days_off(2027y, week).value());
    CHECK(days.contains(date(2027, 2, 10))); // for the Sunday alone
    CHECK_FALSE(days.contains(date(2027, 2, 11)));
    CHECK_FALSE(days.contains(date(2027, 5, 3)));
}

TEST_CASE("every proposed year is loaded by it and has each day once", "[domain][days_off]") {
    for (const core::LunarHolidays& lunar : core::lunar_holidays()) {
        const core::ProposedYear year = proposed(lunar.year);
        CAPTURE(static_cast<int>(lunar.year));
        CHECK(year.days.size() == days_of(year).size());
        core::CalendarDays days;
        for (const core::ProposedDay& each : year.days) {
            CHECK(std::chrono::year_month_day(each.day).year() == lunar.year);
            days[each.day] = {core::DayKind::holiday, "X"};
        }
        CHECK(core::WorkingCalendar(samples::reference_hours(), days).is_loaded(lunar.year));
    }
}

TEST_CASE("a year beyond the lunar table is refused", "[domain][days_off]") {
    for (const auto year : {2020y, 2036y}) {
        const auto refused = core::propose_days_off(year, samples::reference_hours());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == core::ErrorKind::invalid_input);
        CHECK(refused.error().field == "year");
        CHECK(refused.error().message.code == "days-off-beyond-table");
    }
}

TEST_CASE("the lunar table has the dates of Vietnam, without a gap", "[domain][days_off]") {
    std::chrono::year expected = core::lunar_holidays().front().year;
    for (const core::LunarHolidays& each : core::lunar_holidays()) {
        CAPTURE(static_cast<int>(each.year));
        CHECK(each.year == expected++);
        // Two whole lunar months and nine days, or three where a leap month lies between.
        const auto days = (each.hung_kings - each.new_year).count();
        CHECK((days == 67 || days == 68 || days == 69 || days == 97 || days == 98));
        CHECK(each.new_year >= Day{each.year / 1 / 20});
        CHECK(each.new_year <= Day{each.year / 2 / 20});
    }
    const auto of = [](std::chrono::year year) { return core::lunar_holidays_of(year).value(); };
    CHECK(of(2024y).new_year == date(2024, 2, 10));
    CHECK(of(2024y).hung_kings == date(2024, 4, 18));
    CHECK(of(2025y).new_year == date(2025, 1, 29));
    CHECK(of(2025y).hung_kings == date(2025, 4, 7));
    CHECK(of(2026y).new_year == date(2026, 2, 17));
    CHECK(of(2026y).hung_kings == date(2026, 4, 26));
    CHECK(of(2027y).new_year == date(2027, 2, 6));
    CHECK(of(2030y).new_year == date(2030, 2, 2)); // in China a day later
    CHECK_FALSE(core::lunar_holidays_of(2036y));
}
