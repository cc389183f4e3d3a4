#include "tests/support/front_desk_room.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <thread>

using core::FrontDesk;
using core::Result;
using core::StoredTicket;
using core::TicketAct;
using core::TicketState;
using samples::on_monday;
using namespace std::chrono_literals;

namespace {

const core::Day room_day = samples::date(2024, 5, 6);

core::ActContext by_lan(core::Instant now) { return {{"lan", "counter"}, now}; }

using Room = samples::FrontDeskRoom;

core::Office room() { return samples::three_counters(); }

} // namespace

TEST_CASE("numbers count from 001 by service and day, without gap", "[engine][queue]") {
    Room room;
    CHECK(room.take('A', on_monday(8h)) == "A001");
    CHECK(room.take('B', on_monday(8h)) == "B001");
    CHECK(room.take('A', on_monday(8h)) == "A002");
    CHECK_FALSE(room.take({'Z', {}, {}, "", ""}, on_monday(8h)));
    CHECK(room.take('A', on_monday(8h)) == "A003");
    CHECK(room.take('A', on_monday(8h) + 24h) == "A001");
    CHECK(room.findings() == std::vector<std::string>{});
}

TEST_CASE("after two priority tickets in a row an ordinary one is called", "[engine][queue]") {
    Room room;
    room.take('A', on_monday(8h));
    room.take('B', on_monday(8h + 1min));
    for (int i = 0; i < 3; ++i) room.take('A', on_monday(8h + 2min), core::PriorityKind::pregnant);
    std::string order;
    for (int i = 0; i < 5; ++i) order += room.serve(1, on_monday(9h + i * 5min)) + " ";
    CHECK(order == "A002 A003 A001 A004 B001 ");
    CHECK(room.findings() == std::vector<std::string>{});
}

TEST_CASE("a counter calls nobody while it has somebody", "[engine][queue]") {
    Room room;
    room.take('A', on_monday(8h));
    room.take('A', on_monday(8h));
    REQUIRE(room.step({1, TicketAct::call, "", "", {}}, on_monday(9h)));
    const auto again = room.step({1, TicketAct::call, "", "", {}}, on_monday(9h));
    CHECK_THAT(samples::refusal_of(again), Catch::Contains("A001"));
    CHECK(room.step({2, TicketAct::call, "", "", {}}, on_monday(9h))->ticket.number == "A002");
    CHECK_FALSE(room.step({2, TicketAct::start, "A001", "", {}}, on_monday(9h)));
}

TEST_CASE("a call out of order needs a reason, which is kept", "[engine][queue]") {
    Room room;
    room.take('A', on_monday(8h));
    room.take('A', on_monday(8h + 1min));
    CHECK_FALSE(room.step({1, TicketAct::call, "A002", "", {}}, on_monday(9h)));
    const auto called = room.step({1, TicketAct::call, "A002", "cụ già ngất", {}}, on_monday(9h));
    REQUIRE(called);
    CHECK(room.books().read()->event(called->last_event)->reason == "cụ già ngất");
}

TEST_CASE("a transferred ticket keeps its arrival and its priority", "[engine][queue]") {
    Room room;
    room.take('B', on_monday(8h));
    REQUIRE(room.step({1, TicketAct::call, "", "", {}}, on_monday(9h)));
    REQUIRE(room.step({1, TicketAct::start, "", "", {}}, on_monday(9h)));
    room.take('A', on_monday(8h + 30min));
    REQUIRE(room.step({1, TicketAct::transfer, "", "", 'A'}, on_monday(9h + 5min)));
    CHECK(room.serve(2, on_monday(9h + 10min)) == "B001");
    CHECK(room.findings() == std::vector<std::string>{});
}

