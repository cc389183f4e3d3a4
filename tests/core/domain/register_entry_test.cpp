#include "core/domain/dossier_life.hpp"
#include "core/domain/register_entry.hpp"
#include "tests/support/dossier_samples.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/random.hpp"
#include "tests/support/random_samples.hpp"
#include "tests/support/week.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using core::Act;
using core::Dossier;
using core::DossierState;
using core::Instant;
using core::Outcome;
using core::Pause;
using core::RegisterEntry;
using samples::at;
using samples::date;
using samples::friday;
using samples::monday;
using samples::next_monday;
using samples::thursday;
using samples::tuesday;
using samples::wednesday;
using std::chrono::days;
using Columns = std::vector<std::string>;
using Ending = core::RegisterEntry::Ending;

namespace {

RegisterEntry open_entry() {
    RegisterEntry entry;
    entry.code = "H55-2023-17";
    entry.procedure_code = samples::three_days.code;
    entry.applicant = {"Nguyễn Văn An", "019090000001", "0912345678", "Tổ 1"};
    entry.channel = core::Channel::online;
    entry.received_at = at(monday, 9h);
    entry.fee_vnd = 8000;
    entry.officer = "lan";
    return entry;
}

RegisterEntry ended(Ending ending, Instant moment) {
    RegisterEntry entry = open_entry();
    entry.ending = ending;
    entry.resolved_at = moment;
    return entry;
}

RegisterEntry approved() { return ended(Ending::approved, at(thursday, 16h)); }

RegisterEntry returned() {
    RegisterEntry entry = approved();
    entry.returned_at = at(friday, 9h);
    entry.return_channel = core::Channel::postal;
    return entry;
}

RegisterEntry paused(RegisterEntry entry, std::vector<Pause> pauses) {
    entry.pauses = std::move(pauses);
    return entry;
}

Columns wrong_columns(const RegisterEntry& entry) {
    Columns columns;
    for (const auto& problem : core::contradictions(entry)) {
        CHECK_FALSE(problem.reason.code.empty());
        columns.push_back(problem.column);
    }
    return columns;
}

Dossier dossier(const RegisterEntry& entry) {
    CHECK(wrong_columns(entry).empty());
    return core::dossier_of(entry, samples::three_days, samples::reference_calendar());
}

} // namespace

TEST_CASE("a sound row has no contradiction", "[domain][register]") {
    CHECK(wrong_columns(open_entry()).empty());
    CHECK(wrong_columns(approved()).empty());
    CHECK(wrong_columns(returned()).empty());
    CHECK(wrong_columns(ended(Ending::rejected, at(tuesday, 9h))).empty());
    CHECK(wrong_columns(ended(Ending::withdrawn, at(tuesday, 9h))).empty());
    CHECK(wrong_columns(paused(approved(), {{at(tuesday, 9h), at(wednesday, 9h)},
                                            {at(wednesday, 9h), at(wednesday, 10h)}}))
              .empty());
    CHECK(wrong_columns(paused(open_entry(), {{at(tuesday, 9h), at(wednesday, 9h)},
                                              {at(thursday, 9h), std::nullopt}}))
              .empty());
}

TEST_CASE("a row may end in the moment it began, and be returned in that of its result",
          "[domain][register]") {
    RegisterEntry entry = returned();
    entry.resolved_at = entry.returned_at = entry.received_at;
    CHECK(wrong_columns(entry).empty());
}

TEST_CASE("a row resolved before it was received contradicts itself", "[domain][register]") {
    CHECK(wrong_columns(ended(Ending::approved, at(monday, 9h) - 1s)) == Columns{"resolved_at"});
    CHECK(wrong_columns(ended(Ending::withdrawn, at(monday, 8h))) == Columns{"resolved_at"});
}

TEST_CASE("a row returned before it was resolved contradicts itself", "[domain][register]") {
    RegisterEntry entry = returned();
    entry.returned_at = *entry.resolved_at - 1s;
    CHECK(wrong_columns(entry) == Columns{"returned_at"});
}

