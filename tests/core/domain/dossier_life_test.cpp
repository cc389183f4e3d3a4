#include "core/domain/dossier_life.hpp"
#include "tests/support/dossier_samples.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/random.hpp"
#include "tests/support/random_samples.hpp"
#include "tests/support/week.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

using namespace std::chrono_literals;
using core::Act;
using core::ActRequest;
using core::Dossier;
using core::DossierState;
using core::ErrorKind;
using core::Instant;
using core::Outcome;
using samples::at;
using samples::complete_request;
using samples::date;
using samples::done;
using samples::friday;
using samples::monday;
using samples::next_monday;
using samples::thursday;
using samples::tuesday;
using samples::wednesday;
using std::chrono::days;
using States = std::set<DossierState>;
namespace requests = core::requests;

namespace {

const core::ProcedureVersion eight_hours = samples::procedure(samples::working_hours(8));
const core::ProcedureVersion unlimited = samples::procedure(samples::no_limit());

/// One row of law.md §4, written down from the page and not from the code.
struct PageRow {
    States from;
    std::optional<DossierState> to; // none: the state stays
    bool reason_needed;
};

/// The table of law.md §4; below the line the acts of the desk, of the scanner and of a changed
/// calendar (law.md §3.6), which leave the state as it is.
const std::map<Act, PageRow>& page() {
    using enum DossierState;
    static const std::map<Act, PageRow> rows = {
        {Act::submit, {{}, submitted, false}},
        {Act::receive, {{submitted}, in_progress, false}},
        {Act::refuse, {{submitted}, refused, true}},
        {Act::forward, {{in_progress}, std::nullopt, false}},
        {Act::request_supplement, {{in_progress}, suspended, true}},
        {Act::resume, {{suspended}, in_progress, false}},
        {Act::hand_over, {{in_progress}, std::nullopt, false}},
        {Act::answer, {{in_progress}, std::nullopt, false}},
        {Act::reappoint, {{in_progress}, std::nullopt, true}},
        {Act::resolve, {{in_progress}, resolved, false}},
        {Act::reject, {{in_progress}, resolved, true}},
        {Act::return_result, {{resolved}, returned, false}},
        {Act::withdraw, {{submitted, in_progress, suspended}, withdrawn, true}},
        {Act::stop, {{in_progress, suspended}, stopped, true}},
        {Act::correct,
         {{submitted, in_progress, suspended, resolved, refused}, std::nullopt, true}},
        // ----
        {Act::pay, {{submitted, in_progress, suspended, resolved}, std::nullopt, false}},
        {Act::digitise,
         {{submitted, in_progress, suspended, resolved, returned}, std::nullopt, false}},
        {Act::move_due, {{in_progress}, std::nullopt, true}},
        {Act::acknowledge, {{in_progress, suspended}, std::nullopt, false}}};
    return rows;
}

Dossier submitted() {
    return core::submit_dossier(samples::intake(at(monday, 8h)), samples::three_days);
}

/// Received on Monday 09:00, due on Thursday 17:00.
Dossier received() {
    return core::receive_dossier(samples::intake(at(monday, 9h)), samples::three_day_rules());
}

Dossier handed_over() {
    return done(received(), Act::hand_over, at(monday, 10h), samples::three_day_rules());
}

Dossier suspended() {
    return done(handed_over(), Act::request_supplement, at(monday, 11h),
                samples::three_day_rules());
}

Dossier resolved() {
    return done(handed_over(), Act::resolve, at(wednesday, 9h), samples::three_day_rules());
}

/// A dossier that came to the state by a life of its own; one that waits for an answer if any can.
Dossier dossier_in(DossierState state) {
    switch (state) {
    case DossierState::submitted:
        return submitted();
    case DossierState::in_progress:
        return handed_over();
    case DossierState::suspended:
        return suspended();
    case DossierState::resolved:
        return resolved();
    case DossierState::returned:
        return done(resolved(), Act::return_result, at(wednesday, 10h), samples::three_day_rules());
    case DossierState::refused:
        return done(submitted(), Act::refuse, at(monday, 9h), samples::three_day_rules());
    case DossierState::withdrawn:
        return done(handed_over(), Act::withdraw, at(tuesday, 9h), samples::three_day_rules());
    case DossierState::stopped:
        return done(suspended(), Act::stop, at(tuesday, 9h), samples::three_day_rules());
    }
    FAIL("every state is reached");
    return {};
}

core::Result<Dossier> tried(const Dossier& dossier, Act act, Instant moment) {
    return core::perform(dossier, complete_request(act, moment), samples::three_day_rules());
}

ErrorKind refusal(const Dossier& dossier, const ActRequest& request) {
    const auto after = core::perform(dossier, request, samples::three_day_rules());
    REQUIRE_FALSE(after);
    CHECK_FALSE(after.error().message.code.empty());
    return after.error().kind;
}

} // namespace

