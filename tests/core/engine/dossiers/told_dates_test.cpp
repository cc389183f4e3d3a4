#include "core/engine/dossiers/dossier_lookup.hpp"
#include "core/engine/dossiers/told_dates.hpp"
#include "tests/support/dossier_samples.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

using core::Act;
using samples::at;
using samples::date;
using samples::morning;
using namespace std::chrono_literals;
namespace requests = core::requests;

namespace {

/// A dossier of seven working days and what is done to it.
class Life {
public:
    Life() {
        const auto begun = office_.books().receive(
            {"1.000004", {"Lê Thị Hoa", "", "", ""}, core::Channel::in_person, "lan", 0}, morning);
        REQUIRE(begun);
        code_ = begun->code;
        read();
    }

    void act(Act act, core::Instant when) { act_as(samples::complete_request(act, when)); }

    void act_as(const core::ActRequest& request) {
        REQUIRE(office_.books().act(code_, request));
        read();
    }

    const core::Event& last(Act act) const { return *core::last_event(events, act); }

    core::Dossier dossier;
    std::vector<core::Event> events;

private:
    void read() {
        const auto books = office_.books().read();
        const auto stored = core::find_dossier(*books, code_);
        REQUIRE(stored);
        dossier = stored->dossier;
        events = core::history_of(*books, *stored).events;
    }

    SqliteOffice office_;
    std::string code_;
};

} // namespace

TEST_CASE("what the citizen was told last is the newest of appointment and resumed clock",
          "[engine][told_dates]") {
    Life life;
    const auto due = life.dossier.due_at();
    CHECK(core::told_date(life.dossier) == due);
    life.act(Act::reappoint, morning + 1h);
    CHECK(core::told_date(life.dossier) == morning + 49h);
    life.act(Act::request_supplement, morning + 2h);
    CHECK_FALSE(core::told_date(life.dossier));
    life.act(Act::resume, morning + 26h);
    CHECK(core::told_date(life.dossier) == life.dossier.due_at());
    CHECK(life.dossier.due_at() != due);
    CHECK_FALSE(life.dossier.appointment);
}

TEST_CASE("an apology tells the date before it: due date, then the apology before",
          "[engine][told_dates]") {
    Life life;
    const auto due = life.dossier.due_at();
    life.act(Act::reappoint, morning + 1h);
    CHECK(core::new_appointment(life.last(Act::reappoint)) == morning + 49h);
    CHECK(core::told_before(life.dossier, life.events, life.last(Act::reappoint)) == due);
    life.act(Act::reappoint, morning + 2h);
    CHECK(core::told_before(life.dossier, life.events, life.last(Act::reappoint)) == morning + 49h);
}

TEST_CASE("a receipt is issued once more when the clock resumes and when facts are corrected",
          "[engine][told_dates]") {
    Life life;
    CHECK(core::receipt_issued_at(life.dossier, life.events) == morning);
    life.act(Act::forward, morning + 1h);
    CHECK(core::receipt_issued_at(life.dossier, life.events) == morning);
    life.act(Act::correct, morning + 2h);
    CHECK(core::receipt_issued_at(life.dossier, life.events) == morning + 2h);
}

TEST_CASE("each time from hand to hand is a step, an answer with its outcome",
          "[engine][told_dates]") {
    Life life;
    life.act(Act::forward, morning + 1h);
    core::ActRequest away = samples::complete_request(Act::hand_over, morning + 2h);
    std::get<requests::HandOver>(away.what).answer_due = morning + 24h;
    life.act_as(away);
    life.act(Act::answer, morning + 72h);
    life.act(Act::forward, morning + 73h);
    const auto steps = core::hand_steps(life.dossier, life.events);
    REQUIRE(steps.size() == 4);
    CHECK(steps[0].act == Act::forward);
    CHECK(steps[0].assignee == "minh");
    CHECK(steps[0].step == 1);
    CHECK(steps[1].partner == samples::partner);
    CHECK_FALSE(steps[1].outcome);
    CHECK(steps[2].act == Act::answer);
    CHECK(steps[2].outcome == core::Outcome::late);
    CHECK(steps[3].step == 2);
}