TEST_CASE("a result needs its instant, and the instant its result", "[domain][register]") {
    for (const Ending ending : {Ending::approved, Ending::rejected, Ending::withdrawn}) {
        RegisterEntry entry = open_entry();
        entry.ending = ending;
        CHECK(wrong_columns(entry) == Columns{"resolved_at"});
    }
    RegisterEntry entry = open_entry();
    entry.resolved_at = at(thursday, 9h);
    CHECK(wrong_columns(entry) == Columns{"result"});
}

TEST_CASE("a row resolved while a pause is open contradicts itself", "[domain][register]") {
    const Pause open{at(tuesday, 9h), std::nullopt};
    const Pause ends_later{at(tuesday, 9h), at(friday, 9h)};
    const Pause ends_then{at(tuesday, 9h), at(thursday, 16h)};
    CHECK(wrong_columns(paused(approved(), {open})) == Columns{"resolved_at"});
    CHECK(wrong_columns(paused(approved(), {ends_later})) == Columns{"resolved_at"});
    CHECK(wrong_columns(paused(approved(), {ends_then})).empty());
    CHECK(wrong_columns(paused(ended(Ending::rejected, at(thursday, 16h)), {open})) ==
          Columns{"resolved_at"});
}

TEST_CASE("a row may be withdrawn within a pause", "[domain][register]") {
    const RegisterEntry withdrawn = ended(Ending::withdrawn, at(thursday, 16h));
    CHECK(wrong_columns(paused(withdrawn, {{at(tuesday, 9h), std::nullopt}})).empty());
    CHECK(wrong_columns(paused(withdrawn, {{at(tuesday, 9h), at(friday, 9h)}})).empty());
}

TEST_CASE("a pause after the end contradicts it", "[domain][register]") {
    CHECK(wrong_columns(paused(approved(), {{at(friday, 9h), at(friday, 10h)}})) ==
          Columns{"pauses"});
    CHECK(wrong_columns(paused(ended(Ending::withdrawn, at(tuesday, 9h)),
                               {{at(friday, 9h), std::nullopt}})) == Columns{"pauses"});
}

TEST_CASE("a pause before the receipt is refused", "[domain][register]") {
    CHECK(wrong_columns(paused(open_entry(), {{at(monday, 8h), at(tuesday, 9h)}})) ==
          Columns{"pauses"});
    CHECK(wrong_columns(paused(open_entry(), {{at(monday, 9h), at(tuesday, 9h)}})).empty());
}

TEST_CASE("a pause that ends before it begins is refused", "[domain][register]") {
    CHECK(wrong_columns(paused(open_entry(), {{at(tuesday, 9h), at(tuesday, 8h)}})) ==
          Columns{"pauses"});
}

TEST_CASE("pauses that overlap or stand out of order are refused", "[domain][register]") {
    const Pause first{at(tuesday, 9h), at(wednesday, 9h)};
    const Pause inside{at(tuesday, 10h), at(tuesday, 11h)};
    const Pause across{at(wednesday, 8h), at(thursday, 9h)};
    const Pause later{at(thursday, 9h), at(friday, 9h)};
    CHECK(wrong_columns(paused(open_entry(), {first, inside})) == Columns{"pauses"});
    CHECK(wrong_columns(paused(open_entry(), {first, across})) == Columns{"pauses"});
    CHECK(wrong_columns(paused(open_entry(), {later, first})) == Columns{"pauses"});
    CHECK(wrong_columns(paused(open_entry(), {first, first})) == Columns{"pauses"});
    CHECK(wrong_columns(paused(open_entry(), {first, later})).empty());

    // The third overlaps the first, though not the short one between them.
    const Pause whole_week{at(monday, 10h), at(friday, 9h)};
    CHECK(wrong_columns(paused(open_entry(), {whole_week, inside, later})) ==
          Columns{"pauses", "pauses"});
}

TEST_CASE("only the last pause may be open", "[domain][register]") {
    CHECK(wrong_columns(paused(open_entry(), {{at(tuesday, 9h), std::nullopt},
                                              {at(thursday, 9h), at(friday, 9h)}})) ==
          Columns{"pauses"});
}