TEST_CASE("every act is allowed in exactly the states that the table names", "[domain][life]") {
    for (const DossierState state : samples::all_states) {
        const Dossier before = dossier_in(state);
        REQUIRE(before.state == state);
        for (const Act act : samples::all_acts) {
            CAPTURE(core::to_text(state), core::to_text(act));
            const PageRow& row = page().at(act);
            const auto after = tried(before, act, at(friday, 9h));
            REQUIRE(after.has_value() == row.from.contains(state));
            if (!after) {
                CHECK(after.error().kind == ErrorKind::not_allowed);
                continue;
            }
            CHECK(after->state == row.to.value_or(state));
            CHECK(after->version == before.version + 1);
            CHECK(after->last_act_at == at(friday, 9h));
        }
    }
}

TEST_CASE("an act that needs a reason is refused without one", "[domain][life]") {
    for (const DossierState state : samples::all_states) {
        for (const Act act : samples::all_acts) {
            const PageRow& row = page().at(act);
            if (!row.from.contains(state)) continue;
            CAPTURE(core::to_text(state), core::to_text(act));
            ActRequest request = complete_request(act, at(friday, 9h));
            request.reason.clear();
            const auto after =
                core::perform(dossier_in(state), request, samples::three_day_rules());
            CHECK(after.has_value() == !row.reason_needed);
            if (!after) CHECK(after.error().kind == ErrorKind::invalid_input);
        }
    }
}

TEST_CASE("a refused act leaves the dossier as it was", "[domain][life]") {
    for (const DossierState state : samples::all_states) {
        const Dossier dossier = dossier_in(state);
        for (const Act act : samples::all_acts) {
            ActRequest request = complete_request(act, at(friday, 9h));
            request.reason.clear();
            samples::amend<requests::Reappoint>(request,
                                                [](auto& what) { what.new_appointment.reset(); });
            samples::amend<requests::ReturnResult>(request,
                                                   [](auto& what) { what.channel.reset(); });
            (void)core::perform(dossier, request, samples::three_day_rules());
            (void)tried(dossier, act, at(monday, 1h));
            CHECK(dossier == dossier_in(state));
        }
    }
}

TEST_CASE("a refusal says what the state allows instead", "[domain][life]") {
    for (const DossierState state : samples::all_states) {
        const auto refused = tried(dossier_in(state), Act::submit, at(friday, 9h));
        REQUIRE_FALSE(refused);
        std::vector<core::Term> allowed;
        for (const auto& [act, row] : page()) {
            if (act == Act::move_due) continue; // no act of the officer's
            if (row.from.contains(state))
                allowed.push_back({"act", std::string(core::to_text(act))});
        }
        std::vector<core::Fact> told = {
            {"code", dossier_in(state).code},
            {"state", core::Term{"dossier_state", std::string(core::to_text(state))}},
            {"act", core::Term{"act", "submit"}}};
        if (allowed.empty()) {
            CHECK(refused.error().message == core::Message("dossier-closed", told));
            continue;
        }
        CHECK(refused.error().message.code == "dossier-act-not-allowed");
        REQUIRE(refused.error().message.facts.size() == 4);
        auto said = std::get<std::vector<core::Term>>(refused.error().message.facts.back().value);
        const auto by_name = [](const auto& a, const auto& b) { return a.name < b.name; };
        std::sort(said.begin(), said.end(), by_name);
        std::sort(allowed.begin(), allowed.end(), by_name);
        CHECK(said == allowed);
    }
}