TEST_CASE("nobody comes after all calls: no-show, and the next one is called", "[engine][queue]") {
    Room room;
    room.take('A', on_monday(8h));
    room.take('A', on_monday(8h));
    REQUIRE(room.step({1, TicketAct::call, "", "", {}}, on_monday(9h)));
    CHECK_FALSE(room.step({1, TicketAct::recall, "", "", {}}, on_monday(9h) + 44s));
    CHECK_FALSE(room.step({1, TicketAct::no_show, "", "", {}}, on_monday(9h) + 60s));
    REQUIRE(room.step({1, TicketAct::recall, "", "", {}}, on_monday(9h) + 45s));
    REQUIRE(room.step({1, TicketAct::recall, "", "", {}}, on_monday(9h) + 90s));
    REQUIRE(room.step({1, TicketAct::no_show, "", "", {}}, on_monday(9h) + 135s));
    CHECK(room.serve(1, on_monday(9h + 5min)) == "A002");
}

TEST_CASE("a citizen sent away for a paper re-enters near the head", "[engine][queue]") {
    Room room;
    for (int i = 0; i < 4; ++i) room.take('A', on_monday(8h + i * 1min));
    REQUIRE(room.step({1, TicketAct::call, "", "", {}}, on_monday(9h)));
    const auto held = room.step({1, TicketAct::hold, "", "", {}}, on_monday(9h));
    REQUIRE(held);
    const auto back = room.within<StoredTicket>([&](core::Books& in) {
        return room.desk().re_enter(in, held->ticket.code, by_lan(on_monday(9h + 10min)));
    });
    REQUIRE(back);
    CHECK(room.serve(1, on_monday(9h + 11min)) == "A002"); // lets one other pass
    CHECK(room.serve(2, on_monday(9h + 13min)) == "A001");
    CHECK(room.findings() == std::vector<std::string>{});
}

TEST_CASE("a cancelled ticket is called no more, and its person may take another",
          "[engine][queue]") {
    Room room;
    const core::TicketRequest request{'A', {}, {}, "digest", ""};
    const auto first = room.take(request, on_monday(8h));
    room.take('A', on_monday(8h + 1min));
    const auto cancel = [&] {
        return room.within<StoredTicket>([&](core::Books& in) {
            return room.desk().cancel(in, first->ticket.ticket.code, by_lan(on_monday(8h + 2min)));
        });
    };
    REQUIRE(cancel());
    CHECK_FALSE(cancel()); // once
    CHECK(room.take(request, on_monday(8h + 3min)));
    CHECK(room.serve(1, on_monday(9h)) == "A002");
    CHECK(room.findings() == std::vector<std::string>{});
}

TEST_CASE("one person has one live ticket where a phone or ID is given", "[engine][queue]") {
    Room room;
    const core::TicketRequest request{'A', {}, {}, "digest", ""};
    const auto first = room.take(request, on_monday(8h));
    REQUIRE(first);
    CHECK_THAT(samples::refusal_of(room.take(request, on_monday(8h))), Catch::Contains("A001"));
    REQUIRE(room.step({1, TicketAct::call, "", "", {}}, on_monday(9h)));
    REQUIRE(room.step({1, TicketAct::start, "", "", {}}, on_monday(9h)));
    REQUIRE(room.step({1, TicketAct::finish, "", "", {}}, on_monday(9h)));
    CHECK(room.take(request, on_monday(10h)));
}

TEST_CASE("a dossier with its result queues to the returning counters, once", "[engine][queue]") {
    Room room;
    const auto dossier = room.books().receive(
        {"1.000002", {"Lê Thị Hoa", "", "", ""}, core::Channel::in_person, "lan", 0},
        on_monday(8h));
    REQUIRE(dossier);
    const core::TicketRequest request{{}, {}, dossier->code, "", "kiosk-1"};
    CHECK_THAT(samples::refusal_of(room.take(request, on_monday(9h))),
               Catch::Contains("no result to fetch yet"));
    const core::ActRequest resolve{on_monday(9h), {}, core::requests::Resolve{}};
    REQUIRE(room.books().act(dossier->code, resolve));
    const auto place = room.take(request, on_monday(9h));
    REQUIRE(place);
    CHECK(place->ticket.ticket.number == "R001");
    CHECK(place->ticket.ticket.dossier_code == dossier->code);
    CHECK_THAT(samples::refusal_of(room.take(request, on_monday(9h))), Catch::Contains("R001"));
    CHECK(room.step({3, TicketAct::call, "", "", {}}, on_monday(9h))->ticket.dossier_code ==
          dossier->code);
}

