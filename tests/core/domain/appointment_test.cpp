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

/// The refusal's code, and the next moment that it tells.
std::pair<std::string, Instant>
refused_appointment(const core::OpenHours& hours, Instant when, Instant now) {
    const auto checked = core::check_appointment(hours, when, now);
    REQUIRE_FALSE(checked);
    CHECK(checked.error().kind == core::ErrorKind::invalid_input);
    CHECK(checked.error().field == "new_appointment");
    const core::Message& message = checked.error().message;
    REQUIRE(message.facts.size() == 2);
    CHECK(message.facts[0].name == "appointment");
    return {message.code, std::get<Instant>(message.facts[1].value)};
}

using NextChance = std::pair<std::string, Instant>;

} // namespace

TEST_CASE("a citizen is told to come while somebody is there", "[domain][appointment]") {
    const core::WorkingCalendar week = week_with_a_holiday();
    const Instant now = at(date(2024, 4, 29), 9h); // a Monday
    for (const Instant when : {at(date(2024, 4, 29), 9h + 1min), at(date(2024, 4, 30), 7h + 30min),
                               at(date(2024, 4, 30), 11h + 30min), at(date(2024, 5, 2), 17h)}) {
        CHECK(core::check_appointment({week}, when, now));
    }
}

TEST_CASE("an appointment at which nobody is there is refused with the next one",
          "[domain][appointment]") {
    const core::WorkingCalendar week = week_with_a_holiday();
    const Instant now = at(date(2024, 4, 29), 9h);
    const std::string nobody = "appointment-nobody-there";
    CHECK(refused_appointment({week}, at(date(2024, 4, 30), 12h), now) ==
          NextChance{nobody, at(date(2024, 4, 30), 13h + 30min)});
    CHECK(refused_appointment({week}, at(date(2024, 4, 30), 23h), now) ==
          NextChance{nobody, at(date(2024, 5, 2), 7h + 30min)}); // 01/05 is off
    CHECK(refused_appointment({week}, at(date(2024, 5, 1), 9h), now) ==
          NextChance{nobody, at(date(2024, 5, 2), 7h + 30min)});
    CHECK(refused_appointment({week}, at(date(2024, 5, 4), 9h), now) ==
          NextChance{nobody, at(date(2024, 5, 6), 7h + 30min)}); // a Saturday
    CHECK(refused_appointment({week}, at(date(2024, 5, 6), 0h), now) ==
          NextChance{nobody, at(date(2024, 5, 6), 7h + 30min)});
}

TEST_CASE("an appointment that is over is refused with the earliest one", "[domain][appointment]") {
    const core::WorkingCalendar week = week_with_a_holiday();
    CHECK(refused_appointment({week}, at(date(2023, 1, 3), 9h), at(date(2024, 4, 29), 9h) + 5s) ==
          NextChance{"appointment-past", at(date(2024, 4, 29), 9h + 1min)});
    CHECK(refused_appointment({week}, at(date(2024, 4, 30), 17h), at(date(2024, 4, 30), 17h)) ==
          NextChance{"appointment-past", at(date(2024, 5, 2), 7h + 30min)});
}

TEST_CASE("results are fetched whenever tickets are given", "[domain][appointment]") {
    const core::WorkingCalendar week = week_with_a_holiday();
    core::WeekSessions reception;
    reception[5] = {{8h, 11h}}; // Saturday
    const core::OpenHours hours{week, reception};
    const Instant now = at(date(2024, 4, 29), 9h);
    CHECK(core::check_appointment(hours, at(date(2024, 5, 4), 9h), now));
    CHECK(refused_appointment(hours, at(date(2024, 5, 4), 12h), now).second ==
          at(date(2024, 5, 6), 7h + 30min));
}
