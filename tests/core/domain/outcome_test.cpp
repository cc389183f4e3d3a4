#include "core/domain/deadline.hpp"
#include "tests/support/office_samples.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/random.hpp"
#include "tests/support/random_samples.hpp"
#include "tests/support/week.hpp"

#include <catch2/catch.hpp>

#include <chrono>

using namespace std::chrono_literals;
using core::DeadlineUnit;
using core::Instant;
using core::Outcome;
using samples::at;
using samples::date;
using samples::friday;
using samples::monday;
using samples::next_monday;
using samples::reference_calendar;
using std::chrono::days;

namespace {

Outcome judged(DeadlineUnit unit, Instant due, Instant resolved) {
    return core::judge_outcome(reference_calendar(), unit, due, resolved);
}

Outcome in_hours(Instant due, Instant resolved) {
    return judged(DeadlineUnit::working_hour, due, resolved);
}

} // namespace

TEST_CASE("day units compare dates", "[domain][outcome]") {
    const auto unit = GENERATE(DeadlineUnit::working_day, DeadlineUnit::calendar_day);
    const Instant due = at(friday, 17h);
    CHECK(judged(unit, due, at(friday - days{1}, 16h)) == Outcome::early);
    CHECK(judged(unit, due, at(friday - days{1}, 23h + 59min + 59s)) == Outcome::early);
    CHECK(judged(unit, due, at(friday, 0s)) == Outcome::on_time);
    CHECK(judged(unit, due, at(friday, 8h)) == Outcome::on_time);
    CHECK(judged(unit, due, at(friday, 17h)) == Outcome::on_time);
    CHECK(judged(unit, due, at(friday + days{1}, 0s)) == Outcome::late);
    CHECK(judged(unit, due, at(next_monday, 8h)) == Outcome::late);
}

TEST_CASE("a result after closing on the due date is on time", "[domain][outcome]") {
    CHECK(judged(DeadlineUnit::working_day, at(friday, 17h), at(friday, 23h + 59min)) ==
          Outcome::on_time);
}

TEST_CASE("a half day due at noon compares dates too", "[domain][outcome]") {
    const Instant due = at(friday, 11h + 30min);
    CHECK(judged(DeadlineUnit::working_day, due, at(friday, 15h)) == Outcome::on_time);
    CHECK(judged(DeadlineUnit::working_day, due, at(friday, 9h)) == Outcome::on_time);
}

TEST_CASE("dates are the office's: evening in UTC is the next day here", "[domain][outcome]") {
    const Instant due = at(friday, 17h);
    CHECK(judged(DeadlineUnit::working_day, due, at(friday, 6h)) == Outcome::on_time);
    CHECK(judged(DeadlineUnit::working_day, due, at(friday, 1s) - 2s) == Outcome::early);
}

TEST_CASE("in working hours a result after the due instant is late", "[domain][outcome]") {
    const Instant due = at(monday, 10h);
    CHECK(in_hours(due, at(monday, 10h)) == Outcome::on_time);
    CHECK(in_hours(due, at(monday, 10h + 1s)) == Outcome::late);
    CHECK(in_hours(due, at(next_monday, 8h)) == Outcome::late);
}

TEST_CASE("in working hours one whole hour left is early", "[domain][outcome]") {
    const Instant due = at(monday, 10h);
    CHECK(in_hours(due, at(monday, 8h)) == Outcome::early);
    CHECK(in_hours(due, at(monday, 9h)) == Outcome::early);
    CHECK(in_hours(due, at(monday, 9h + 1s)) == Outcome::on_time);
    CHECK(in_hours(due, at(monday, 9h + 30min)) == Outcome::on_time);
}

TEST_CASE("the hour left is working time, through lunch and the weekend", "[domain][outcome]") {
    CHECK(in_hours(at(monday, 14h), at(monday, 11h)) == Outcome::early);
    CHECK(in_hours(at(monday, 14h), at(monday, 11h + 1s)) == Outcome::on_time);
    CHECK(in_hours(at(monday, 14h), at(monday, 12h)) == Outcome::on_time);
    CHECK(in_hours(at(next_monday, 8h), at(friday, 16h + 30min)) == Outcome::early);
    CHECK(in_hours(at(next_monday, 8h), at(friday, 16h + 31min)) == Outcome::on_time);
    CHECK(in_hours(at(next_monday, 8h), at(friday + days{1}, 9h)) == Outcome::on_time);
}

TEST_CASE("in working hours a result at night after the due instant is late", "[domain][outcome]") {
    CHECK(in_hours(at(friday, 17h), at(friday, 17h)) == Outcome::on_time);
    CHECK(in_hours(at(friday, 17h), at(friday, 20h)) == Outcome::late);
}

TEST_CASE("without a limit every result is on time", "[domain][outcome]") {
    CHECK(core::judge_outcome(reference_calendar(), DeadlineUnit::none, std::nullopt,
                              at(date(2030, 1, 1), 9h)) == Outcome::on_time);
}

TEST_CASE("the words of outcomes are those of files and JSON", "[domain][outcome]") {
    CHECK(core::to_text(Outcome::early) == "early");
    CHECK(core::to_text(Outcome::on_time) == "on_time");
    CHECK(core::to_text(Outcome::late) == "late");
    CHECK(core::parse_outcome("late") == Outcome::late);
    CHECK_FALSE(core::parse_outcome("Late"));
}

TEST_CASE("a later result never has a better outcome", "[domain][outcome][property]") {
    for_random_cases(2000, [](Random& random) {
        const auto& office = random.pick(samples::some_calendars());
        const auto unit = random.pick(samples::counting_units);
        const auto moment = [&] {
            return samples::random_moment(random, date(2024, 4, 1), date(2024, 4, 10));
        };
        const Instant due = moment();
        const Instant first = moment();
        const Instant second = samples::random_later(random, first);
        CAPTURE(due, first, second, static_cast<int>(unit));
        CHECK(core::judge_outcome(office, unit, due, first) <=
              core::judge_outcome(office, unit, due, second));
        CHECK(core::judge_outcome(office, unit, due, due) == Outcome::on_time);
    });
}