TEST_CASE("a suspended dossier is resumed before it is resolved", "[domain][life]") {
    const Dossier waiting = suspended();
    CHECK(refusal(waiting, complete_request(Act::resolve, at(tuesday, 9h))) ==
          ErrorKind::not_allowed);
    CHECK(refusal(waiting, complete_request(Act::reject, at(tuesday, 9h))) ==
          ErrorKind::not_allowed);
    const Dossier resumed = done(waiting, Act::resume, at(tuesday, 9h), samples::three_day_rules());
    CHECK(done(resumed, Act::resolve, at(tuesday, 10h), samples::three_day_rules()).state ==
          DossierState::resolved);
}

TEST_CASE("the code's table is the page's", "[domain][life]") {
    CHECK(core::life_table().size() == page().size());
    for (const core::LifeRow& row : core::life_table()) {
        CAPTURE(core::to_text(row.act));
        const PageRow& expected = page().at(row.act);
        CHECK(States(row.from.begin(), row.from.end()) == expected.from);
        CHECK(row.to == expected.to);
        CHECK(row.reason_needed == expected.reason_needed);
        const bool begins =
            row.act == Act::submit || row.act == Act::receive || row.act == Act::refuse;
        CHECK(row.from_nothing == begins);
    }
}

TEST_CASE("each act issues its form", "[domain][life]") {
    const std::map<Act, std::string> forms = {{Act::submit, "acknowledgement"},
                                              {Act::receive, "01"},
                                              {Act::refuse, "03"},
                                              {Act::forward, "05"},
                                              {Act::reappoint, "04"},
                                              {Act::resume, "01"},
                                              {Act::request_supplement, "02"},
                                              {Act::resolve, "result"},
                                              {Act::reject, "result"},
                                              {Act::return_result, "06"},
                                              {Act::stop, "05 of the 2025 set"},
                                              {Act::correct, "01"}};
    for (const core::LifeRow& row : core::life_table()) {
        CAPTURE(core::to_text(row.act), row.form);
        if (forms.contains(row.act)) CHECK(row.form.starts_with(forms.at(row.act)));
        if (row.act == Act::withdraw) CHECK(row.form.empty());
    }
}

TEST_CASE("the table as Markdown has one row for each act", "[domain][life]") {
    const std::string text = core::life_table_markdown();
    CHECK(std::count(text.begin(), text.end(), '\n') == 2 + std::ssize(core::life_table()));
    CHECK(text.find("| resume | suspended | in_progress |") != std::string::npos);
    for (const Act act : samples::all_acts) {
        CHECK(text.find("| " + std::string(core::to_text(act)) + " |") != std::string::npos);
    }
}

TEST_CASE("acts are read as they are written", "[domain][life]") {
    for (const Act act : samples::all_acts) CHECK(core::parse_act(core::to_text(act)) == act);
    CHECK(core::parse_act("return") == Act::return_result);
    CHECK(core::parse_act("request-supplement") == Act::request_supplement);
    CHECK(core::parse_act("hand-over") == Act::hand_over);
    CHECK_FALSE(core::parse_act("request_supplement"));
    CHECK_FALSE(core::parse_act(""));
}

TEST_CASE("an online submission waits for its receipt", "[domain][life]") {
    const Dossier dossier = submitted();
    CHECK(dossier.state == DossierState::submitted);
    CHECK(dossier.submitted_at == at(monday, 8h));
    CHECK_FALSE(dossier.received_at);
    CHECK_FALSE(dossier.due_at());
    CHECK(dossier.clock.empty());
    CHECK(dossier.version == 1);

    const Dossier accepted =
        done(dossier, Act::receive, at(tuesday, 9h), samples::three_day_rules());
    CHECK(accepted.state == DossierState::in_progress);
    CHECK(accepted.submitted_at == at(monday, 8h));
    CHECK(accepted.received_at == at(tuesday, 9h));
    CHECK(accepted.due_at() == at(friday, 17h));
}