TEST_CASE("a service gives out no more tickets than its daily limit", "[engine][queue]") {
    Room room;
    for (int i = 0; i < 3; ++i) room.take('B', on_monday(8h));
    CHECK_THAT(samples::refusal_of(room.take({'B', {}, {}, "", ""}, on_monday(8h))),
               Catch::Contains("all its 3 numbers"));
    CHECK(room.take('B', on_monday(8h) + 24h) == "B001");
}

TEST_CASE("tickets are given in the hours set for them, and always where none are set",
          "[engine][queue]") {
    CHECK(Room().take('A', on_monday(23h)) == "A001");
    core::Office office = room();
    office.services[0].hours = core::WeekSessions{};
    (*office.services[0].hours)[0] = {*core::parse_working_session("08:00-10:00")};
    Room limited(office);
    CHECK_THAT(samples::refusal_of(limited.take({'A', {}, {}, "", ""}, on_monday(7h + 59min))),
               Catch::Contains("08:00-10:00"));
    CHECK(limited.take('A', on_monday(8h)) == "A001");
    CHECK_FALSE(limited.take({'A', {}, {}, "", ""}, on_monday(10h)));
    CHECK_FALSE(limited.take({'A', {}, {}, "", ""}, on_monday(8h) + 24h)); // Tuesday has none
    CHECK(limited.take('B', on_monday(23h)) == "B001");
}

TEST_CASE("leased numbers come back by time of touch, unused ones are given out again",
          "[engine][queue][lease]") {
    Room room;
    room.take('A', on_monday(8h));
    const auto lease = room.within<core::TicketLease>([&](core::Books& in) {
        return room.desk().lease(in, 'A', 3, "kiosk-1", by_lan(on_monday(8h)));
    });
    REQUIRE(lease);
    CHECK(lease->numbers == std::vector<int>{9001, 9002, 9003});
    CHECK(room.take('A', on_monday(9h)) == "A002"); // no gap is seen
    const std::vector<core::OfflineTicket> used = {{"A9002", on_monday(8h + 40min), {}},
                                                   {"A9001", on_monday(8h + 50min), {}}};
    const auto settle = [&](const std::string& device) {
        return room.within<std::vector<StoredTicket>>([&](core::Books& in) {
            return room.desk().settle(in, lease->id, used, device, by_lan(on_monday(9h + 30min)));
        });
    };
    CHECK_FALSE(settle("kiosk-2"));
    REQUIRE(settle("kiosk-1"));
    CHECK_FALSE(settle("kiosk-1"));
    CHECK(room.take('A', on_monday(10h)) == "A003");
    const auto next = room.within<core::TicketLease>([&](core::Books& in) {
        return room.desk().lease(in, 'A', 2, "kiosk-1", by_lan(on_monday(10h)));
    });
    REQUIRE(next);
    CHECK(next->numbers == std::vector<int>{9003, 9004});
    std::string order;
    for (int i = 0; i < 5; ++i) order += room.serve(1, on_monday(11h + i * 2min)) + " ";
    CHECK(order == "A001 A9002 A9001 A002 A003 ");
    CHECK(room.findings() == std::vector<std::string>{});
}

TEST_CASE("a number that was not leased, or twice, or of another day, is refused",
          "[engine][queue][lease]") {
    Room room;
    const auto lease = room.within<core::TicketLease>([&](core::Books& in) {
        return room.desk().lease(in, 'A', 2, "kiosk-1", by_lan(on_monday(8h)));
    });
    REQUIRE(lease);
    const auto settle = [&](const std::vector<core::OfflineTicket>& used) {
        return room.within<std::vector<StoredTicket>>([&](core::Books& in) {
            return room.desk().settle(in, lease->id, used, "kiosk-1", by_lan(on_monday(9h)));
        });
    };
    CHECK_FALSE(settle({{"A9003", on_monday(8h), {}}}));
    CHECK_FALSE(settle({{"A1", on_monday(8h), {}}}));
    CHECK_FALSE(settle({{"A9001", on_monday(8h), {}}, {"A9001", on_monday(8h), {}}}));
    CHECK_FALSE(settle({{"A9001", on_monday(8h) - 24h, {}}}));
    CHECK_FALSE(settle({{"A9001", on_monday(10h), {}}}));
    CHECK(settle({{"A9001", on_monday(8h), {}}}));
}

