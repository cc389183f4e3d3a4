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

const core::Day intake_day = date(2024, 5, 6);

const Instant due_moment = at(date(2024, 5, 9), 17h); // three working days after Monday

Dossier taken_in() {
    return core::receive_dossier(samples::intake(at(intake_day, 9h)), samples::three_day_rules());
}

Dossier given_away() {
    return samples::done(taken_in(), Act::hand_over, at(intake_day, 10h),
                         samples::three_day_rules());
}

} // namespace

TEST_CASE("work is grouped by what is due", "[domain][work_group]") {
    const Dossier dossier = taken_in();
    REQUIRE(dossier.due_at() == due_moment);
    CHECK(core::work_group(dossier, due_moment - 72h) == WorkGroup::later);
    CHECK(core::work_group(dossier, due_moment - 72h + 1s) == WorkGroup::soon);
    CHECK(core::work_group(dossier, due_moment - 17h - 1s) == WorkGroup::soon);
    CHECK(core::work_group(dossier, due_moment - 17h) == WorkGroup::today);
    CHECK(core::work_group(dossier, due_moment - 1s) == WorkGroup::today);
    CHECK(core::work_group(dossier, due_moment) == WorkGroup::overdue);
}

TEST_CASE("what another agency has waits, but overdue is overdue whoever has it",
          "[domain][work_group]") {
    const Dossier dossier = given_away();
    CHECK(core::waits_for_agency(dossier));
    CHECK(core::work_group(dossier, due_moment - 48h) == WorkGroup::waiting);
    CHECK(core::work_group(dossier, due_moment - 1h) == WorkGroup::today);
    CHECK(core::work_group(dossier, due_moment) == WorkGroup::overdue);
    const Dossier answered =
        samples::done(dossier, Act::answer, at(intake_day, 11h), samples::three_day_rules());
    CHECK_FALSE(core::waits_for_agency(answered));
    CHECK(core::work_group(answered, due_moment - 48h) == WorkGroup::soon);
}

TEST_CASE("a dossier whose clock does not run is grouped by its state", "[domain][work_group]") {
    Dossier dossier = taken_in();
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
        CHECK(core::work_group(dossier, due_moment + 240h) == group);
    }
    const auto endless = samples::procedure(samples::no_limit());
    const Dossier without_limit = core::receive_dossier(
        samples::intake(at(intake_day, 9h)), {samples::three_day_rules().calendar, endless});
    CHECK(core::work_group(without_limit, due_moment) == WorkGroup::later);
}