TEST_CASE("a submission received under a new version of its procedure is of that version",
          "[domain][life]") {
    core::ProcedureVersion newer = samples::three_days;
    newer.id = samples::three_days.id + 1;
    newer.limit = samples::working_days(1);
    newer.effective_from = tuesday;
    newer.linked_agencies = {"Công an"};
    const auto accepted =
        core::perform(submitted(), complete_request(Act::receive, at(tuesday, 9h)),
                      {samples::reference_calendar(), newer});
    REQUIRE(accepted);
    CHECK(accepted->procedure_version == newer.id);
    CHECK(accepted->due_at() == at(wednesday, 17h));
    CHECK(accepted->linked_since);
}

TEST_CASE("a received dossier has its facts and its due date", "[domain][life]") {
    const core::NewDossier intake = samples::intake(at(monday, 9h), core::Channel::postal);
    const Dossier dossier = core::receive_dossier(intake, samples::three_day_rules());
    CHECK(dossier.code == intake.code);
    CHECK(dossier.applicant == intake.applicant);
    CHECK(dossier.channel == core::Channel::postal);
    CHECK(dossier.officer == "lan");
    CHECK(dossier.procedure_code == samples::three_days.code);
    CHECK(dossier.procedure_version == samples::three_days.id);
    CHECK(dossier.state == DossierState::in_progress);
    CHECK(dossier.received_at == at(monday, 9h));
    CHECK(dossier.due_at() == at(thursday, 17h));
    CHECK(dossier.version == 1);
    CHECK_FALSE(dossier.linked_since);
    CHECK_FALSE(dossier.submitted_at);
}

TEST_CASE("a dossier received at night keeps the recorded instant", "[domain][life]") {
    const Dossier dossier =
        core::receive_dossier(samples::intake(at(friday, 22h)), samples::three_day_rules());
    CHECK(dossier.received_at == at(friday, 22h));
    CHECK(dossier.due_at() == at(next_monday + days{3}, 17h));
}

TEST_CASE("a refused submission was never received", "[domain][life]") {
    const Dossier dossier = dossier_in(DossierState::refused);
    CHECK_FALSE(dossier.received_at);
    CHECK_FALSE(dossier.outcome);
    CHECK(dossier.closed_at == at(monday, 9h));
}

TEST_CASE("each forward is a step, with who works it", "[domain][life]") {
    Dossier dossier = done(received(), Act::forward, at(monday, 10h), samples::three_day_rules());
    CHECK(dossier.step == 1);
    CHECK(dossier.assignee == "minh");
    dossier = done(dossier, Act::forward, at(monday, 11h), samples::three_day_rules());
    CHECK(dossier.step == 2);
    CHECK(dossier.due_at() == at(thursday, 17h));
}

TEST_CASE("a supplement stops the clock and its arrival gives a new date", "[domain][life]") {
    Dossier dossier =
        done(received(), Act::request_supplement, at(monday, 10h), samples::three_day_rules());
    CHECK(dossier.state == DossierState::suspended);
    CHECK_FALSE(dossier.due_at());
    dossier = done(dossier, Act::resume, at(wednesday, 9h), samples::three_day_rules());
    CHECK(dossier.due_at() == at(next_monday, 17h));
    CHECK(dossier.pauses() == std::vector<core::Pause>{{at(monday, 10h), at(wednesday, 9h)}});

    dossier = done(dossier, Act::request_supplement, at(thursday, 9h), samples::three_day_rules());
    dossier = done(dossier, Act::resume, at(friday, 9h), samples::three_day_rules());
    CHECK(dossier.due_at() == at(next_monday + days{1}, 17h));
    CHECK(dossier.pauses().size() == 2);
}

TEST_CASE("a hand-over needs its agency and ends with its answer", "[domain][life]") {
    ActRequest nameless = complete_request(Act::hand_over, at(monday, 10h));
    std::get<requests::HandOver>(nameless.what).partner.clear();
    CHECK(refusal(received(), nameless) == ErrorKind::invalid_input);

    Dossier dossier = handed_over();
    REQUIRE(dossier.hand_overs.size() == 1);
    CHECK(dossier.hand_overs[0].partner == samples::partner);
    CHECK(dossier.hand_overs[0].handed_at == at(monday, 10h));
    CHECK_FALSE(dossier.hand_overs[0].answered_at);
    CHECK(dossier.linked_since == at(monday, 10h));
    CHECK(dossier.due_at() == at(thursday, 17h)); // our clock runs on

    dossier = done(dossier, Act::answer, at(tuesday, 9h), samples::three_day_rules());
    CHECK(dossier.hand_overs[0].answered_at == at(tuesday, 9h));
    CHECK(refusal(dossier, complete_request(Act::answer, at(tuesday, 10h))) ==
          ErrorKind::not_allowed);
}