TEST_CASE("no more numbers are leased than the service gives out in a day",
          "[engine][queue][lease]") {
    Room room;
    const auto lease = [&](int numbers) {
        return room.within<core::TicketLease>([&](core::Books& in) {
            return room.desk().lease(in, 'B', numbers, "kiosk-1", by_lan(on_monday(8h)));
        });
    };
    const auto most = lease(5);
    REQUIRE(most);
    CHECK(most->numbers.size() == 3);
    room.take('B', on_monday(8h));
    const auto fewer = lease(5);
    REQUIRE(fewer);
    CHECK(fewer->numbers.size() == 2);
    room.take('B', on_monday(8h));
    room.take('B', on_monday(8h));
    CHECK_THAT(samples::refusal_of(lease(1)), Catch::Contains("3"));
}

TEST_CASE("once the leased block is used up, ordinary numbers are leased",
          "[engine][queue][lease]") {
    Room room;
    room.take('A', on_monday(8h));
    REQUIRE(room.within<bool>([&](core::Books& in) -> Result<bool> {
        in.write_tickets().set_last_number(room_day, 'A', core::NumberBlock::leased,
                                           core::last_leased_number - 1);
        return true;
    }));
    const auto lease = room.within<core::TicketLease>([&](core::Books& in) {
        return room.desk().lease(in, 'A', 3, "kiosk-1", by_lan(on_monday(8h)));
    });
    REQUIRE(lease);
    CHECK(lease->numbers == std::vector<int>{9999, 2, 3});
    CHECK(room.take('A', on_monday(9h)) == "A004");
}

TEST_CASE("the wait is a range once services were finished, unknown before", "[engine][queue]") {
    Room room;
    for (int i = 0; i < 8; ++i) room.take('A', on_monday(8h));
    const auto unknown = room.take({'A', {}, {}, "", ""}, on_monday(8h));
    REQUIRE(unknown);
    CHECK(unknown->ahead == 8);
    CHECK_FALSE(unknown->wait);
    for (int i = 0; i < 4; ++i) room.serve(1, on_monday(9h + i * 2min));
    const auto known = room.take({'A', {}, {}, "", ""}, on_monday(9h + 8min));
    REQUIRE(known);
    CHECK(known->ahead == 5);
    CHECK(known->open_counters == 1);
    REQUIRE(known->wait);
    CHECK(known->wait->low <= 5min);
    CHECK(known->wait->high >= 5min);
}

TEST_CASE("under concurrent calls no ticket goes to two counters and none is lost",
          "[engine][queue][concurrency]") {
    core::Office office = room();
    office.services[1].daily_limit.reset();
    Room room(office);
    for (int i = 0; i < 60; ++i) room.take(i % 2 == 0 ? 'A' : 'B', on_monday(8h));
    std::vector<std::string> served[2];
    std::vector<std::thread> counters;
    for (int counter : {1, 2}) {
        counters.emplace_back([&room, &mine = served[counter - 1], counter] {
            for (;;) {
                const auto called =
                    room.step({counter, TicketAct::call, "", "", {}}, on_monday(9h));
                if (!called) return;
                mine.push_back(called->ticket.number);
                (void)room.step({counter, TicketAct::start, "", "", {}}, on_monday(9h));
                (void)room.step({counter, TicketAct::finish, "", "", {}}, on_monday(9h));
            }
        });
    }
    for (auto& counter : counters) counter.join();
    std::set<std::string> all(served[0].begin(), served[0].end());
    all.insert(served[1].begin(), served[1].end());
    CHECK(served[0].size() + served[1].size() == 60);
    CHECK(all.size() == 60);
    CHECK(room.findings() == std::vector<std::string>{});
}