TEST_CASE("a return needs its channel, and the channel its return", "[domain][register]") {
    RegisterEntry entry = returned();
    entry.return_channel.reset();
    CHECK(wrong_columns(entry) == Columns{"return_channel"});
    entry = returned();
    entry.returned_at.reset();
    CHECK(wrong_columns(entry) == Columns{"returned_at"});
}

TEST_CASE("only a result can be returned", "[domain][register]") {
    RegisterEntry entry = open_entry();
    entry.returned_at = at(friday, 9h);
    entry.return_channel = core::Channel::in_person;
    CHECK(wrong_columns(entry) == Columns{"returned_at"});
    entry.ending = Ending::withdrawn;
    entry.resolved_at = at(thursday, 9h);
    CHECK(wrong_columns(entry) == Columns{"returned_at"});
}

TEST_CASE("every contradiction of a row is named, not only the first", "[domain][register]") {
    RegisterEntry entry = returned();
    entry.return_channel.reset();
    entry.returned_at = at(wednesday, 9h);
    entry.resolved_at = at(monday, 8h);
    entry.ending = Ending::none;
    entry.pauses = {{at(monday, 7h), std::nullopt}, {at(monday, 7h), at(monday, 6h)}};
    Columns columns = wrong_columns(entry);
    for (const char* const column : {"pauses", "resolved_at", "result", "return_channel"}) {
        CAPTURE(column);
        CHECK(std::count(columns.begin(), columns.end(), column) >= 1);
    }
    CHECK(std::count(columns.begin(), columns.end(), "pauses") >= 4);
}

TEST_CASE("results of a register are read as they are written", "[domain][register]") {
    for (const std::string word : {"approved", "rejected", "withdrawn", ""}) {
        REQUIRE(core::parse_ending(word));
        CHECK(core::to_text(*core::parse_ending(word)) == word);
    }
    CHECK(core::parse_ending("") == Ending::none);
    CHECK_FALSE(core::parse_ending("none"));
    CHECK_FALSE(core::parse_ending("stopped"));
}

TEST_CASE("a row without a result is an open dossier", "[domain][register]") {
    const Dossier open = dossier(open_entry());
    CHECK(open.code == "H55-2023-17");
    CHECK(open.procedure_version == samples::three_days.id);
    CHECK(open.applicant.name == "Nguyễn Văn An");
    CHECK(open.channel == core::Channel::online);
    CHECK(open.officer == "lan");
    CHECK(open.state == DossierState::in_progress);
    CHECK(open.received_at == at(monday, 9h));
    CHECK(open.due_at() == at(thursday, 17h));
    CHECK_FALSE(open.closed_at);
    CHECK_FALSE(open.linked_since);
    CHECK_FALSE(open.digitised_at);
}

TEST_CASE("a row with an open pause is a suspended dossier", "[domain][register]") {
    const Dossier waiting = dossier(paused(open_entry(), {{at(tuesday, 9h), std::nullopt}}));
    CHECK(waiting.state == DossierState::suspended);
    CHECK_FALSE(waiting.due_at());
    CHECK(waiting.last_act_at == at(tuesday, 9h));
}

TEST_CASE("a row's result is judged with its pauses", "[domain][register]") {
    CHECK(dossier(approved()).outcome == Outcome::on_time);
    CHECK(dossier(ended(Ending::approved, at(wednesday, 9h))).outcome == Outcome::early);
    CHECK(dossier(ended(Ending::rejected, at(friday, 9h))).outcome == Outcome::late);
    CHECK(dossier(ended(Ending::rejected, at(friday, 9h))).decision == core::Decision::rejected);

    const std::vector<Pause> two_days = {{at(monday, 10h), at(wednesday, 9h)}};
    const Dossier later = dossier(paused(ended(Ending::approved, at(friday, 9h)), two_days));
    CHECK(later.due_at() == at(next_monday, 17h));
    CHECK(later.outcome == Outcome::early);
    CHECK(later.pauses() == two_days);
}

