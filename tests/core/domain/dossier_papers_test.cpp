#include "core/domain/dossier_papers.hpp"
#include "tests/support/dossier_samples.hpp"

#include <catch2/catch.hpp>

#include <vector>

using core::Act;
using core::PaperKind;
using samples::at;
using samples::date;
using namespace std::chrono_literals;

namespace {

using Papers = std::vector<PaperKind>;

const core::Instant intake_moment = at(date(2024, 5, 6), 9h);

core::Dossier at_the_desk() {
    return core::receive_dossier(samples::intake(intake_moment), samples::three_day_rules());
}

} // namespace

TEST_CASE("a dossier at the desk has its receipt, and nothing of what did not happen",
          "[domain][papers]") {
    CHECK(core::papers_of(at_the_desk(), std::vector{Act::receive}) == Papers{PaperKind::receipt});
    const auto submitted =
        core::submit_dossier(samples::intake(intake_moment), samples::three_day_rules().procedure);
    CHECK(core::papers_of(submitted, std::vector{Act::submit}).empty());
}

TEST_CASE("each act that makes a paper makes its own", "[domain][papers]") {
    const std::vector<std::pair<Act, PaperKind>> makes = {
        {Act::forward, PaperKind::control_slip},
        {Act::hand_over, PaperKind::control_slip},
        {Act::answer, PaperKind::control_slip},
        {Act::request_supplement, PaperKind::supplement_request},
        {Act::reappoint, PaperKind::apology},
        {Act::refuse, PaperKind::refusal},
        {Act::stop, PaperKind::stop_notice}};
    for (const auto& [act, paper] : makes) {
        CAPTURE(core::to_text(act));
        CHECK(core::papers_of(at_the_desk(), std::vector{Act::receive, act}) ==
              Papers{PaperKind::receipt, paper});
    }
    const auto resolved =
        samples::done(at_the_desk(), Act::resolve, intake_moment + 1h, samples::three_day_rules());
    CHECK(core::has_paper(PaperKind::result_notice, resolved, {}));
}

TEST_CASE("a register's dossier has no paper of an act that no event tells of",
          "[domain][papers]") {
    auto dossier = at_the_desk();
    dossier.state = core::DossierState::refused;
    CHECK_FALSE(core::has_paper(PaperKind::refusal, dossier, {}));
}
