#include "core/domain/wait_estimate.hpp"
#include "tests/support/office_samples.hpp"
#include "tests/support/print_time.hpp"

#include <catch2/catch.hpp>

#include <random>

using core::CalledTicket;
using core::Ticket;
using core::WaitHistory;
using samples::at;
using namespace std::chrono_literals;

namespace {

const core::WorkingCalendar wait_calendar(samples::reference_hours(), {});
const core::Day busy_day = samples::date(2026, 11, 30);
const core::QueueRules usual_rules;

/// A day on which each visit took so long, from eight on, one after the other.
std::vector<CalledTicket>
visits(int count, std::chrono::seconds each, core::Day day = busy_day, char service = 'A') {
    std::vector<CalledTicket> calls;
    for (int i = 0; i < count; ++i) {
        const core::Instant called = at(day, 8h) + i * each;
        calls.push_back(
            {1, service, false, at(day, 7h), called, called, called + each, std::nullopt});
    }
    return calls;
}

std::vector<Ticket> line_of(int people) {
    std::vector<Ticket> waiting;
    for (int i = 1; i <= people; ++i) {
        Ticket ticket;
        ticket.number = core::make_ticket_number('A', i);
        ticket.service = 'A';
        ticket.arrived_at = at(busy_day, 7h) + i * 1s;
        ticket.issue_order = i;
        waiting.push_back(ticket);
    }
    return waiting;
}

/// A queue of so many people, the last one of whom asks.
struct Asked {
    int people = 5;
    std::chrono::seconds time = 9h;
    std::vector<core::CallingCounter> counters = {{"A", 0, std::nullopt, 0}};
    std::vector<CalledTicket> calls = visits(20, 5min);
    std::vector<std::vector<CalledTicket>> days_before;
};

std::optional<core::WaitPromise> wait_of(const Asked& asked) {
    WaitHistory today(wait_calendar);
    today.add_day(asked.calls);
    WaitHistory past(wait_calendar);
    for (const auto& day : asked.days_before) past.add_day(day);
    const auto waiting = line_of(asked.people);
    return core::estimate_wait({waiting, asked.counters, today, past, wait_calendar, usual_rules,
                                at(busy_day, asked.time), at(busy_day, 17h)},
                               waiting.back().number);
}

} // namespace

TEST_CASE("the waiting time is not guessed from too little", "[core][queue][wait]") {
    Asked asked;
    asked.calls = visits(2, 5min);
    CHECK_FALSE(wait_of(asked));
    asked.calls = visits(3, 5min);
    CHECK(wait_of(asked));
    asked.counters.clear(); // nobody calls: any time would be invented
    CHECK_FALSE(wait_of(asked));
    asked.counters = {{"BC", 0, std::nullopt, 0}};
    CHECK_FALSE(wait_of(asked));
}

TEST_CASE("the days before tell the wait before today does", "[core][queue][wait]") {
    Asked asked;
    asked.calls.clear();
    CHECK_FALSE(wait_of(asked));
    asked.days_before = {visits(30, 5min, busy_day - std::chrono::days{3})};
    REQUIRE(wait_of(asked));
    CHECK(wait_of(asked)->expected == 20min);
    // A slow day shows soon.
    asked.calls = visits(6, 10min);
    CHECK(wait_of(asked)->expected == 30min);
}

TEST_CASE("every counter that is open shortens the wait, whom it has lengthens it",
          "[core][queue][wait]") {
    Asked asked;
    CHECK(wait_of(asked)->expected == 20min);
    asked.counters.push_back({"AB", 0, std::nullopt, 0});
    CHECK(wait_of(asked)->expected == 10min);
    asked.counters.resize(1);
    asked.counters[0].called_at = at(busy_day, 9h - 2min);
    asked.counters[0].with_service = 'A';
    CHECK(wait_of(asked)->expected == 23min);
    asked.counters[0].called_at = at(busy_day, 8h); // longer than usual: it ends some time
    CHECK(wait_of(asked)->expected == 20min + 75s);
}

TEST_CASE("the break does not count as waiting for a counter, and is waited through",
          "[core][queue][wait]") {
    Asked asked;
    asked.time = 11h + 15min;
    const auto wait = wait_of(asked);
    REQUIRE(wait);
    CHECK(wait->expected == 2h + 20min); // a quarter before the break and five minutes after it
    CHECK(wait->range.low < 15min);      // perhaps before the break
    asked.time = 7h;                     // before the office opens
    CHECK(wait_of(asked)->expected == 30min + 20min);
}

TEST_CASE("nobody is promised a call after closing", "[core][queue][wait]") {
    Asked asked;
    asked.time = 16h + 55min;
    CHECK_FALSE(wait_of(asked));
    asked.people = 1;
    const auto wait = wait_of(asked);
    REQUIRE(wait);
    CHECK(wait->expected == 0s);
    CHECK(wait->range.high <= 5min);
}

TEST_CASE("a range is as wide as what was told turned out wrong", "[core][queue][wait]") {
    Asked asked;
    const auto before = *wait_of(asked);
    CHECK(before.range.low < before.expected);
    CHECK(before.range.high > before.expected);
    const auto with_errors = [&](double factor) {
        Asked of = asked;
        std::mt19937 random(5);
        std::uniform_real_distribution<double> error(1 / factor, factor);
        std::vector<CalledTicket> calls = visits(60, 3min, busy_day - std::chrono::days{3});
        for (CalledTicket& call : calls) {
            const auto waited = call.first_called_at - call.arrived_at;
            const std::chrono::seconds told(
                static_cast<std::int64_t>(static_cast<double>(waited.count()) * error(random)));
            call.promise = {told, {told, told}};
        }
        of.days_before = {calls};
        return *wait_of(of);
    };
    const auto good = with_errors(1.05);
    const auto bad = with_errors(3);
    CHECK(good.range.high - good.range.low < bad.range.high - bad.range.low);
}
