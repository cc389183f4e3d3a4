#include "core/domain/working_calendar.hpp"
#include "tests/support/office_samples.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/random.hpp"
#include "tests/support/random_samples.hpp"
#include "tests/support/week.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <string>

using namespace std::chrono_literals;
using core::Day;
using core::LocalTime;
using samples::date;
using samples::friday;
using samples::half_day_calendar;
using samples::monday;
using samples::next_monday;
using samples::reference_calendar;
using samples::saturday;
using std::chrono::days;
using std::chrono::seconds;

namespace {

LocalTime random_local(Random& random) {
    return core::to_local(
        samples::random_moment(random, samples::first_random_day, samples::last_random_day));
}

const core::WorkingCalendar& random_office(Random& random) {
    return random.pick(samples::some_calendars());
}

/// In a session, its end included: where a stretch of working time may end.
bool may_end_work(const core::WorkingCalendar& calendar, LocalTime time) {
    const Day day = std::chrono::floor<days>(time);
    const auto& sessions = calendar.sessions(day);
    return std::any_of(sessions.begin(), sessions.end(), [&](const core::WorkingSession& session) {
        return day + session.from < time && time <= day + session.to;
    });
}

/// A session contains its start and not its end.
bool in_session(const core::WorkingCalendar& calendar, LocalTime time) {
    const Day day = std::chrono::floor<days>(time);
    const auto& sessions = calendar.sessions(day);
    return std::any_of(sessions.begin(), sessions.end(), [&](const core::WorkingSession& session) {
        return day + session.from <= time && time < day + session.to;
    });
}

} // namespace

TEST_CASE("a day has the sessions of its weekday", "[domain][calendar]") {
    const auto& office = half_day_calendar();
    CHECK(office.sessions(monday).size() == 2);
    CHECK(office.sessions(monday + days{2}) == std::vector{samples::session(7, 30, 11, 30)});
    CHECK(office.sessions(friday) == std::vector{samples::session(8, 0, 15, 0)});
    CHECK(office.is_working_day(saturday));
    CHECK_FALSE(office.is_working_day(saturday + days{1}));
    CHECK_FALSE(reference_calendar().is_working_day(saturday));
}

TEST_CASE("a holiday has no session", "[domain][calendar]") {
    CHECK(reference_calendar().sessions(date(2024, 4, 29)).empty());
    CHECK_FALSE(reference_calendar().is_working_day(date(2024, 4, 29)));
    CHECK_FALSE(half_day_calendar().is_working_day(date(2023, 3, 14)));
}

TEST_CASE("hours of a service follow holidays and made-up days as the office's do",
          "[domain][calendar]") {
    core::WeekSessions hours;
    hours[0] = {samples::session(8, 0, 9, 0)};
    hours[2] = {samples::session(14, 0, 16, 0)};
    const auto& special = reference_calendar().special_days();
    const auto on = [&](Day day) { return core::sessions_on(day, hours, special); };
    CHECK(on(date(2024, 5, 6)) == hours[0]);
    CHECK(on(date(2024, 5, 8)) == hours[2]);
    CHECK(on(date(2024, 5, 7)).empty());
    CHECK(on(date(2024, 5, 1)).empty()); // a holiday on a Wednesday
    CHECK(on(date(2024, 5, 4)) == hours[0]);
    CHECK(core::sessions_on(date(2024, 5, 1), hours, {}) == hours[2]);
}

TEST_CASE("a session contains its start and every second of it, but not its end",
          "[domain][calendar]") {
    const auto session = samples::session(7, 30, 11, 30);
    CHECK_FALSE(core::contains(session, 7h + 30min - 1s));
    CHECK(core::contains(session, 7h + 30min));
    CHECK(core::contains(session, 11h + 30min - 1s));
    CHECK_FALSE(core::contains(session, 11h + 30min));
}

TEST_CASE("a made-up working day has Monday's sessions even on a weekend", "[domain][calendar]") {
    const Day made_up = date(2024, 5, 4);
    REQUIRE(std::chrono::weekday{made_up} == std::chrono::Saturday);
    CHECK(reference_calendar().sessions(made_up) == samples::reference_hours()[0]);
    CHECK(half_day_calendar().sessions(date(2023, 3, 19)) == samples::half_day_hours()[0]);
}

TEST_CASE("a made-up Saturday has Monday's sessions, not its own", "[domain][calendar]") {
    const core::WorkingCalendar office{samples::half_day_hours(),
                                       {{saturday, {core::DayKind::working, "Làm bù"}}}};
    CHECK(office.sessions(saturday) == samples::half_day_hours()[0]);
    CHECK(office.close(saturday) == saturday + 17h);
}

TEST_CASE("a day closes with its last session", "[domain][calendar]") {
    const auto& office = half_day_calendar();
    CHECK(office.close(monday) == monday + 17h);
    CHECK(office.first_session_end(monday) == monday + 11h + 30min);
    CHECK(office.close(friday) == friday + 15h);
    CHECK(office.first_session_end(friday) == friday + 15h);
    CHECK(office.close(saturday) == saturday + 11h + 30min);
}

