#include "core/domain/appointment.hpp"
#include "tests/support/dossier_samples.hpp"
#include "tests/support/office_samples.hpp"

#include <catch2/catch.hpp>

using core::Instant;
using samples::at;
using samples::date;
using namespace std::chrono_literals;

namespace {

const std::vector<core::WorkingSession> weekday_sessions = {{7h + 30min, 11h + 30min},
                                                            {13h + 30min, 17h}};

core::WorkingCalendar week_with_a_holiday() {
    return {{weekday_sessions,
             weekday_sessions,
             weekday_sessions,
             weekday_sessions,
             weekday_sessions,
             {},
             {}},
            {{date(2024, 5, 1), {core::DayKind::holiday, "01/05"}}}};
}

/// The next moment that the notice of an appointment tells; none without one.
std::optional<Instant> told_next(const core::OpenHours& hours, Instant when) {
    const auto notice = core::appointment_notice(hours, when);
    if (!notice) return std::nullopt;
    CHECK(notice->code == "appointment-nobody-there");
    REQUIRE(notice->facts.size() == 2);
    CHECK(std::get<Instant>(notice->facts[0].value) == when);
    return std::get<Instant>(notice->facts[1].value);
}

} // namespace

TEST_CASE("a citizen is told to come while somebody is there", "[domain][appointment]") {
    const core::WorkingCalendar week = week_with_a_holiday();
    for (const Instant when : {at(date(2024, 4, 29), 9h + 1min), at(date(2024, 4, 30), 7h + 30min),
                               at(date(2024, 4, 30), 11h + 30min), at(date(2024, 5, 2), 17h)}) {
        CHECK_FALSE(told_next({week}, when));
    }
}

TEST_CASE("of an appointment at which nobody is there the next one is told",
          "[domain][appointment]") {
    const core::WorkingCalendar week = week_with_a_holiday();
    CHECK(told_next({week}, at(date(2024, 4, 30), 12h)) == at(date(2024, 4, 30), 13h + 30min));
    CHECK(told_next({week}, at(date(2024, 4, 30), 23h)) ==
          at(date(2024, 5, 2), 7h + 30min)); // 01/05 is off
    CHECK(told_next({week}, at(date(2024, 5, 1), 9h)) == at(date(2024, 5, 2), 7h + 30min));
    CHECK(told_next({week}, at(date(2024, 5, 4), 9h)) ==
          at(date(2024, 5, 6), 7h + 30min)); // a Saturday
    CHECK(told_next({week}, at(date(2024, 5, 6), 0h)) == at(date(2024, 5, 6), 7h + 30min));
}

TEST_CASE("an appointment that is over is refused with the earliest one", "[domain][appointment]") {
    const core::WorkingCalendar week = week_with_a_holiday();
    const auto earliest = [&](Instant when, Instant now) {
        const auto checked = core::check_appointment({week}, when, now);
        REQUIRE_FALSE(checked);
        CHECK(checked.error().kind == core::ErrorKind::invalid_input);
        CHECK(checked.error().field == "new_appointment");
        CHECK(checked.error().message.code == "appointment-past");
        return std::get<Instant>(checked.error().message.facts.at(1).value);
    };
    CHECK(earliest(at(date(2023, 1, 3), 9h), at(date(2024, 4, 29), 9h) + 5s) ==
          at(date(2024, 4, 29), 9h + 1min));
    CHECK(earliest(at(date(2024, 4, 30), 17h), at(date(2024, 4, 30), 17h)) ==
          at(date(2024, 5, 2), 7h + 30min));
    CHECK(core::check_appointment({week}, at(date(2024, 5, 4), 9h), at(date(2024, 4, 30), 17h)));
}

TEST_CASE("results are fetched whenever tickets are given", "[domain][appointment]") {
    const core::WorkingCalendar week = week_with_a_holiday();
    core::WeekSessions reception;
    reception[5] = {{8h, 11h}}; // Saturday
    const core::OpenHours hours{week, reception};
    CHECK_FALSE(told_next(hours, at(date(2024, 5, 4), 9h)));
    CHECK(told_next(hours, at(date(2024, 5, 4), 12h)) == at(date(2024, 5, 6), 7h + 30min));
}
