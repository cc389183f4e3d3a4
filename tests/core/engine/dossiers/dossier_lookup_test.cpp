#include "core/engine/dossiers/dossier_lookup.hpp"
#include "tests/support/dossier_samples.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

using core::Act;
using samples::at;
using samples::date;
using samples::morning;
using namespace std::chrono_literals;

namespace {

std::string received_in(SqliteOffice& office) {
    const auto dossier = office.books().receive(
        {"1.000002", {"Lê Thị Hoa", "", "", ""}, core::Channel::in_person, "lan", 0}, morning);
    REQUIRE(dossier);
    return dossier->code;
}

} // namespace

TEST_CASE("a dossier is found by its code, or refused by it", "[engine][dossier_lookup]") {
    SqliteOffice office;
    const std::string code = received_in(office);
    const auto books = office.books().read();
    CHECK(core::find_dossier(*books, code)->dossier.code == code);
    const auto unknown = core::find_dossier(*books, "H55-1");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().kind == core::ErrorKind::not_found);
    CHECK(unknown.error().message == core::Message{"dossier-unknown", {{"code", "H55-1"}}});
}

TEST_CASE("a dossier is reached by any spelling of its code's end, and publicly by the whole code",
          "[engine][dossier_lookup]") {
    SqliteOffice office;
    const std::string code = received_in(office);
    const auto books = office.books().read();
    const std::string agency = books->agency().code;
    const std::string date = code.substr(agency.size() + 1, 6);
    const std::string number = code.substr(agency.size() + 8);
    const std::string last_group = agency.substr(agency.rfind('.') + 1);
    for (const std::string& tail :
         {number, date + "-" + number, date + " " + number, date + number,
          "-" + date + "-" + number, last_group + "-" + date + "-" + number,
          last_group + date + number, "\"" + date + "-" + number + "\"", "Mã hồ sơ: " + number}) {
        INFO(tail);
        const auto reached = core::reach_dossier(*books, tail);
        REQUIRE(reached);
        CHECK(reached->dossier.code == code);
        CHECK(core::find_dossiers(*books, tail, 10).size() == 1);
        CHECK_FALSE(core::find_dossier(*books, tail));
    }
    for (const std::string& whole :
         {"\"" + code + "\"", "\u201C" + code + "\u201D", "Mã hồ sơ: " + code}) {
        INFO(whole);
        const auto found = core::find_dossier(*books, whole);
        REQUIRE(found);
        CHECK(found->dossier.code == code);
    }
    // Half a group of the agency's code is no part of it.
    CHECK_FALSE(core::reach_dossier(*books, last_group.substr(1) + "-" + date + "-" + number));
}

TEST_CASE("a dossier's history is all its acts, the first one first", "[engine][dossier_lookup]") {
    SqliteOffice office;
    const std::string code = received_in(office);
    received_in(office); // another one's acts do not belong to it
    REQUIRE(office.books().act(code, samples::complete_request(Act::forward, morning + 1h)));
    REQUIRE(office.books().act(code, samples::complete_request(Act::resolve, morning + 2h)));
    const auto books = office.books().read();
    const auto history = core::history_of(*books, *core::find_dossier(*books, code));
    CHECK(history.whole);
    std::vector<std::string> acts;
    for (const core::Event& event : history.events) acts.push_back(event.act);
    CHECK(acts == std::vector<std::string>{"receive", "forward", "resolve"});
}

TEST_CASE("a history that breaks before its first act says so", "[engine][dossier_lookup]") {
    SqliteOffice office;
    const std::string code = received_in(office);
    REQUIRE(office.books().act(code, samples::complete_request(Act::forward, morning + 1h)));
    const auto books = office.books().read();
    auto stored = *core::find_dossier(*books, code);
    CHECK(core::history_of(*books, stored).events.size() == 2);
    stored.last_event = 1'000'000;
    const auto history = core::history_of(*books, stored);
    CHECK_FALSE(history.whole);
    CHECK(history.events.empty());
}

TEST_CASE("a long history that verification finds sound is whole for who reads it",
          "[engine][dossier_lookup]") {
    constexpr std::size_t acts = 10'001;
    SqliteOffice office;
    const std::string code = received_in(office);
    const auto& processing = office.books().processing();
    REQUIRE(office.books().write([&](core::Books& books) -> core::Result<void> {
        const auto request = samples::complete_request(Act::forward, morning + 1h);
        for (std::size_t i = 1; i < acts; ++i) {
            const int version = books.find_dossier(code)->dossier.version;
            const auto forwarded =
                processing.act(books, code, version, request, samples::clerk(morning + 1h));
            if (!forwarded) return forwarded.error();
        }
        return {};
    }));
    CHECK(office.books().findings().empty());
    const auto books = office.books().read();
    const auto history = core::history_of(*books, *core::find_dossier(*books, code));
    CHECK(history.whole);
    CHECK(history.events.size() == acts);
}
