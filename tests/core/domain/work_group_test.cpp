#include "core/domain/overdue.hpp"
#include "core/domain/work_group.hpp"
#include "tests/support/dossier_samples.hpp"
#include "tests/support/print_time.hpp"

#include <catch2/catch.hpp>

using core::Act;
using core::Dossier;
using core::Instant;
using core::WorkGroup;
using samples::at;
using samples::date;
using namespace std::chrono_literals;

namespace {

const core::Day monday = date(2024, 5, 6);

core::Rules rules() {
    static const auto three_days = samples::procedure(samples::working_days(3));
    return {samples::reference_calendar(), three_days};
}

const Instant due = at(date(2024, 5, 9), 17h); // three working days after Monday

Dossier received() { return core::receive_dossier(samples::intake(at(monday, 9h)), rules()); }

Dossier handed_over() {
    return samples::done(received(), Act::hand_over, at(monday, 10h), rules());
}

} // namespace

TEST_CASE("work is grouped by what is due", "[domain][work_group]") {
    const Dossier dossier = received();
    REQUIRE(dossier.due_at() == due);
    CHECK(core::work_group(dossier, due - 72h) == WorkGroup::later);
    CHECK(core::work_group(dossier, due - 72h + 1s) == WorkGroup::soon);
    CHECK(core::work_group(dossier, due - 17h - 1s) == WorkGroup::soon);
    CHECK(core::work_group(dossier, due - 17h) == WorkGroup::today);
    CHECK(core::work_group(dossier, due - 1s) == WorkGroup::today);
    CHECK(core::work_group(dossier, due) == WorkGroup::late);
}

TEST_CASE("what another agency has waits, but late is late whoever has it",
          "[domain][work_group]") {
    const Dossier dossier = handed_over();
    CHECK(core::waits_for_agency(dossier));
    CHECK(core::work_group(dossier, due - 48h) == WorkGroup::waiting);
    CHECK(core::work_group(dossier, due - 1h) == WorkGroup::today);
    CHECK(core::work_group(dossier, due) == WorkGroup::late);
    const Dossier answered = samples::done(dossier, Act::answer, at(monday, 11h), rules());
    CHECK_FALSE(core::waits_for_agency(answered));
    CHECK(core::work_group(answered, due - 48h) == WorkGroup::soon);
}

TEST_CASE("a dossier whose clock does not run is grouped by its state", "[domain][work_group]") {
    Dossier dossier = received();
    const std::vector<std::pair<core::DossierState, WorkGroup>> groups = {
        {core::DossierState::submitted, WorkGroup::today},
        {core::DossierState::suspended, WorkGroup::suspended},
        {core::DossierState::resolved, WorkGroup::ready},
        {core::DossierState::returned, WorkGroup::other},
        {core::DossierState::refused, WorkGroup::other},
        {core::DossierState::withdrawn, WorkGroup::other},
        {core::DossierState::stopped, WorkGroup::other}};
    for (const auto& [state, group] : groups) {
        dossier.state = state;
        CAPTURE(core::to_text(state));
        CHECK(core::work_group(dossier, due + 240h) == group);
    }
    const auto endless = samples::procedure(samples::no_limit());
    const Dossier without_limit =
        core::receive_dossier(samples::intake(at(monday, 9h)), {rules().calendar, endless});
    CHECK(core::work_group(without_limit, due) == WorkGroup::later);
}