TEST_CASE("a receipt within a session counts from its own moment", "[domain][calendar]") {
    const auto& office = reference_calendar();
    CHECK(office.effective_receipt(monday + 9h + 12s) == monday + 9h + 12s);
    CHECK(office.effective_receipt(monday + 7h + 30min) == monday + 7h + 30min);
    CHECK(office.effective_receipt(monday + 16h + 59min + 59s) == monday + 16h + 59min + 59s);
}

TEST_CASE("a receipt outside the sessions counts from the next one", "[domain][calendar]") {
    const auto& office = reference_calendar();
    const LocalTime opening = monday + 7h + 30min;
    CHECK(office.effective_receipt(LocalTime{monday}) == opening);
    CHECK(office.effective_receipt(monday + 7h + 29min + 59s) == opening);
    CHECK(office.effective_receipt(monday + 12h) == monday + 13h + 30min);
    CHECK(office.effective_receipt(saturday + 10h) == next_monday + 7h + 30min);
}

TEST_CASE("the end of a session is outside it", "[domain][calendar]") {
    const auto& office = reference_calendar();
    CHECK(office.effective_receipt(monday + 11h + 30min) == monday + 13h + 30min);
    CHECK(office.effective_receipt(monday + 17h) == monday + days{1} + 7h + 30min);
    CHECK(half_day_calendar().effective_receipt(friday + 15h) == saturday + 8h);
}

TEST_CASE("an online dossier sent at 22:00 on Friday counts from Monday morning",
          "[domain][calendar]") {
    CHECK(reference_calendar().effective_receipt(friday + 22h) == next_monday + 7h + 30min);
}

TEST_CASE("a receipt before a holiday counts from the day after it", "[domain][calendar]") {
    const auto& office = reference_calendar();
    CHECK(office.effective_receipt(date(2024, 4, 26) + 17h) == date(2024, 5, 2) + 7h + 30min);
    CHECK(office.effective_receipt(date(2024, 5, 3) + 18h) == date(2024, 5, 4) + 7h + 30min);
}

TEST_CASE("working days are counted after a day, over weekends and holidays",
          "[domain][calendar]") {
    const auto& office = reference_calendar();
    CHECK(office.nth_working_day_after(monday, 0) == monday);
    CHECK(office.nth_working_day_after(saturday, 0) == saturday);
    CHECK(office.nth_working_day_after(monday, 1) == monday + days{1});
    CHECK(office.nth_working_day_after(friday, 1) == next_monday);
    CHECK(office.nth_working_day_after(saturday, 1) == next_monday);
    CHECK(office.nth_working_day_after(date(2024, 4, 26), 3) == date(2024, 5, 4));
    CHECK(office.working_day_from(monday) == monday);
    CHECK(office.working_day_from(saturday) == next_monday);
}

TEST_CASE("working days between two days include the first and not the last",
          "[domain][calendar]") {
    const auto& office = reference_calendar();
    CHECK(office.working_days_between(monday, monday) == 0);
    CHECK(office.working_days_between(monday, monday + days{2}) == 2);
    CHECK(office.working_days_between(friday, next_monday) == 1);
    CHECK(office.working_days_between(saturday, next_monday) == 0);
    CHECK(office.working_days_between(next_monday, monday) == 0);
    CHECK(office.working_days_between(date(2024, 4, 26), date(2024, 5, 6)) == 4);
}

TEST_CASE("working time leaves out lunch, nights and days off", "[domain][calendar]") {
    const auto& office = reference_calendar();
    CHECK(office.working_time_between(monday + 9h, monday + 9h) == 0s);
    CHECK(office.working_time_between(monday + 9h, monday + 10h) == 1h);
    CHECK(office.working_time_between(monday + 11h, monday + 14h) == 1h);
    CHECK(office.working_time_between(monday + 12h, monday + 13h) == 0s);
    CHECK(office.working_time_between(friday + 16h, next_monday + 8h) == 1h + 30min);
    CHECK(office.working_time_between(LocalTime{monday}, LocalTime{next_monday}) == 37h + 30min);
    CHECK(office.working_time_between(monday + 10h, monday + 9h) == 0s);
    CHECK(office.working_time_between(monday + 9h, monday + 9h + 1s) == 1s);
}

TEST_CASE("working time added ends at the earliest moment it has passed", "[domain][calendar]") {
    const auto& office = reference_calendar();
    CHECK(office.add_working_time(monday + 9h, 0s) == monday + 9h);
    CHECK(office.add_working_time(monday + 9h, 1h) == monday + 10h);
    CHECK(office.add_working_time(monday + 9h, 2h + 30min) == monday + 11h + 30min);
    CHECK(office.add_working_time(monday + 9h, 2h + 30min + 1s) == monday + 13h + 30min + 1s);
    CHECK(office.add_working_time(friday + 16h, 1h) == friday + 17h);
    CHECK(office.add_working_time(friday + 16h, 2h) == next_monday + 8h + 30min);
    CHECK(office.add_working_time(saturday + 9h, 1h) == next_monday + 8h + 30min);
}

