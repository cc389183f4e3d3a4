#include "core/server/papers/paper_data.hpp"

#include "core/domain/text.hpp"
#include "core/engine/journal/codec/act_payload.hpp"
#include "core/server/papers/paper_parts.hpp"

#include <boost/json/value.hpp>

#include <algorithm>
#include <variant>

namespace server {

namespace json = boost::json;
namespace requests = core::requests;

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

/// What the citizen was told last: the new appointment, or the due date where a resumed clock has
/// made a newer one; none while the clock stands.
std::optional<core::Instant> told_date(const PaperFacts& facts) {
    if (facts.dossier.state == core::DossierState::suspended) return std::nullopt;
    const Event* told = facts.last(Act::reappoint);
    const Event* resumed = facts.last(Act::resume);
    if (told && (!resumed || resumed->seq < told->seq)) return facts.dossier.appointment;
    return facts.dossier.due_at();
}

/// The due date as it was known at that moment.
std::optional<core::Instant> due_known_at(const core::Dossier& dossier, core::Instant at) {
    std::optional<core::Instant> due;
    for (const core::ClockChange& change : dossier.clock) {
        if (change.at <= at && change.due_at) due = change.due_at;
    }
    return due;
}

void put_fee(json::object& data, std::int64_t fee_vnd, std::int64_t paid_vnd) {
    data["fee_vnd"] = fee_vnd;
    if (fee_vnd > 0) data["fee_paid"] = paid_vnd >= fee_vnd; // nothing to pay is not "paid"
}

/// What the event says of the act that it is known to be.
template <typename Request>
Request facts_of(const Event& event) {
    return std::get<Request>(
        core::payload::read_act(event.act, event.act_at, event.reason, event.payload).what);
}

/// A receipt is issued once more with a new date and for corrected facts (law.md §4).
core::Instant receipt_issued(const PaperFacts& facts) {
    core::Instant issued = *facts.dossier.received_at;
    for (const Act act : {Act::resume, Act::correct, Act::move_due}) {
        const Event* event = facts.last(act);
        if (event) issued = std::max(issued, event->act_at);
    }
    return issued;
}

Result<json::object> receipt(const PaperFacts& facts) {
    const core::Dossier& dossier = facts.dossier;
    json::object data = begin(facts, receipt_issued(facts));
    if (!dossier.components.empty()) data["documents"] = paper::documents(dossier.components);
    put(data, "time_limit", paper::show(facts.procedure.limit));
    put(data, "received_at", dossier.received_at);
    put(data, "due_at", told_date(facts));
    if (dossier.return_channel) {
        const std::string_view channel = to_text(*dossier.return_channel);
        put(data, "return_channel", channel);
    }
    put_fee(data, dossier.fee_vnd, dossier.paid_vnd);
    put(data, "officer", facts.name_of(dossier.officer));
    return data;
}

/// Without the sign of a list at its beginning; none when the line is no item of one.
std::optional<std::string> list_item(std::string_view line) {
    for (const std::string_view sign : {"- ", "– ", "+ ", "* ", "• "}) {
        if (line.starts_with(sign)) return core::trim(line.substr(sign.size()));
    }
    return std::nullopt;
}

/// Lines of the reason that begin like those of a list say what is to be completed, the others why.
/// Where nobody wrote a list, the reason says both.
void put_supplements(json::object& data, const std::string& reason) {
    json::array items;
    std::string why;
    for (const std::string& line : core::split_list(reason, '\n')) {
        if (const auto item = list_item(line)) {
            items.emplace_back(paper::cut(*item, paper::cell_letters));
        } else {
            why += (why.empty() ? "" : "\n") + line;
        }
    }
    if (items.empty()) {
        for (const std::string& line : core::split_list(reason, '\n'))
            items.emplace_back(paper::cut(line, paper::cell_letters));
    }
    data["supplements"] = std::move(items);
    put(data, "reason", why.empty() ? reason : why, paper::text_letters);
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

/// The date that the citizen had been told before the last apology.
std::optional<core::Instant> date_before(const PaperFacts& facts, const Event& apology) {
    std::optional<core::Instant> before = due_known_at(facts.dossier, apology.act_at);
    for (const Event& event : facts.events) {
        if (event.seq >= apology.seq) break;
        if (event.act == to_text(Act::reappoint))
            before = facts_of<requests::Reappoint>(event).new_appointment;
        if (event.act == to_text(Act::resume)) before = due_known_at(facts.dossier, event.act_at);
    }
    return before;
}

Result<json::object> apology(const PaperFacts& facts) {
    const Event* told = facts.last(Act::reappoint);
    const auto before = date_before(facts, *told);
    if (!before) return did_not_happen(facts, "paper-no-appointment-before");
    json::object data = begin(facts, told->act_at);
    put(data, "received_at", facts.dossier.received_at);
    put(data, "due_at", before);
    put(data, "reason", told->reason, paper::text_letters);
    put(data, "new_due_at", facts_of<requests::Reappoint>(*told).new_appointment);
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
    put(data, "resolved_at", dossier.closed_at);
    put(data, "result", to_text(*dossier.decision));
    if (dossier.outcome) put(data, "outcome", to_text(*dossier.outcome));
    if (const Event* rejected = facts.last(Act::reject))
        put(data, "reason", rejected->reason, paper::text_letters);
    if (dossier.return_channel) put(data, "return_channel", to_text(*dossier.return_channel));
    put_fee(data, dossier.fee_vnd, dossier.paid_vnd);
    put(data, "officer", facts.name_of(dossier.officer));
    return data;
}

/// The other agency's own clock, by days (law.md §3).
std::string_view outcome_of(core::Instant due, core::Instant answered) {
    const core::Day due_day = core::local_date(due);
    const core::Day day = core::local_date(answered);
    if (day == due_day) return to_text(core::Outcome::on_time);
    return to_text(day < due_day ? core::Outcome::early : core::Outcome::late);
}

/// When the partner was to have answered what it answered at that moment.
std::optional<core::Instant>
answer_due(const core::Dossier& dossier, const std::string& partner, core::Instant answered_at) {
    for (const core::HandOver& each : dossier.hand_overs) {
        if (each.partner == partner && each.answered_at == answered_at) return each.due_at;
    }
    return std::nullopt;
}

/// One row for each time that the dossier went from one hand to another.
json::array control_steps(const PaperFacts& facts) {
    constexpr std::size_t most_rows = 100;
    json::array steps;
    int step = 0;
    for (const Event& event : facts.events) {
        const auto act = core::parse_act(event.act);
        if (act != Act::forward && act != Act::hand_over && act != Act::answer) continue;
        const std::string by = facts.name_of(event.actor.who);
        json::object row;
        if (act == Act::forward) {
            ++step;
            put(row, "from", by);
            const std::string assignee = facts_of<requests::Forward>(event).assignee;
            put(row, "to",
                assignee.empty() ? "bước " + std::to_string(step) : facts.name_of(assignee));
        } else if (act == Act::hand_over) {
            put(row, "from", by);
            put(row, "to", facts_of<requests::HandOver>(event).partner);
        } else {
            put(row, "from", facts_of<requests::Answer>(event).partner);
            put(row, "to", by);
        }
        put(row, "at", event.act_at);
        const auto due =
            act == Act::answer
                ? answer_due(facts.dossier, facts_of<requests::Answer>(event).partner, event.act_at)
                : std::nullopt;
        if (due) put(row, "outcome", outcome_of(*due, event.act_at));
        put(row, "note", event.reason, paper::cell_letters);
        if (steps.size() < most_rows) steps.push_back(std::move(row));
    }
    return steps;
}

Result<json::object> control_slip(const PaperFacts& facts) {
    json::object data = begin(facts, facts.now); // it says how things stand
    put(data, "received_at", facts.dossier.received_at);
    put(data, "due_at", facts.dossier.due_at());
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
