#include "core/engine/desk/counter_presence.hpp"
#include "tests/support/office_samples.hpp"

#include <catch2/catch.hpp>

using samples::at;
using samples::date;
using namespace std::chrono_literals;

namespace {

const core::Day monday = date(2024, 5, 6);

} // namespace

TEST_CASE("a counter is open for half an hour after it acted, on that day", "[engine][queue]") {
    const core::CounterState state{2, monday, 0, "lan", at(monday, 9h)};
    CHECK(core::is_counter_open(state, at(monday, 9h)));
    CHECK(core::is_counter_open(state, at(monday, 9h + 30min) - 1s));
    CHECK_FALSE(core::is_counter_open(state, at(monday, 9h + 30min)));
    const core::CounterState late{2, monday, 0, "lan", at(monday, 24h) - 1min};
    CHECK(core::is_counter_open(late, at(monday, 24h) - 1s));
    CHECK_FALSE(core::is_counter_open(late, at(monday, 24h)));
}

TEST_CASE("a counter that never acted is not open", "[engine][queue]") {
    const std::vector<core::CounterState> states = {{2, monday, 0, "lan", at(monday, 9h)}};
    CHECK(core::is_counter_open(states, 2, at(monday, 9h)));
    CHECK_FALSE(core::is_counter_open(states, 1, at(monday, 9h)));
    CHECK_FALSE(core::is_counter_open({}, 2, at(monday, 9h)));
}

TEST_CASE("a counter has whom it called and whom it serves", "[engine][queue]") {
    std::vector<core::StoredTicket> live(2);
    live[0].ticket.state = core::TicketState::waiting;
    live[0].ticket.counter = 1;
    live[1].ticket.counter = 2;
    for (const auto state : {core::TicketState::called, core::TicketState::serving}) {
        live[1].ticket.state = state;
        CHECK(core::ticket_at(live, 2) == &live[1]);
        CHECK(core::ticket_at(live, 1) == nullptr);
    }
    live[1].ticket.state = core::TicketState::held;
    CHECK(core::ticket_at(live, 2) == nullptr);
    CHECK(core::ticket_at({}, 2) == nullptr);
}