TEST_CASE("only an agency that was asked can answer", "[domain][life]") {
    CHECK(refusal(received(), complete_request(Act::answer, at(monday, 10h))) ==
          ErrorKind::not_allowed);
    ActRequest stranger = complete_request(Act::answer, at(monday, 11h));
    std::get<requests::Answer>(stranger.what).partner = "Công an phường";
    CHECK(refusal(handed_over(), stranger) == ErrorKind::not_allowed);
}

TEST_CASE("each hand-over has its own clock", "[domain][life]") {
    Dossier dossier =
        done(handed_over(), Act::hand_over, at(monday, 11h), samples::three_day_rules());
    ActRequest police = complete_request(Act::hand_over, at(monday, 14h));
    std::get<requests::HandOver>(police.what).partner = "Công an phường";
    dossier = done(dossier, police, samples::three_day_rules());
    dossier = done(dossier, Act::answer, at(monday, 15h), samples::three_day_rules());
    REQUIRE(dossier.hand_overs.size() == 3);
    CHECK(dossier.hand_overs[0].answered_at == at(monday, 15h));
    CHECK_FALSE(dossier.hand_overs[1].answered_at);
    CHECK_FALSE(dossier.hand_overs[2].answered_at);
    dossier = done(dossier, Act::answer, at(monday, 16h), samples::three_day_rules());
    CHECK(dossier.hand_overs[1].answered_at == at(monday, 16h));
    CHECK_FALSE(dossier.hand_overs[2].answered_at);
    CHECK(dossier.linked_since == at(monday, 10h));
}

TEST_CASE("a dossier of a linked procedure is linked from receipt", "[domain][life]") {
    core::ProcedureVersion linked = samples::three_days;
    linked.linked_agencies = {"Công an", "BHXH"};
    const core::Rules linked_rules{samples::reference_calendar(), linked};
    const Dossier at_desk = core::receive_dossier(samples::intake(at(monday, 9h)), linked_rules);
    CHECK(at_desk.linked_since == at(monday, 9h));
    CHECK(done(at_desk, Act::hand_over, at(monday, 10h), linked_rules).linked_since ==
          at(monday, 9h));
    const Dossier online = core::submit_dossier(samples::intake(at(monday, 9h)), linked);
    CHECK_FALSE(online.linked_since);
    CHECK(done(online, Act::receive, at(tuesday, 9h), linked_rules).linked_since ==
          at(tuesday, 9h));
}

TEST_CASE("a re-appointment moves what the citizen sees, not what is judged", "[domain][life]") {
    ActRequest apology = complete_request(Act::reappoint, at(thursday, 16h));
    std::get<requests::Reappoint>(apology.what).new_appointment = at(next_monday, 17h);
    const Dossier dossier = done(received(), apology, samples::three_day_rules());
    CHECK(dossier.appointment == at(next_monday, 17h));
    CHECK(dossier.due_at() == at(thursday, 17h));
    CHECK(done(dossier, Act::resolve, at(friday, 9h), samples::three_day_rules()).outcome ==
          Outcome::late);

    std::get<requests::Reappoint>(apology.what).new_appointment.reset();
    CHECK(refusal(received(), apology) == ErrorKind::invalid_input);
}

TEST_CASE("outcome is judged when resolved, whoever collects late", "[domain][life]") {
    const Dossier on_time =
        done(received(), Act::resolve, at(thursday, 16h), samples::three_day_rules());
    CHECK(on_time.outcome == Outcome::on_time);
    CHECK(on_time.closed_at == at(thursday, 16h));
    CHECK(on_time.decision == core::Decision::approved);
    const Dossier collected = done(on_time, Act::return_result, at(next_monday + days{30}, 9h),
                                   samples::three_day_rules());
    CHECK(collected.outcome == Outcome::on_time);
    CHECK(collected.closed_at == at(thursday, 16h));
    CHECK(collected.returned_at == at(next_monday + days{30}, 9h));
    CHECK(collected.return_channel == core::Channel::postal);
}

