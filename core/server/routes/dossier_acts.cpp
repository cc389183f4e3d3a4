#include "core/api/dossier_json.hpp"
#include "core/api/json_text.hpp"
#include "core/api/notices_json.hpp"
#include "core/domain/names.hpp"
#include "core/domain/supplement.hpp"
#include "core/domain/utf8.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/domain/written_act.hpp"
#include "core/server/routes/dossier_body.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

#include <variant>

namespace server {

namespace {

using api::JsonFields;
using core::Act;
using core::Result;
using core::WrittenCorrection;
using Need = JsonFields::Need;

/// Of a reason, its list among it.
constexpr auto text_limit = static_cast<std::int64_t>(api::text_limit);

/// What a request says of an act, and the version that it is based on.
struct WrittenBody {
    core::WrittenAct act;
    int version = 0;
};

WrittenCorrection read_correction(JsonFields& fields, core::Day today) {
    WrittenCorrection correction;
    if (auto applicant = fields.object("applicant", Need::optional))
        correction.applicant = read_applicant_patch(*applicant, today);
    correction.channel = fields.word("channel", Need::optional, core::parse_channel,
                                     core::list_of(core::channels.vocabulary()));
    correction.fee_vnd = fields.integer("fee_vnd", Need::optional, 0, largest_fee_vnd);
    if (fields.has("documents")) correction.components = read_papers(fields);
    return correction;
}

/// The version that the change is based on: in the body, or as `If-Match`.
int read_version(const Call& call, JsonFields& fields) {
    std::string_view match = call.request.header("if-match");
    if (!fields.has("version") && !match.empty()) {
        if (match.size() > 2 && match.front() == '"' && match.back() == '"')
            match = match.substr(1, match.size() - 2);
        if (const auto version = parse_version(match)) return *version;
    }
    return static_cast<int>(
        fields.integer("version", Need::required, 0, largest_version).value_or(0));
}

/// Members that say something about several acts are judged whatever the act is; each act then
/// takes its own, and the answer tells that nobody read the others.
void read_facts(core::requests::Any& what, JsonFields& fields) {
    namespace requests = core::requests;
    JsonFields unheard = fields.unheard();
    const auto of = [&](bool is_used) -> JsonFields& { return is_used ? fields : unheard; };
    auto* forward = std::get_if<requests::Forward>(&what);
    auto* reappoint = std::get_if<requests::Reappoint>(&what);
    const bool is_handed_over = std::holds_alternative<requests::HandOver>(what);
    const bool is_acknowledged = std::holds_alternative<requests::Acknowledge>(what);
    const bool is_answered = std::holds_alternative<requests::Answer>(what);
    JsonFields& of_partner = of(is_handed_over || is_acknowledged || is_answered);
    // Whom it goes to is a name that comes in; who answers is one that the books have already.
    const std::string partner =
        is_handed_over ? of_partner.value<core::OrganisationName>("agency", Need::optional)
                       : of_partner.line("agency", Need::optional);
    const std::string external_code = of_partner.line("external_code", Need::optional, 128);
    const std::string assignee = of(forward).line("assignee", Need::optional, 64);
    const auto answer_due = of(is_handed_over).instant("answer_due", Need::optional);
    JsonFields& of_reappoint = of(reappoint);
    const auto appointment = of_reappoint.instant(
        of_reappoint.has("appointment") ? "appointment" : "new_appointment", Need::optional);
    if (forward) forward->assignee = assignee;
    if (is_acknowledged) what = requests::Acknowledge{partner, external_code};
    if (is_answered) what = requests::Answer{partner, external_code};
    if (reappoint) reappoint->new_appointment = appointment;
    if (is_handed_over) what = requests::HandOver{partner, external_code, answer_due};
    if (auto* returned = std::get_if<requests::ReturnResult>(&what)) {
        returned->channel =
            fields
                .word(fields.has("channel") ? "channel" : "return_channel", Need::optional,
                      core::parse_channel, core::list_of(core::channels.vocabulary()))
                .value_or(core::Channel::in_person);
    }
    if (auto* pay = std::get_if<requests::Pay>(&what)) {
        const char* name = fields.has("amount_vnd") ? "amount_vnd" : "paid_vnd";
        pay->paid_vnd = fields.integer(name, Need::optional, 1, largest_fee_vnd).value_or(0);
    }
}

WrittenBody read_act(const Call& call, Act act, JsonFields& fields) {
    WrittenBody written;
    written.act.what = core::requests::empty(act);
    written.version = read_version(call, fields);
    written.act.reason = fields.text("reason", Need::optional);
    const bool has_items = act == Act::request_supplement;
    JsonFields unheard = fields.unheard();
    auto items = (has_items ? fields : unheard).lines("items", Need::optional);
    if (has_items) {
        written.act.reason = core::supplement_text({std::move(items), written.act.reason});
        if (core::count_letters(written.act.reason) > api::text_limit)
            fields.complain("items", {"field-too-long", {{"letters", text_limit}}});
    }
    read_facts(written.act.what, fields);
    if (act == Act::correct) {
        const std::size_t complaints = fields.complaints();
        auto inner = fields.object("correction", Need::optional);
        written.act.correction =
            read_correction(inner ? *inner : fields, core::local_date(call.now));
        // What could not be read was meant to correct something.
        if (written.act.correction->is_empty() && fields.complaints() == complaints)
            fields.complain("correction", "correction-empty");
    }
    return written;
}

Result<Answer> carry_out(core::Books& books,
                         const core::ActContext& by,
                         const std::string& code,
                         const WrittenBody& written,
                         const OfficeRules& rules,
                         words::Language language) {
    const auto after =
        rules.processing.act_as_written(books, code, written.version, written.act, by);
    if (!after) return after.error();
    auto answer = dossier_json(books, after->id, after->dossier, rules, by.recorded_at, language);
    api::put_notices(answer, after->notices, language);
    return Answer{200, api::to_text(std::move(answer))};
}

std::variant<net::HttpResponse, WriteWork> act(const Call& call, Act act) {
    Body body(call);
    if (body.unreadable()) return *body.unreadable();
    JsonFields fields = body.fields();
    WrittenBody written = read_act(call, act, fields);
    if (!body.errors.empty()) return fields_response(body.errors, call.language);
    return WriteWork([code = call.path.front(), written = std::move(written), rules = call.rules,
                      language = call.language](core::Books& books, const core::ActContext& by) {
        return carry_out(books, by, code, written, *rules, language);
    });
}

struct ActRoute {
    Act act;
    const char* operation;
    const char* summary;
};

constexpr std::array act_routes = {
    ActRoute{Act::receive, "acceptSubmission", "Receive an online submission"},
    ActRoute{Act::refuse, "refuseSubmission", "Refuse an online submission, with the reason"},
    ActRoute{Act::forward, "forwardDossier", "To the next step and its `assignee`"},
    ActRoute{Act::request_supplement, "requestSupplement", "Ask for a paper: stops the clock"},
    ActRoute{Act::resume, "resumeDossier", "The paper has come: the clock runs on"},
    ActRoute{Act::hand_over, "handOver", "To another `agency`, perhaps with `answer_due`"},
    ActRoute{Act::acknowledge, "acknowledgeHandOver", "The other agency has it"},
    ActRoute{Act::answer, "answerHandOver", "The other agency has answered"},
    ActRoute{Act::reappoint, "reappoint", "Another appointment, with an apology"},
    ActRoute{Act::resolve, "resolveDossier", "The result is there: approved"},
    ActRoute{Act::reject, "rejectDossier", "The result is there: rejected, with the reason"},
    ActRoute{Act::return_result, "returnResult", "The citizen has the result"},
    ActRoute{Act::withdraw, "withdrawDossier", "The citizen takes it back"},
    ActRoute{Act::stop, "stopDossier", "The office ends it, as the law provides"},
    ActRoute{Act::pay, "payFee", "Fee paid; without `paid_vnd` the rest of it"},
    ActRoute{Act::correct, "correctDossier", "Correct what intake wrote; what it said is kept"},
};

} // namespace

void add_dossier_acts(Router& router) {
    for (const ActRoute& each : act_routes) {
        router.add({"POST",
                    "/api/v1/dossiers/{code}/" + std::string(to_text(each.act)),
                    callers::staff,
                    Write{[which = each.act](const Call& call) { return act(call, which); }},
                    {each.operation, each.summary, "DossierAct", "Dossier"},
                    json_body_limit});
    }
}

} // namespace server