TEST_CASE("a holiday has its name, a weekend's day has none", "[domain][calendar]") {
    CHECK(reference_calendar().holiday(date(2024, 4, 30)) == "Ngày Chiến thắng");
    CHECK(reference_calendar().holiday(saturday).empty());
    CHECK(half_day_calendar().holiday(saturday + days{1}).empty());
}

TEST_CASE("a date that the calendar does not reach is refused, not guessed", "[domain][calendar]") {
    const auto& office = reference_calendar();
    CHECK_NOTHROW(office.nth_working_day_after(date(2149, 12, 31), 200));
    CHECK_THROWS_AS(office.nth_working_day_after(monday, 1'000'000), core::BeyondCalendar);
    CHECK_THROWS_AS(office.nth_working_day_after(date(2300, 1, 1), 1), core::BeyondCalendar);
    CHECK_THROWS_AS(office.add_working_time(monday + 9h, 24h * 365 * 300), core::BeyondCalendar);
    CHECK_THROWS_AS(office.working_days_between(monday, date(2300, 1, 1)), core::BeyondCalendar);
}

TEST_CASE("the first and last dates that may be typed are in the calendar", "[domain][calendar]") {
    const auto& office = reference_calendar();
    CHECK(office.working_day_from(date(1970, 1, 1)) == date(1970, 1, 1));
    CHECK(office.effective_receipt(date(1970, 1, 1) + 1h) == date(1970, 1, 1) + 7h + 30min);
    CHECK(office.effective_receipt(date(2149, 12, 31) + 9h) == date(2149, 12, 31) + 9h);
}

TEST_CASE("effective receipt is inside a session, not earlier, and its own effective receipt",
          "[domain][calendar][property]") {
    for_random_cases(4000, [](Random& random) {
        const auto& office = random_office(random);
        const LocalTime received = random_local(random);
        const LocalTime effective = office.effective_receipt(received);
        CAPTURE(received);
        CHECK(effective >= received);
        CHECK(in_session(office, effective));
        CHECK(office.effective_receipt(effective) == effective);
        CHECK(office.working_time_between(received, effective) == 0s);
    });
}

TEST_CASE("counting working days agrees with walking over them", "[domain][calendar][property]") {
    for_random_cases(2000, [](Random& random) {
        const auto& office = random_office(random);
        const Day from = std::chrono::floor<days>(random_local(random));
        const Day until = from + days{random.between(0, 60)};
        int worked = 0;
        for (Day day = from; day < until; day += days{1}) worked += office.is_working_day(day);
        CHECK(office.working_days_between(from, until) == worked);

        const int n = random.integer(1, 30);
        const Day nth = office.nth_working_day_after(from, n);
        CHECK(office.is_working_day(nth));
        CHECK(office.working_days_between(from + days{1}, nth) == n - 1);
    });
}

TEST_CASE("working time of adjoining stretches adds up", "[domain][calendar][property]") {
    for_random_cases(2000, [](Random& random) {
        const auto& office = random_office(random);
        LocalTime times[] = {random_local(random), random_local(random), random_local(random)};
        std::sort(std::begin(times), std::end(times));
        CHECK(office.working_time_between(times[0], times[1]) +
                  office.working_time_between(times[1], times[2]) ==
              office.working_time_between(times[0], times[2]));
    });
}

TEST_CASE("adding working time and measuring it are inverse", "[domain][calendar][property]") {
    for_random_cases(4000, [](Random& random) {
        const auto& office = random_office(random);
        const LocalTime from = random_local(random);
        const seconds amount = random.one_in(2) ? seconds{random.between(0, 400'000)}
                                                : seconds{1800 * random.between(0, 200)};
        const LocalTime until = office.add_working_time(from, amount);
        CAPTURE(from, amount.count(), until);
        CHECK(office.working_time_between(from, until) == amount);
        if (amount > 0s) {
            CHECK(may_end_work(office, until));
            CHECK(office.working_time_between(from, until - 1s) == amount - 1s);
        }

        const LocalTime later = std::max(from, random_local(random));
        const seconds between = office.working_time_between(from, later);
        const LocalTime reached = office.add_working_time(from, between);
        CHECK(reached <= later);
        if (may_end_work(office, later) && between > 0s) CHECK(reached == later);
    });
}

TEST_CASE("days off and working days are all the days of a year", "[domain][calendar]") {
    const core::WorkingCalendar& calendar = samples::reference_calendar();
    for (const int number : {2023, 2024}) {
        const std::chrono::year year{number};
        const auto off = core::days_off(calendar, year);
        CHECK(static_cast<int>(off.size()) + core::working_days_of(calendar, year) ==
              (year.is_leap() ? 366 : 365));
        for (const core::Day day : off) CHECK_FALSE(calendar.is_working_day(day));
        CHECK(off.front() >= samples::date(number, 1, 1));
        CHECK(off.back() <= samples::date(number, 12, 31));
    }
}
