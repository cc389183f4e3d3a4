#include "core/api/dossier_json.hpp"
#include "core/api/json_text.hpp"
#include "core/api/notices_json.hpp"
#include "core/api/unsure_json.hpp"
#include "core/domain/overdue.hpp"
#include "core/domain/unsure_due.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/server/routes/dossier_body.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

namespace server {

namespace {

using api::JsonFields;
using core::Result;
using Need = JsonFields::Need;

/// What the citizen's receipt is printed from. Made on the writer's thread: only what is needed.
std::string begun_text(const core::Dossier& dossier,
                       std::span<const core::Notice> notices,
                       const OfficeRules& rules,
                       words::Language language) {
    const core::ProcedureVersion& procedure = version_of(rules, dossier);
    const auto due = dossier.due_at();
    boost::json::object answer{
        {"code", dossier.code},
        {"version", dossier.version},
        {"state",
         boost::json::string_view(to_text(dossier.state).data(), to_text(dossier.state).size())},
        {"received_at", api::to_json(dossier.received_at)},
        {"due_at", api::to_json(due)},
        {"appointment", api::to_json(core::told_appointment(dossier))},
        {"procedure", {{"code", procedure.code}, {"name", procedure.name}}},
        {"fee_vnd", dossier.fee_vnd},
        {"officer", dossier.officer},
        {"ticket", dossier.ticket.empty() ? boost::json::value(nullptr)
                                          : boost::json::value(dossier.ticket)}};
    api::put_unsure(answer, core::unsure_years(rules.calendar, procedure, dossier), language);
    api::put_notices(answer, notices, language);
    return api::to_text(std::move(answer));
}

struct IntakeBody {
    core::Intake intake;
    std::string reason;
};

IntakeBody read_intake(const Call& call, JsonFields& fields, core::Channel usual, bool has_reason) {
    IntakeBody body;
    body.intake.procedure_code = fields.line("procedure", Need::required, 64);
    if (auto applicant = fields.object("applicant", Need::required))
        body.intake.applicant = read_applicant(*applicant, core::local_date(call.now));
    body.intake.channel = fields
                              .word("channel", Need::optional, core::parse_channel,
                                    core::list_of(core::channels.vocabulary()))
                              .value_or(usual);
    body.intake.officer = call.caller.name;
    body.intake.fee_vnd = fields.integer("fee_vnd", Need::optional, 0, largest_fee_vnd);
    body.intake.components = read_papers(fields);
    body.intake.ticket = fields.line("ticket", Need::optional, 64);
    if (has_reason) body.reason = fields.text("reason", Need::optional);
    return body;
}

/// Which way a dossier begins.
enum class Begins { received, submitted, refused };

std::variant<net::HttpResponse, WriteWork> begin(const Call& call, Begins how) {
    Body body(call);
    if (body.unreadable()) return *body.unreadable();
    JsonFields fields = body.fields();
    IntakeBody read = read_intake(
        call, fields, how == Begins::submitted ? core::Channel::online : core::Channel::in_person,
        how == Begins::refused);
    if (!body.errors.empty()) return fields_response(body.errors, call.language);
    return WriteWork([read = std::move(read), how, rules = call.rules, language = call.language](
                         core::Books& books, const core::ActContext& by) -> Result<Answer> {
        const core::Processing& processing = rules->processing;
        Result<core::Dossier> dossier =
            how == Begins::received    ? processing.receive(books, read.intake, by)
            : how == Begins::submitted ? processing.submit(books, read.intake, by)
                                       : processing.refuse(books, read.intake, read.reason, by);
        if (!dossier) return dossier.error();
        const auto notices = processing.intake_notices(books, read.intake, by);
        return Answer{201, begun_text(*dossier, notices, *rules, language)};
    });
}

} // namespace

void add_intake(Router& router) {
    router.add({"POST",
                "/api/v1/dossiers",
                callers::staff,
                Write{[](const Call& call) { return begin(call, Begins::received); }},
                {"receiveDossier", "Receive a dossier: gives it its code and due date", "Intake",
                 "BegunDossier", 201},
                json_body_limit});
    router.add(
        {"POST",
         "/api/v1/submissions",
         callers::staff,
         Write{[](const Call& call) { return begin(call, Begins::submitted); }},
         {"submitDossier", "An online submission, not yet accepted: `receive` or `refuse` it",
          "Intake", "BegunDossier", 201},
         json_body_limit});
    router.add({"POST",
                "/api/v1/refusals",
                callers::staff,
                Write{[](const Call& call) { return begin(call, Begins::refused); }},
                {"refuseAtDesk", "Refuse at the desk, with the reason (form 03)", "Refusal",
                 "BegunDossier", 201},
                json_body_limit});
}

} // namespace server
