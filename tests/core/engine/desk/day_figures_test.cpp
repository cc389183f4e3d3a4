#include "core/engine/desk/day_figures.hpp"
#include "core/engine/dossiers/work_lists.hpp"
#include "tests/support/front_desk_room.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using samples::on_monday;
using namespace std::chrono_literals;

namespace {

core::DayFigures day_of(samples::FrontDeskRoom& room, core::Instant now) {
    return core::day_figures(*room.books().read(), room.office(), room.desk(), now);
}

std::string receive(samples::FrontDeskRoom& room, const char* officer, core::Instant now) {
    const auto dossier = room.books().receive(
        {"1.000001", {"Lê Thị Hoa", "", "", ""}, core::Channel::in_person, officer, 0}, now);
    REQUIRE(dossier);
    return dossier->code;
}

std::int64_t listed(samples::FrontDeskRoom& room, const char* status, core::Instant now) {
    core::DossierQuery query;
    REQUIRE(core::narrow(query, status, now));
    return static_cast<std::int64_t>(room.books().read()->list_dossiers(query).size());
}

} // namespace

TEST_CASE("the day's tickets count for their service and their counter", "[engine][today]") {
    samples::FrontDeskRoom room;
    for (int i = 0; i < 3; ++i) room.take('B', on_monday(8h + i * 1min));
    room.serve(2, on_monday(8h + 10min)); // for a minute
    REQUIRE(room.step({2, core::TicketAct::call, "", "", {}}, on_monday(8h + 20min)));
    const core::DayFigures day = day_of(room, on_monday(8h + 21min));
    CHECK(day.queue.issued == 3);
    CHECK(day.queue.waiting == 1);
    REQUIRE(day.services.size() == 3);
    CHECK(day.services[0].queue.issued == 0);
    CHECK(day.services[1].queue.issued == 3);
    CHECK(day.services[1].name == "Chứng thực");
    REQUIRE(day.counters.size() == 3);
    CHECK_FALSE(day.counters[0].open);
    CHECK(day.counters[0].served == 0);
    CHECK_FALSE(day.counters[0].service_median);
    CHECK(day.counters[1].open);
    CHECK(day.counters[1].served == 1);
    CHECK(day.counters[1].service_median == 60s);
    CHECK(day.counters[1].ticket == "B002");
    REQUIRE(day.hours.size() == 1);
    CHECK(day.hours[0].issued == 3);
    CHECK(day_of(room, on_monday(8h) + 24h).queue.issued == 0);
}

TEST_CASE("the day's dossiers are as many as the lists of their names show", "[engine][today]") {
    samples::FrontDeskRoom room;
    const core::Instant evening = on_monday(17h); // when chứng thực of today is due
    receive(room, "lan", on_monday(8h));
    receive(room, "lan", on_monday(9h));
    receive(room, "minh", on_monday(9h));
    const auto resolved = receive(room, "minh", on_monday(10h));
    const auto suspended = receive(room, "minh", on_monday(10h));
    REQUIRE(
        room.books().act(resolved, samples::complete_request(core::Act::resolve, on_monday(11h))));
    REQUIRE(room.books().act(
        suspended, samples::complete_request(core::Act::request_supplement, on_monday(11h))));
    for (const core::Instant now :
         {on_monday(12h), evening - 1s, evening, evening + 1s, on_monday(26h)}) {
        const core::DossierDay day = day_of(room, now).dossiers;
        CHECK(day.overdue == listed(room, "overdue", now));
        CHECK(day.due_today == listed(room, "due_today", now));
        CHECK(day.open == listed(room, "open", now));
        CHECK(day.suspended == listed(room, "suspended", now));
        CHECK(day.overdue == (now >= evening ? 3 : 0));
    }
    const core::DossierDay day = day_of(room, on_monday(12h)).dossiers;
    CHECK(day.received == 5);
    CHECK(day.resolved == 1);
    CHECK(day.open == 4);
    CHECK(day.due_today == 3);
    CHECK(day_of(room, on_monday(26h)).dossiers.received == 0);
}

TEST_CASE("an officer stands in the day with something received or open", "[engine][today]") {
    samples::FrontDeskRoom room;
    const auto first = receive(room, "lan", on_monday(8h));
    receive(room, "minh", on_monday(9h));
    REQUIRE(room.books().act(first, samples::complete_request(core::Act::resolve, on_monday(11h))));
    const auto officers = day_of(room, on_monday(17h)).officers;
    REQUIRE(officers.size() == 2);
    const auto lan = std::find_if(officers.begin(), officers.end(),
                                  [](const auto& each) { return each.login == "lan"; });
    REQUIRE(lan != officers.end());
    CHECK(lan->received == 1);
    CHECK(lan->resolved == 1);
    CHECK(lan->open == 0);
    CHECK(lan->overdue == 0);
    const auto tomorrow = day_of(room, on_monday(17h) + 24h).officers;
    REQUIRE(tomorrow.size() == 1); // nothing of lan's is open any more
    CHECK(tomorrow[0].login == "minh");
    CHECK(tomorrow[0].open == 1);
    CHECK(tomorrow[0].overdue == 1);
}

TEST_CASE("an officer stands in the day once, however he is written", "[engine][today]") {
    samples::FrontDeskRoom room;
    receive(room, "cc07", on_monday(8h));
    receive(room, "CC07", on_monday(9h));
    receive(room, "\uFF23\uFF23\uFF10\uFF17", on_monday(9h));
    receive(room, "cc08", on_monday(9h));
    const auto officers = day_of(room, on_monday(17h)).officers;
    REQUIRE(officers.size() == 2);
    CHECK(officers[0].received == 3);
    CHECK(officers[0].open == 3);
    CHECK(officers[1].login == "cc08");
    const auto tomorrow = day_of(room, on_monday(17h) + 24h).officers;
    REQUIRE(tomorrow.size() == 2);
    CHECK(tomorrow[0].overdue == 3);
}