TEST_CASE("results are early, on time or late by the due date", "[domain][life]") {
    CHECK(done(received(), Act::resolve, at(wednesday, 16h), samples::three_day_rules()).outcome ==
          Outcome::early);
    CHECK(done(received(), Act::resolve, at(thursday, 20h), samples::three_day_rules()).outcome ==
          Outcome::on_time);
    CHECK(done(received(), Act::resolve, at(friday, 8h), samples::three_day_rules()).outcome ==
          Outcome::late);

    const core::Rules by_hours{samples::reference_calendar(), eight_hours};
    const Dossier urgent = core::receive_dossier(samples::intake(at(monday, 9h)), by_hours);
    REQUIRE(urgent.due_at() == at(tuesday, 9h + 30min));
    CHECK(done(urgent, Act::resolve, at(tuesday, 8h + 30min), by_hours).outcome == Outcome::early);
    CHECK(done(urgent, Act::resolve, at(tuesday, 8h + 31min), by_hours).outcome ==
          Outcome::on_time);
    CHECK(done(urgent, Act::resolve, at(tuesday, 9h + 31min), by_hours).outcome == Outcome::late);

    const core::Rules no_rules{samples::reference_calendar(), unlimited};
    const Dossier slow = core::receive_dossier(samples::intake(at(monday, 9h)), no_rules);
    CHECK_FALSE(slow.due_at());
    CHECK(done(slow, Act::resolve, at(monday + days{400}, 9h), no_rules).outcome ==
          Outcome::on_time);
}

TEST_CASE("a pause counts in the outcome", "[domain][life]") {
    Dossier dossier =
        done(received(), Act::request_supplement, at(monday, 10h), samples::three_day_rules());
    dossier = done(dossier, Act::resume, at(wednesday, 9h), samples::three_day_rules());
    CHECK(done(dossier, Act::resolve, at(friday, 9h), samples::three_day_rules()).outcome ==
          Outcome::early);
    CHECK(done(dossier, Act::resolve, at(next_monday, 9h), samples::three_day_rules()).outcome ==
          Outcome::on_time);
}

TEST_CASE("a rejection is a resolution like an approval", "[domain][life]") {
    const Dossier dossier =
        done(received(), Act::reject, at(thursday, 16h), samples::three_day_rules());
    CHECK(dossier.state == DossierState::resolved);
    CHECK(dossier.decision == core::Decision::rejected);
    CHECK(dossier.outcome == Outcome::on_time);
    CHECK(done(dossier, Act::return_result, at(friday, 9h), samples::three_day_rules()).state ==
          DossierState::returned);
}

TEST_CASE("a dossier withdrawn or stopped is closed with no outcome", "[domain][life]") {
    for (const Act act : {Act::withdraw, Act::stop}) {
        for (const Dossier& before : {handed_over(), suspended()}) {
            const Dossier after = done(before, act, at(friday, 9h), samples::three_day_rules());
            CHECK(after.closed_at == at(friday, 9h));
            CHECK_FALSE(after.outcome);
            CHECK_FALSE(after.decision);
        }
    }
}

TEST_CASE("a result is returned by some channel", "[domain][life]") {
    ActRequest request = complete_request(Act::return_result, at(thursday, 9h));
    std::get<requests::ReturnResult>(request.what).channel.reset();
    CHECK(refusal(resolved(), request) == ErrorKind::invalid_input);
}

