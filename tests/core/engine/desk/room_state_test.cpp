#include "core/engine/desk/room_state.hpp"
#include "tests/support/front_desk_room.hpp"

#include <catch2/catch.hpp>

using samples::on_monday;
using namespace std::chrono_literals;

namespace {

core::RoomState state_of(samples::FrontDeskRoom& room, core::Instant now) {
    return core::room_state(*room.books().read(), room.office(), room.desk(), now);
}

} // namespace

TEST_CASE("the room tells who waits for what, and whom each counter has", "[engine][queue]") {
    samples::FrontDeskRoom room;
    room.take('A', on_monday(8h));
    room.take('A', on_monday(8h + 1min));
    room.take('B', on_monday(8h + 2min));
    REQUIRE(room.step({1, core::TicketAct::call, "", "", {}}, on_monday(8h + 5min)));
    const core::RoomState state = state_of(room, on_monday(8h + 6min));
    REQUIRE(state.services.size() == 3);
    CHECK(state.services[0].service->letter == 'A');
    CHECK(state.services[0].waiting == 1);
    CHECK(state.services[1].waiting == 1);
    CHECK(state.services[2].waiting == 0);
    REQUIRE(state.counters.size() == 3);
    CHECK(state.counters[0].open);
    REQUIRE(state.counters[0].ticket);
    CHECK(state.counters[0].ticket->number == "A001");
    CHECK_FALSE(state.counters[1].open);
    CHECK_FALSE(state.counters[1].ticket);
    CHECK(state.live.size() == 3);
    CHECK(state.day == samples::date(2024, 5, 6));
    CHECK(state.seq == room.books().read()->journal_head().seq);
}

TEST_CASE("a counter that has been quiet is closed, whoever it still has", "[engine][queue]") {
    samples::FrontDeskRoom room;
    room.take('A', on_monday(8h));
    REQUIRE(room.step({1, core::TicketAct::call, "", "", {}}, on_monday(8h)));
    CHECK(state_of(room, on_monday(8h + 29min)).counters[0].open);
    const core::RoomState later = state_of(room, on_monday(8h + 30min));
    CHECK_FALSE(later.counters[0].open);
    CHECK(later.counters[0].ticket);
    CHECK(state_of(room, on_monday(8h) + 24h).live.empty());
}

TEST_CASE("who waits is counted over all services, without those called or held",
          "[engine][queue]") {
    samples::FrontDeskRoom room;
    const auto waiting = [&](core::Instant now) {
        return core::count_waiting(*room.books().read(), room.desk(), now);
    };
    const core::Instant now = on_monday(9h);
    CHECK(waiting(now) == 0);
    room.take('A', on_monday(8h));
    room.take('A', on_monday(8h + 1min));
    room.take('B', on_monday(8h + 2min));
    CHECK(waiting(now) == 3);
    REQUIRE(room.step({1, core::TicketAct::call, "", "", {}}, on_monday(8h + 5min)));
    CHECK(waiting(now) == 2);
    CHECK(waiting(on_monday(17h)) == 0);
    CHECK(waiting(now + 24h) == 0);
}
