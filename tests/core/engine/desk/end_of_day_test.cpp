#include "core/engine/desk/day_figures.hpp"
#include "tests/support/front_desk_room.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch.hpp>

using core::Result;
using core::StoredTicket;
using core::TicketAct;
using core::TicketState;
using samples::on_monday;
using namespace std::chrono_literals;

namespace {

const core::Instant closing = on_monday(17h);

core::ActContext by_system(core::Instant now) { return {{"system", "server"}, now}; }

std::int64_t end_days(samples::FrontDeskRoom& room, core::Instant now, std::size_t most = 100) {
    return room
        .within<std::int64_t>([&](core::Books& in) -> Result<std::int64_t> {
            return room.desk().end_days(in, "the day has ended", by_system(now), most);
        })
        .value();
}

core::Ticket stored(samples::FrontDeskRoom& room, const char* number) {
    return room.books().read()->tickets().find(samples::date(2024, 5, 6), number)->ticket;
}

TicketState shown(samples::FrontDeskRoom& room, const std::string& code, core::Instant now) {
    return room.desk().look_up(*room.books().read(), code, now)->place.ticket.ticket.state;
}

Result<StoredTicket>
act(samples::FrontDeskRoom& room, TicketAct act, core::Instant now, std::string ticket = "") {
    const std::optional<char> to = act == TicketAct::transfer ? std::optional('B') : std::nullopt;
    return room.step({1, act, std::move(ticket), "", to}, now);
}

/// At closing A001 is held, A002 served at counter 1, A003 waits.
void live_until_closing(samples::FrontDeskRoom& room) {
    for (int i = 0; i < 3; ++i) room.take('A', on_monday(16h + i * 1min));
    REQUIRE(act(room, TicketAct::call, on_monday(16h + 30min)));
    REQUIRE(act(room, TicketAct::start, on_monday(16h + 30min)));
    REQUIRE(act(room, TicketAct::hold, on_monday(16h + 40min)));
    REQUIRE(act(room, TicketAct::call, on_monday(16h + 50min)));
    REQUIRE(act(room, TicketAct::start, on_monday(16h + 50min)));
}

} // namespace

TEST_CASE("closing ends the day, and a visit in service is ended by its counter",
          "[engine][queue][closing]") {
    samples::FrontDeskRoom room;
    live_until_closing(room);
    CHECK(end_days(room, closing - 1s) == 0);
    CHECK(shown(room, "T240506-A003", closing - 1s) == TicketState::waiting);
    // Before anybody wrote it down, and afterwards.
    for (const bool written : {false, true}) {
        if (written) CHECK(end_days(room, closing) == 2);
        CHECK(shown(room, "T240506-A001", closing) == TicketState::expired);
        CHECK(shown(room, "T240506-A002", closing) == TicketState::serving);
        CHECK(shown(room, "A003", closing) == TicketState::expired);
        CHECK(room.desk().live(*room.books().read(), closing).size() == 1);
        const auto day =
            core::day_figures(*room.books().read(), room.office(), room.desk(), closing);
        CHECK(day.queue.expired == 2);
        CHECK(day.queue.serving == 1);
        CHECK(day.queue.waiting + day.queue.held == 0);
    }
    CHECK(stored(room, "A003").ended_at == closing);
    REQUIRE(act(room, TicketAct::finish, closing + 20min));
    CHECK(stored(room, "A002").served_for == 30min);
    CHECK(room.findings() == std::vector<std::string>{});
}