TEST_CASE("a correction changes only what it names", "[domain][life]") {
    ActRequest request = complete_request(Act::correct, at(tuesday, 9h));
    core::Correction& correction = std::get<requests::Correct>(request.what).correction;
    correction = core::Correction{};
    correction.channel = core::Channel::postal;
    const Dossier before = received();
    Dossier after = done(before, request, samples::three_day_rules());
    CHECK(after.channel == core::Channel::postal);
    after.channel = before.channel;
    after.version = before.version;
    after.last_act_at = before.last_act_at;
    CHECK(after == before);

    correction.applicant = core::Applicant{"Trần Thị Bình", "", "", ""};
    correction.fee_vnd = 15'000;
    CHECK(done(before, request, samples::three_day_rules()).applicant.name == "Trần Thị Bình");
    CHECK(done(before, request, samples::three_day_rules()).fee_vnd == 15'000);

    correction = core::Correction{};
    CHECK(refusal(before, request) == ErrorKind::invalid_input);
}

TEST_CASE("payments add up and nothing is no payment", "[domain][life]") {
    ActRequest request = complete_request(Act::pay, at(monday, 10h));
    Dossier dossier = done(received(), request, samples::three_day_rules());
    dossier = done(dossier, request, samples::three_day_rules());
    CHECK(dossier.paid_vnd == 16'000);
    for (const std::int64_t amount : {0, -8000}) {
        std::get<requests::Pay>(request.what).paid_vnd = amount;
        CHECK(refusal(dossier, request) == ErrorKind::invalid_input);
    }
}

TEST_CASE("a hand-over is on our clock until it is acknowledged, which an answer does too",
          "[domain][life]") {
    ActRequest hand_over = complete_request(Act::hand_over, at(tuesday, 9h));
    std::get<requests::HandOver>(hand_over.what).partner = "Công an";
    const Dossier handed = perform(received(), hand_over, samples::three_day_rules()).value();
    CHECK_FALSE(handed.hand_overs[0].acknowledged_at);
    const ActRequest acknowledge{at(tuesday, 10h), {}, requests::Acknowledge{"Công an", "CA-1"}};
    const Dossier acknowledged = perform(handed, acknowledge, samples::three_day_rules()).value();
    CHECK(acknowledged.hand_overs[0].acknowledged_at == at(tuesday, 10h));
    CHECK(acknowledged.hand_overs[0].external_code == "CA-1");
    CHECK_FALSE(perform(acknowledged, acknowledge, samples::three_day_rules()));
    const ActRequest answer{at(tuesday, 11h), {}, requests::Answer{"Công an", "CA-1"}};
    const Dossier answered = perform(handed, answer, samples::three_day_rules()).value();
    CHECK(answered.hand_overs[0].acknowledged_at == at(tuesday, 11h));
    CHECK(answered.hand_overs[0].answered_at == at(tuesday, 11h));
}

TEST_CASE("a correction keeps what was said before", "[domain][life]") {
    core::Correction correction;
    correction.applicant = core::Applicant{"Trần Thị Bình", "", "", ""};
    const core::Correction before = replaced_facts(received(), correction);
    CHECK(before.applicant == received().applicant);
    CHECK_FALSE(before.fee_vnd);
}

TEST_CASE("a dossier is digitised once", "[domain][life]") {
    Dossier dossier = done(received(), Act::digitise, at(tuesday, 9h), samples::three_day_rules());
    CHECK(dossier.digitised_at == at(tuesday, 9h));
    dossier = done(dossier, Act::digitise, at(wednesday, 9h), samples::three_day_rules());
    CHECK(dossier.digitised_at == at(tuesday, 9h));
}

TEST_CASE("a changed calendar moves an open dossier's due date by an act", "[domain][life]") {
    ActRequest request = complete_request(Act::move_due, at(tuesday, 9h));
    std::get<requests::MoveDue>(request.what).new_due = at(friday, 17h);
    const Dossier dossier = done(received(), request, samples::three_day_rules());
    CHECK(dossier.due_at() == at(friday, 17h));
    CHECK(dossier.pauses().empty());
    CHECK(done(dossier, Act::resolve, at(friday, 9h), samples::three_day_rules()).outcome ==
          Outcome::on_time);

    std::get<requests::MoveDue>(request.what).new_due.reset();
    CHECK(refusal(received(), request) == ErrorKind::invalid_input);
}

TEST_CASE("no act is earlier than the one before it", "[domain][life]") {
    const Dossier dossier = handed_over();
    CHECK(refusal(dossier, complete_request(Act::forward, at(monday, 10h) - 1s)) ==
          ErrorKind::invalid_input);
    CHECK(tried(dossier, Act::forward, at(monday, 10h)));
}

TEST_CASE("over random lives the table, the version and the clock stay sound",
          "[domain][life][property]") {
    for_random_cases(1500, [](Random& random) {
        const core::ProcedureVersion version = samples::procedure(samples::random_limit(random));
        const core::Rules random_rules{random.pick(samples::some_calendars()), version};
        Instant moment =
            samples::random_moment(random, samples::first_random_day, samples::last_random_day);
        Dossier dossier = core::receive_dossier(samples::intake(moment), random_rules);
        int allowed = 1;
        for (int i = 0; i < 20; ++i) {
            const Act act = random.pick(samples::all_acts);
            const Instant next = samples::random_later(random, moment);
            const auto after = core::perform(dossier, complete_request(act, next), random_rules);
            const bool by_table = page().at(act).from.contains(dossier.state);
            if (act != Act::answer) CHECK(after.has_value() == by_table);
            if (!after) continue;
            dossier = *after;
            moment = next;
            ++allowed;
        }
        CHECK(dossier.version == allowed);
        CHECK(dossier.last_act_at == moment);
        CHECK(std::is_sorted(dossier.clock.begin(), dossier.clock.end(),
                             [](const auto& a, const auto& b) { return a.at < b.at; }));
        CHECK(dossier.closed_at.has_value() == !dossier.is_open());
        CHECK(dossier.outcome.has_value() == dossier.decision.has_value());
        const bool open_pause = !dossier.pauses().empty() && !dossier.pauses().back().to;
        if (dossier.is_open()) {
            CHECK(open_pause == (dossier.state == DossierState::suspended));
        }
    });
}

TEST_CASE("an act about an agency or a fee needs one to be about", "[domain][life]") {
    const auto procedure = samples::procedure(samples::working_days(3));
    Dossier dossier = core::receive_dossier(samples::intake(at(date(2024, 5, 6), 9h)),
                                            {samples::reference_calendar(), procedure});
    for (const Act act : {Act::acknowledge, Act::answer, Act::pay})
        CHECK_FALSE(core::has_occasion(dossier, act));
    CHECK(core::has_occasion(dossier, Act::forward));
    dossier.fee_vnd = 8'000;
    dossier.hand_overs.push_back({samples::partner, dossier.last_act_at, std::nullopt});
    for (const Act act : {Act::acknowledge, Act::answer, Act::pay})
        CHECK(core::has_occasion(dossier, act));
    dossier.paid_vnd = 8'000;
    dossier.hand_overs.back().acknowledged_at = dossier.last_act_at;
    CHECK_FALSE(core::has_occasion(dossier, Act::pay));
    CHECK_FALSE(core::has_occasion(dossier, Act::acknowledge));
    CHECK(core::has_occasion(dossier, Act::answer));
}

TEST_CASE("a hand-over awaits what hearing of it is still allowed to say", "[domain][life]") {
    core::HandOver hand_over{samples::partner, at(date(2024, 5, 6), 9h), std::nullopt};
    CHECK(core::awaits(hand_over, Act::acknowledge));
    CHECK(core::awaits(hand_over, Act::answer));
    CHECK_FALSE(core::awaits(hand_over, Act::resolve));
    hand_over.acknowledged_at = hand_over.handed_at;
    CHECK_FALSE(core::awaits(hand_over, Act::acknowledge));
    CHECK(core::awaits(hand_over, Act::answer));
    hand_over.answered_at = hand_over.handed_at;
    CHECK_FALSE(core::awaits(hand_over, Act::answer));
}

TEST_CASE("the allowed acts are those of the table, but none that only a calendar does",
          "[domain][life]") {
    for (const DossierState state : samples::all_states) {
        CAPTURE(core::to_text(state));
        std::set<Act> allowed;
        for (const core::LifeRow* row : core::allowed_acts(state)) allowed.insert(row->act);
        std::set<Act> expected;
        for (const auto& [act, row] : page()) {
            if (act != Act::move_due && row.from.contains(state)) expected.insert(act);
        }
        CHECK(allowed == expected);
    }
}

TEST_CASE("an act that begins a dossier says where it stands then", "[domain][life]") {
    CHECK(core::begun_state(Act::submit) == DossierState::submitted);
    CHECK(core::begun_state(Act::receive) == DossierState::in_progress);
    CHECK(core::begun_state(Act::refuse) == DossierState::refused);
    CHECK_FALSE(core::begun_state(Act::resolve));
    CHECK_FALSE(core::begun_state(Act::pay));
}
