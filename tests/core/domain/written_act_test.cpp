#include "core/domain/written_act.hpp"
#include "tests/support/office_samples.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <variant>

using core::Act;
using core::Dossier;
using core::WrittenAct;
using samples::at;
using samples::date;
using namespace std::chrono_literals;
namespace requests = core::requests;

namespace {

const core::Instant written_at = at(date(2024, 5, 6), 9h);

WrittenAct written(Act act) { return {"", requests::empty(act), {}}; }

/// What the act comes to on the dossier.
template <typename Request>
Request on(const Dossier& dossier, const WrittenAct& act) {
    return std::get<Request>(core::completed(act, dossier, written_at).what);
}

Dossier handed_to(std::initializer_list<std::pair<const char*, bool>> partners) {
    Dossier dossier;
    for (const auto& [partner, has_answered] : partners) {
        dossier.hand_overs.push_back(
            {partner, written_at, has_answered ? std::optional(written_at + 1h) : std::nullopt});
        if (has_answered) dossier.hand_overs.back().acknowledged_at = written_at + 1h;
    }
    return dossier;
}

} // namespace

TEST_CASE("a payment without an amount is the rest of the fee, never less than nothing",
          "[domain][written_act]") {
    Dossier dossier;
    dossier.fee_vnd = 50'000;
    dossier.paid_vnd = 20'000;
    CHECK(on<requests::Pay>(dossier, written(Act::pay)).paid_vnd == 30'000);
    dossier.paid_vnd = 60'000;
    CHECK(on<requests::Pay>(dossier, written(Act::pay)).paid_vnd == 0);
    WrittenAct said = written(Act::pay);
    std::get<requests::Pay>(said.what).paid_vnd = 5'000;
    CHECK(on<requests::Pay>(dossier, said).paid_vnd == 5'000);
}

TEST_CASE("an answer without a partner is of the only one that has not answered",
          "[domain][written_act]") {
    const Dossier one = handed_to({{"Thuế", true}, {"Công an", false}});
    CHECK(on<requests::Answer>(one, written(Act::answer)).partner == "Công an");
    CHECK(on<requests::Acknowledge>(one, written(Act::acknowledge)).partner == "Công an");
    const Dossier two = handed_to({{"Thuế", false}, {"Công an", false}});
    CHECK(on<requests::Answer>(two, written(Act::answer)).partner.empty());
    CHECK(on<requests::Answer>(Dossier(), written(Act::answer)).partner.empty());
    // One has acknowledged: only the other still can, and both can still answer.
    Dossier heard = two;
    heard.hand_overs.front().acknowledged_at = written_at;
    CHECK(on<requests::Acknowledge>(heard, written(Act::acknowledge)).partner == "Công an");
    CHECK(on<requests::Answer>(heard, written(Act::answer)).partner.empty());
    WrittenAct said = written(Act::answer);
    std::get<requests::Answer>(said.what).partner = "Thuế";
    CHECK(on<requests::Answer>(one, said).partner == "Thuế");
}

TEST_CASE("a correction keeps of the applicant what it does not name", "[domain][written_act]") {
    Dossier dossier;
    dossier.applicant = {"Nguyễn Văn An", "019090000001", "0912345678", "Tổ 1", "an@x.vn"};
    WrittenAct act = written(Act::correct);
    act.correction = core::WrittenCorrection();
    CHECK(act.correction->is_empty());
    act.correction->applicant = core::ApplicantPatch{"Nguyễn Văn Ân", {}, "", {}, {}};
    act.correction->fee_vnd = 8'000;
    CHECK_FALSE(act.correction->is_empty());
    const auto correction = on<requests::Correct>(dossier, act).correction;
    CHECK(correction.applicant ==
          core::Applicant{"Nguyễn Văn Ân", "019090000001", "", "Tổ 1", "an@x.vn"});
    CHECK(correction.fee_vnd == 8'000);
    CHECK_FALSE(correction.channel);
    CHECK_FALSE(correction.components);
}

TEST_CASE("a correction keeps birth and sex, sets them and takes them away",
          "[domain][written_act]") {
    Dossier dossier;
    dossier.applicant.birth = core::BirthDate(1948);
    dossier.applicant.sex = core::Sex::woman;
    WrittenAct act = written(Act::correct);
    act.correction = core::WrittenCorrection();
    core::ApplicantPatch& patch = act.correction->applicant.emplace();
    CHECK(on<requests::Correct>(dossier, act).correction.applicant == dossier.applicant);
    patch.birth = std::optional(core::BirthDate(1949));
    patch.sex = std::optional<core::Sex>();
    const auto changed = on<requests::Correct>(dossier, act).correction.applicant;
    REQUIRE(changed);
    CHECK(changed->birth == core::BirthDate(1949));
    CHECK_FALSE(changed->sex);
}

TEST_CASE("a written act is done at its instant, with its reason", "[domain][written_act]") {
    WrittenAct act = written(Act::resume);
    act.reason = "đã bổ sung";
    const auto request = core::completed(act, Dossier(), written_at);
    CHECK(request.act_at == written_at);
    CHECK(request.reason == "đã bổ sung");
    CHECK(core::act_of(request) == Act::resume);
}
