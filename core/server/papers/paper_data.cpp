#include "core/server/papers/paper_data.hpp"

#include "core/domain/supplement.hpp"
#include "core/domain/text.hpp"
#include "core/server/papers/paper_parts.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace server {

namespace json = boost::json;

namespace {

using core::Act;
using core::Event;
using core::Result;
using paper::put;

core::Error did_not_happen(const PaperFacts& facts, std::string_view code) {
    return {core::ErrorKind::not_allowed, {std::string(code), {{"code", facts.dossier.code}}}};
}

/// What every paper of a dossier begins with; dated on the day of the act that issues it, so that
/// printed again it is the same paper, in the form that was in force.
json::object begin(const PaperFacts& facts, core::Instant issued) {
    json::object data;
    data["office"] = paper::office(facts.rules.office);
    put(data, "issued_at", issued);
    put(data, "code", facts.dossier.code);
    data["applicant"] = paper::applicant(facts.dossier.applicant);
    put(data, "request", facts.procedure.name, paper::text_letters);
    return data;
}

void put_fee(json::object& data, const core::Dossier& dossier) {
    data["fee_vnd"] = dossier.fee_vnd;
    if (const auto paid = core::is_fee_paid(dossier.fee_vnd, dossier.unpaid_vnd()))
        data["fee_paid"] = *paid;
}

Result<json::object> receipt(const PaperFacts& facts) {
    const core::Dossier& dossier = facts.dossier;
    json::object data = begin(facts, core::receipt_issued_at(dossier, facts.events));
    if (!dossier.components.empty()) data["documents"] = paper::documents(dossier.components);
    put(data, "time_limit", paper::time_limit(facts.procedure.limit));
    put(data, "received_at", dossier.received_at);
    put(data, "due_at", core::told_date(dossier));
    put(data, "due_unsure", facts.unsure_told_date(), paper::text_letters);
    if (dossier.return_channel) {
        const std::string_view channel = to_text(*dossier.return_channel);
        put(data, "return_channel", channel);
    }
    put_fee(data, dossier);
    put(data, "officer", facts.name_of(dossier.officer));
    return data;
}

void put_supplements(json::object& data, const std::string& text) {
    const core::Supplement supplement = core::read_supplement(text);
    json::array items;
    for (const std::string& item : supplement.items)
        items.emplace_back(paper::cut(item, paper::cell_letters));
    data["supplements"] = std::move(items);
    put(data, "reason", supplement.reason, paper::text_letters);
}

Result<json::object> supplement_request(const PaperFacts& facts) {
    const Event* asked = facts.last(Act::request_supplement);
    json::object data = begin(facts, asked->act_at);
    put_supplements(data, asked->reason);
    put(data, "contact", facts.name_of(asked->actor.who));
    put(data, "officer", facts.name_of(asked->actor.who));
    return data;
}

Result<json::object> refusal(const PaperFacts& facts) {
    const Event* refused = facts.last(Act::refuse);
    json::object data = begin(facts, refused->act_at);
    put(data, "reason", refused->reason, paper::text_letters);
    put(data, "officer", facts.name_of(refused->actor.who));
    return data;
}

Result<json::object> apology(const PaperFacts& facts) {
    const Event* told = facts.last(Act::reappoint);
    const auto before = core::told_before(facts.dossier, facts.events, *told);
    if (!before) return did_not_happen(facts, "paper-no-appointment-before");
    json::object data = begin(facts, told->act_at);
    put(data, "received_at", facts.dossier.received_at);
    put(data, "due_at", before);
    put(data, "reason", told->reason, paper::text_letters);
    const auto appointment = core::new_appointment(*told);
    put(data, "new_due_at", appointment);
    if (appointment) put(data, "due_unsure", facts.unsure_on(*appointment), paper::text_letters);
    return data;
}

Result<json::object> stop_notice(const PaperFacts& facts) {
    const Event* stopped = facts.last(Act::stop);
    json::object data = begin(facts, stopped->act_at);
    put(data, "received_at", facts.dossier.received_at);
    put(data, "reason", stopped->reason, paper::text_letters);
    return data;
}

Result<json::object> result_notice(const PaperFacts& facts) {
    const core::Dossier& dossier = facts.dossier;
    json::object data = begin(facts, *dossier.closed_at);
    put(data, "received_at", dossier.received_at);
    put(data, "due_at", dossier.due_at());
    put(data, "due_unsure", facts.unsure_due(), paper::text_letters);
    put(data, "resolved_at", dossier.closed_at);
    put(data, "result", to_text(*dossier.decision));
    if (dossier.outcome) put(data, "outcome", to_text(*dossier.outcome));
    if (const Event* rejected = facts.last(Act::reject))
        put(data, "reason", rejected->reason, paper::text_letters);
    if (dossier.return_channel) put(data, "return_channel", to_text(*dossier.return_channel));
    put_fee(data, dossier);
    put(data, "officer", facts.name_of(dossier.officer));
    return data;
}

/// Of a paper, which is in the office's language whoever asks for it.
std::string step_name(std::int64_t step) {
    return words::say({}, {"paper-step", {{"step", step}}});
}

/// One row for each time that the dossier went from one hand to another.
json::array control_steps(const PaperFacts& facts) {
    json::array rows;
    for (const core::HandStep& step : core::hand_steps(facts.dossier, facts.events)) {
        if (rows.size() == paper::most_control_steps) break;
        const std::string by = facts.name_of(step.event->actor.who);
        json::object row;
        if (step.act == Act::forward) {
            put(row, "from", by);
            put(row, "to",
                step.assignee.empty() ? step_name(step.step) : facts.name_of(step.assignee));
        } else {
            const bool leaves = step.act == Act::hand_over;
            put(row, "from", leaves ? by : step.partner);
            put(row, "to", leaves ? step.partner : by);
        }
        put(row, "at", step.event->act_at);
        if (step.outcome) put(row, "outcome", to_text(*step.outcome));
        put(row, "note", step.event->reason, paper::cell_letters);
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<json::object> control_slip(const PaperFacts& facts) {
    json::object data = begin(facts, facts.now); // it says how things stand
    put(data, "received_at", facts.dossier.received_at);
    put(data, "due_at", facts.dossier.due_at());
    put(data, "due_unsure", facts.unsure_due(), paper::text_letters);
    data["steps"] = control_steps(facts);
    return data;
}

using core::PaperKind;

constexpr std::array papers = {
    DossierPaper{PaperKind::receipt, "receiptPaper", "Receipt and appointment (form 01)",
                 "paper-not-received", receipt},
    DossierPaper{PaperKind::supplement_request, "supplementPaper",
                 "The last supplement request (form 02)", "paper-no-supplement-asked",
                 supplement_request},
    DossierPaper{PaperKind::refusal, "refusalPaper", "Refusal (form 03)", "paper-not-refused",
                 refusal},
    DossierPaper{PaperKind::apology, "apologyPaper",
                 "The last apology and new appointment (form 04)", "paper-not-reappointed",
                 apology},
    DossierPaper{PaperKind::stop_notice, "stopPaper",
                 "Notice of stopping (form 05 of the 2025 set)", "paper-not-stopped", stop_notice},
    DossierPaper{PaperKind::control_slip, "controlPaper",
                 "Control slip: from hand to hand, up to now", "paper-no-step", control_slip},
    DossierPaper{PaperKind::result_notice, "resultPaper", "Notice of the result", "paper-no-result",
                 result_notice},
};

std::vector<Act> acts_of(const PaperFacts& facts) {
    std::vector<Act> acts;
    for (const Event& event : facts.events) {
        if (const auto act = core::parse_act(event.act)) acts.push_back(*act);
    }
    return acts;
}

} // namespace

std::span<const DossierPaper> dossier_papers() { return papers; }

Result<json::object> paper_data(const DossierPaper& paper, const PaperFacts& facts) {
    if (!core::has_paper(paper.kind, facts.dossier, acts_of(facts)))
        return did_not_happen(facts, paper.refusal);
    return paper.make(facts);
}

} // namespace server
