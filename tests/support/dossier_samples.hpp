#pragma once

#include "core/domain/dossier_life.hpp"
#include "tests/support/office_samples.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <string>
#include <variant>

/// Procedures, intakes and acts for tests of a dossier's life.
namespace samples {

inline constexpr std::array all_states = {
    core::DossierState::submitted, core::DossierState::in_progress, core::DossierState::suspended,
    core::DossierState::resolved,  core::DossierState::returned,    core::DossierState::refused,
    core::DossierState::withdrawn, core::DossierState::stopped};

inline constexpr std::array all_acts = {
    core::Act::submit,   core::Act::receive,   core::Act::refuse,  core::Act::forward,
    core::Act::resume,   core::Act::hand_over, core::Act::answer,  core::Act::request_supplement,
    core::Act::resolve,  core::Act::reappoint, core::Act::reject,  core::Act::return_result,
    core::Act::stop,     core::Act::withdraw,  core::Act::correct, core::Act::pay,
    core::Act::digitise, core::Act::move_due};

inline constexpr std::array all_channels = {core::Channel::online, core::Channel::in_person,
                                            core::Channel::postal};

inline const std::string partner = "Chi cục Thuế";

inline core::ProcedureVersion procedure(core::TimeLimit limit) {
    core::ProcedureVersion version;
    version.id = 7;
    version.code = "1.001193";
    version.name = "Đăng ký khai sinh";
    version.field = "Hộ tịch";
    version.limit = limit;
    version.effective_from = date(2020, 1, 1);
    return version;
}

inline const core::ProcedureVersion three_days = procedure(working_days(3));

/// Of the reference calendar and a limit of three working days.
inline core::Rules three_day_rules() { return {reference_calendar(), three_days}; }

inline core::NewDossier intake(core::Instant moment,
                               core::Channel channel = core::Channel::in_person) {
    core::NewDossier intake;
    intake.code = "000.00.18.H55-230306-0001";
    intake.applicant = {"Nguyễn Văn An", "019090000001", "0912345678", "Tổ 1, Ba Hàng"};
    intake.applicant.birth = core::BirthDate(1990);
    intake.applicant.sex = core::Sex::man;
    intake.channel = channel;
    intake.officer = "lan";
    intake.act_at = moment;
    return intake;
}

/// Changes the facts of a request where it is for that act.
template <typename Request, typename Change>
void amend(core::ActRequest& request, Change change) {
    if (auto* what = std::get_if<Request>(&request.what)) change(*what);
}

/// The act with everything that it may ask for.
inline core::ActRequest complete_request(core::Act act, core::Instant moment) {
    namespace requests = core::requests;
    core::ActRequest request{moment, "Thiếu bản sao giấy chứng sinh", requests::empty(act)};
    amend<requests::HandOver>(request, [](auto& what) { what.partner = partner; });
    amend<requests::Acknowledge>(request, [](auto& what) { what.partner = partner; });
    amend<requests::Answer>(request, [](auto& what) { what.partner = partner; });
    amend<requests::Forward>(request, [](auto& what) { what.assignee = "minh"; });
    amend<requests::Reappoint>(
        request, [&](auto& what) { what.new_appointment = moment + std::chrono::hours{48}; });
    amend<requests::MoveDue>(request,
                             [&](auto& what) { what.new_due = moment + std::chrono::hours{24}; });
    amend<requests::ReturnResult>(request,
                                  [](auto& what) { what.channel = core::Channel::postal; });
    amend<requests::Correct>(request, [](auto& what) {
        what.correction.applicant = core::Applicant{"Nguyễn Văn Ân", "019090000001", "", ""};
    });
    amend<requests::Pay>(request, [](auto& what) { what.paid_vnd = 8000; });
    return request;
}

/// The dossier after an act that must be allowed.
inline core::Dossier
done(const core::Dossier& dossier, const core::ActRequest& request, const core::Rules& rules) {
    const auto after = core::perform(dossier, request, rules);
    INFO("act " << core::to_text(core::act_of(request)));
    REQUIRE(after);
    return *after;
}

inline core::Dossier
done(const core::Dossier& dossier, core::Act act, core::Instant moment, const core::Rules& rules) {
    return done(dossier, complete_request(act, moment), rules);
}

} // namespace samples
