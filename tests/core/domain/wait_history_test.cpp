#include "core/domain/wait_history.hpp"
#include "tests/support/office_samples.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using core::CalledTicket;
using core::WaitHistory;
using namespace std::chrono_literals;

namespace {

const core::WorkingCalendar history_calendar(samples::reference_hours(), {});
const core::Day past_day = samples::date(2026, 11, 30);

/// Called and ended at these times of the day.
CalledTicket called(int counter,
                    char service,
                    std::chrono::seconds arrived,
                    std::chrono::seconds at,
                    std::chrono::seconds ended) {
    const auto moment = [](std::chrono::seconds time) { return samples::at(past_day, time); };
    return {counter,    service,    false,         moment(arrived),
            moment(at), moment(at), moment(ended), std::nullopt};
}

} // namespace

TEST_CASE("a visit takes until the next one is called, where somebody waited for that",
          "[core][queue][wait]") {
    WaitHistory history(history_calendar);
    // Two minutes between the visits: the next one waits already. Then nobody for a while.
    history.add_day({called(1, 'A', 8h, 8h, 8h + 5min),
                     called(1, 'A', 8h + 1min, 8h + 7min, 8h + 12min),
                     called(1, 'A', 9h, 9h, 9h + 6min)});
    const core::Pace pace = history.pace('A', std::nullopt);
    CHECK(pace.known_from == 3);
    CHECK(pace.seconds == Approx((7 + 5 + 6) * 60 / 3.0));
    CHECK(history.pace('A', 9).known_from == 1);
    CHECK(history.pace('A', 9).seconds == Approx(6 * 60));
    CHECK(history.pace('A', 10).known_from == 0);
    CHECK(history.pace('B', std::nullopt).known_from == 0);
    CHECK(history.pace('\0', std::nullopt).known_from == 3);
}

TEST_CASE("a break makes no visit longer", "[core][queue][wait]") {
    WaitHistory history(history_calendar);
    history.add_day({called(1, 'A', 11h, 11h + 25min, 11h + 30min),
                     called(1, 'A', 11h, 13h + 33min, 13h + 40min)});
    CHECK(history.pace('A', 11).seconds == Approx((5 + 3) * 60)); // two hours of lunch are none
}

TEST_CASE("one endless visit counts as a long one", "[core][queue][wait]") {
    WaitHistory history(history_calendar);
    history.add_day({called(1, 'A', 8h, 8h, 8h + 5min), called(2, 'A', 8h, 8h, 8h + 5min),
                     called(3, 'A', 8h, 8h, 11h)});
    CHECK(history.pace('A', 8).seconds == Approx((5 + 5 + 15) * 60 / 3.0));
}

TEST_CASE("how wrong was told is kept by service, of those only to whom something was told",
          "[core][queue][wait]") {
    WaitHistory history(history_calendar);
    CalledTicket late = called(1, 'A', 8h, 8h + 18min, 8h + 20min);
    late.promise = {8min, {5min, 12min}};
    history.add_day({late, called(2, 'B', 8h, 9h, 10h)});
    REQUIRE(history.errors('A').size() == 1);
    CHECK(history.errors('A').front() == Approx(std::log(20.0 / 10.0))); // two minutes more in both
    CHECK(history.errors('B').empty());
    CHECK(history.errors('\0').size() == 1);
}

TEST_CASE("a counter is usually open in an hour in which it called on half of the days",
          "[core][queue][wait]") {
    WaitHistory history(history_calendar);
    CHECK_FALSE(history.is_usually_open(1, 8));
    history.add_day({called(1, 'A', 8h, 8h, 9h), called(2, 'A', 8h, 8h, 9h)});
    history.add_day({called(1, 'A', 8h, 8h, 9h)});
    history.add_day({called(1, 'A', 8h, 10h, 11h)});
    CHECK(history.is_usually_open(1, 8));
    CHECK_FALSE(history.is_usually_open(2, 8));
    CHECK_FALSE(history.is_usually_open(1, 10));
}