TEST_CASE("after closing an act on a ticket says what holds", "[engine][queue][closing]") {
    samples::FrontDeskRoom room;
    live_until_closing(room);
    const core::Instant late = closing + 5min;
    for (const TicketAct each : {TicketAct::transfer, TicketAct::hold}) {
        const auto refused = act(room, each, late);
        CHECK_THAT(samples::refusal_of(refused), Catch::Contains("A002"));
        CHECK(refused.error().message.code == "visit-only-to-be-ended");
    }
    REQUIRE(act(room, TicketAct::finish, late));
    CHECK(act(room, TicketAct::call, late, "A003").error().message.code == "ticket-of-ended-day");
    CHECK(act(room, TicketAct::release, late, "A001").error().message.code ==
          "ticket-of-ended-day");
    CHECK(act(room, TicketAct::call, late).error().message.code == "nobody-waits");
    const auto back = room.within<StoredTicket>(
        [&](core::Books& in) { return room.desk().re_enter(in, "T240506-A001", by_system(late)); });
    CHECK(back.error().message.code == "ticket-of-ended-day");
}

TEST_CASE("a call after closing takes only who came after closing", "[engine][queue][closing]") {
    samples::FrontDeskRoom room;
    live_until_closing(room);
    REQUIRE(act(room, TicketAct::finish, closing + 1min));
    CHECK(room.take('A', closing + 2min) == "A004");
    CHECK(act(room, TicketAct::call, closing + 3min)->ticket.number == "A004");
    CHECK(stored(room, "A003").state == TicketState::expired);
    CHECK(room.findings() == std::vector<std::string>{});
}

TEST_CASE("a ticket of yesterday is not today's of the same number", "[engine][queue][closing]") {
    samples::FrontDeskRoom room;
    live_until_closing(room);
    const core::Instant morning = on_monday(7h + 35min) + 24h;
    room.take('A', morning);
    CHECK(act(room, TicketAct::call, morning, "T240506-A001").error().message.code ==
          "ticket-of-another-day");
    CHECK(act(room, TicketAct::call, morning)->ticket.code == "T240507-A001");
    CHECK(shown(room, "T240506-A003", morning) == TicketState::expired);
    CHECK(shown(room, "A001", morning) == TicketState::called);
    CHECK(room.findings() == std::vector<std::string>{});
}

TEST_CASE("a visit that nobody ended ends at its closing, by its counter or by itself",
          "[engine][queue][closing]") {
    const core::Instant morning = on_monday(7h + 35min) + 24h;
    samples::FrontDeskRoom room;
    live_until_closing(room);
    CHECK(shown(room, "T240506-A002", closing + 3h) == TicketState::serving);
    CHECK(shown(room, "T240506-A002", morning) == TicketState::done);
    SECTION("the counter ends it in the morning") {
        REQUIRE(act(room, TicketAct::finish, morning));
    }
    SECTION("the house keeps its tickets, over a day off too") {
        CHECK(end_days(room, morning + 72h) == 3);
        const auto again = act(room, TicketAct::finish, morning + 72h, "T240506-A002");
        CHECK(again.error().message.code == "ticket-of-another-day");
    }
    CHECK(stored(room, "A002").state == TicketState::done);
    CHECK(stored(room, "A002").ended_at == closing);
    CHECK(stored(room, "A002").served_for == 10min);
    CHECK(room.findings() == std::vector<std::string>{});
}

TEST_CASE("an office that still calls those who wait says for how long",
          "[engine][queue][closing]") {
    core::Office office = samples::three_counters();
    office.queue.grace_after_closing = 30min;
    samples::FrontDeskRoom room(office);
    live_until_closing(room);
    REQUIRE(act(room, TicketAct::finish, closing + 5min));
    CHECK(act(room, TicketAct::call, closing + 6min)->ticket.number == "A003");
    CHECK(shown(room, "T240506-A001", closing + 29min) == TicketState::held);
    CHECK(shown(room, "T240506-A001", closing + 30min) == TicketState::expired);
}

TEST_CASE("the end of a day is written a little at a time", "[engine][queue][closing]") {
    samples::FrontDeskRoom room;
    for (int i = 0; i < 5; ++i) room.take('A', on_monday(8h));
    CHECK(end_days(room, closing, 2) == 2);
    CHECK(end_days(room, closing, 2) == 2);
    CHECK(end_days(room, closing, 2) == 1);
    CHECK(end_days(room, closing, 2) == 0);
}