TEST_CASE("a returned row keeps the outcome of its result", "[domain][register]") {
    RegisterEntry entry = returned();
    entry.returned_at = at(next_monday + days{60}, 9h);
    const Dossier collected = dossier(entry);
    CHECK(collected.state == DossierState::returned);
    CHECK(collected.outcome == Outcome::on_time);
    CHECK(collected.closed_at == at(thursday, 16h));
    CHECK(collected.return_channel == core::Channel::postal);
    CHECK(collected.last_act_at == *entry.returned_at);
}

TEST_CASE("a withdrawn row has no outcome, also when withdrawn in a pause", "[domain][register]") {
    const RegisterEntry entry = ended(Ending::withdrawn, at(thursday, 16h));
    for (const auto& row : {entry, paused(entry, {{at(tuesday, 9h), std::nullopt}}),
                            paused(entry, {{at(tuesday, 9h), at(friday, 9h)}})}) {
        const Dossier gone = dossier(row);
        CHECK(gone.state == DossierState::withdrawn);
        CHECK(gone.closed_at == at(thursday, 16h));
        CHECK_FALSE(gone.outcome);
        CHECK_FALSE(gone.decision);
        CHECK(gone.clock.back().at <= at(thursday, 16h));
    }
}

TEST_CASE("a row is linked by its own agencies or by its procedure's", "[domain][register]") {
    RegisterEntry entry = open_entry();
    entry.linked_agencies = {"Công an"};
    CHECK(dossier(entry).linked_since == entry.received_at);
    core::ProcedureVersion linked = samples::three_days;
    linked.linked_agencies = {"BHXH"};
    CHECK(core::dossier_of(open_entry(), linked, samples::reference_calendar()).linked_since ==
          entry.received_at);
}

TEST_CASE("a row's fee was paid and its papers were scanned at intake", "[domain][register]") {
    RegisterEntry entry = open_entry();
    entry.digitised = true;
    CHECK(dossier(entry).digitised_at == entry.received_at);
    CHECK(dossier(entry).fee_vnd == 8000);
    CHECK(dossier(entry).paid_vnd == 8000);
}

TEST_CASE("a row is the dossier that the same acts would have made",
          "[domain][register][property]") {
    for_random_cases(3000, [](Random& random) {
        const core::ProcedureVersion version = samples::procedure(samples::random_limit(random));
        const core::Rules rules{random.pick(samples::some_calendars()), version};
        const RegisterEntry entry = samples::random_entry(random);
        REQUIRE(core::contradictions(entry).empty());
        const Dossier row = core::dossier_of(entry, version, rules.calendar);

        Dossier lived =
            core::receive_dossier(samples::intake(entry.received_at, entry.channel), rules);
        const auto act = [&](Act kind, Instant moment) {
            core::ActRequest request = samples::complete_request(kind, moment);
            samples::amend<core::requests::ReturnResult>(
                request, [&](auto& what) { what.channel = entry.return_channel; });
            lived = samples::done(lived, request, rules);
        };
        const bool withdrawn = entry.ending == Ending::withdrawn;
        for (const Pause& pause : entry.pauses) {
            act(Act::request_supplement, pause.from);
            const bool left = withdrawn && pause.to && *pause.to > *entry.resolved_at;
            if (pause.to && !left) act(Act::resume, *pause.to);
        }
        if (entry.ending == Ending::approved) act(Act::resolve, *entry.resolved_at);
        if (entry.ending == Ending::rejected) act(Act::reject, *entry.resolved_at);
        if (withdrawn) act(Act::withdraw, *entry.resolved_at);
        if (entry.returned_at) act(Act::return_result, *entry.returned_at);

        CHECK(row.state == lived.state);
        CHECK(row.clock == lived.clock);
        CHECK(row.closed_at == lived.closed_at);
        CHECK(row.outcome == lived.outcome);
        CHECK(row.decision == lived.decision);
        CHECK(row.returned_at == lived.returned_at);
        CHECK(row.return_channel == lived.return_channel);
        CHECK(row.last_act_at == lived.last_act_at);
    });
}