TEST_CASE("verification names a ticket that was changed behind the program's back",
          "[engine][queue][verification]") {
    Room room;
    room.take('A', on_monday(8h));
    room.serve(1, on_monday(9h));
    room.take('A', on_monday(10h));
    const auto change =
        GENERATE("UPDATE ticket SET counter = 2 WHERE number = 'A001'",
                 "UPDATE ticket SET served_seconds = 1 WHERE number = 'A001'",
                 "UPDATE ticket SET arrived_at = 0 WHERE number = 'A002'",
                 "DELETE FROM ticket WHERE number = 'A002'", "UPDATE desk SET priority_run = 1");
    room.store().tamper(change);
    CHECK_FALSE(room.findings().empty());
}

TEST_CASE("a ticket is found by its code or by today's number, with how long it waited",
          "[engine][queue]") {
    Room room;
    room.take('A', on_monday(8h));
    room.take('A', on_monday(8h));
    const auto asked = [&](const std::string& name, core::Instant now) {
        return room.desk().look_up(*room.books().read(), name, now);
    };
    const auto second = asked("A002", on_monday(8h + 1min));
    REQUIRE(second);
    CHECK(second->place.ahead == 1);
    CHECK_FALSE(second->waited);
    CHECK(asked("T240506-A002", on_monday(32h))->place.ticket.ticket.number == "A002");
    CHECK(asked("A002", on_monday(32h)).error().kind == core::ErrorKind::not_found);
    room.serve(1, on_monday(8h + 10min));
    CHECK(asked("A001", on_monday(9h))->waited == 10min);
    CHECK(asked("A001", on_monday(9h))->place.ahead == 0);
}

TEST_CASE("a person is known by a digest of the ID number, or of the phone", "[engine][queue]") {
    CHECK(core::person_digest("", "").empty());
    CHECK(core::person_digest("019090000001", "").size() == 32);
    CHECK(core::person_digest("019090000001", "09") == core::person_digest("019090000001", ""));
    CHECK(core::person_digest("", "0912345678") == core::person_digest("0912345678", ""));
    CHECK(core::person_digest("019090000001", "") != core::person_digest("019090000002", ""));
}

TEST_CASE("a closed service says when it opens today, also where that is never",
          "[engine][queue]") {
    core::Office office = room();
    core::WeekSessions hours{};
    for (std::size_t day = 0; day < 5; ++day) hours.at(day) = {{7h + 30min, 10h + 30min}};
    office.services.front().hours = hours;
    Room open(office);
    const auto outlook = [&](core::Instant now) {
        return open.desk().outlooks(*open.books().read(), now).front();
    };
    CHECK_FALSE(outlook(on_monday(8h)).closed_text);
    CHECK(outlook(on_monday(8h)).sessions.empty());
    REQUIRE(outlook(on_monday(11h)).closed_text);
    CHECK(outlook(on_monday(11h)).closed_text->code == "service-closed-now");
    REQUIRE(outlook(on_monday(11h)).sessions.size() == 1);
    CHECK(outlook(on_monday(11h)).sessions.front().to == 10h + 30min);
    CHECK(outlook(on_monday(5 * 24h + 8h)).closed_text->code == "service-closed-today");
    CHECK(outlook(on_monday(5 * 24h + 8h)).sessions.empty());
}

TEST_CASE("a morning tells the wait from the days before, and what was told is kept",
          "[engine][queue]") {
    Room room;
    for (int i = 0; i < 12; ++i) room.take('A', on_monday(7h));
    for (int i = 0; i < 12; ++i) room.serve(1, on_monday(7h + 30min + i * 5min));
    const core::Instant morning = on_monday(7h + 35min) + 24h;
    REQUIRE(room.take({'A', {}, {}, "", ""}, morning)); // nobody has acted today
    const auto second = room.take({'A', {}, {}, "", ""}, morning);
    REQUIRE(second);
    REQUIRE(second->wait);
    CHECK(second->wait->low <= 5min);
    CHECK(second->wait->high >= 5min);
    const auto kept = room.books().read()->tickets().find(room_day + std::chrono::days{1}, "A002");
    REQUIRE(kept);
    REQUIRE(kept->ticket.promise);
    CHECK(kept->ticket.promise->range == *second->wait);
    CHECK(room.findings() == std::vector<std::string>{}); // the journal has it too
}
