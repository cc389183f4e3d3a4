// One of several that implement dossier_payload.hpp: a dossier as one JSON object, for comparing.
//
// Nothing stored holds this text. Verification compares what the journal leads to with what the
// row says, member by member, and names those that differ: so every member of a dossier is here,
// and what follows from others (`due_at`) stands beside them for the reader of a finding.

#include "core/engine/journal/codec/dossier_parts.hpp"
#include "core/engine/journal/codec/dossier_payload.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <cstdint>
#include <optional>
#include <utility>

namespace core::payload {

namespace {

json::object dossier_json(const Dossier& d) {
    json::object object;
    put(object, "code", d.code);
    put(object, "procedure_code", d.procedure_code);
    put(object, "procedure_version", d.procedure_version);
    object.emplace("applicant", applicant_json(d.applicant));
    put(object, "channel", to_text(d.channel));
    put(object, "officer", d.officer);
    put(object, "state", to_text(d.state));
    put(object, "submitted_at", d.submitted_at);
    put(object, "received_at", d.received_at);
    put(object, "due_at", d.due_at());
    json::array clock;
    for (const ClockChange& change : d.clock) {
        json::object step;
        put(step, "at", std::optional(change.at));
        step.emplace("running", change.running);
        put(step, "due_at", change.due_at);
        clock.push_back(std::move(step));
    }
    object.emplace("clock", std::move(clock));
    put(object, "appointment", d.appointment);
    put(object, "closed_at", d.closed_at);
    if (d.decision) put(object, "decision", to_text(*d.decision));
    if (d.outcome) put(object, "outcome", to_text(*d.outcome));
    put(object, "returned_at", d.returned_at);
    if (d.return_channel) put(object, "return_channel", to_text(*d.return_channel));
    json::array hand_overs;
    for (const HandOver& hand_over : d.hand_overs) {
        json::object item;
        put(item, "agency", hand_over.partner);
        put(item, "handed_at", std::optional(hand_over.handed_at));
        put(item, "answered_at", hand_over.answered_at);
        put(item, "acknowledged_at", hand_over.acknowledged_at);
        put(item, "due_at", hand_over.due_at);
        put(item, "external_code", hand_over.external_code);
        hand_overs.push_back(std::move(item));
    }
    object.emplace("hand_overs", std::move(hand_overs));
    put(object, "linked_agencies", d.linked_agencies);
    put(object, "linked_since", d.linked_since);
    put(object, "digitised_at", d.digitised_at);
    put(object, "fee_vnd", d.fee_vnd);
    put(object, "paid_vnd", d.paid_vnd);
    put(object, "step", std::int64_t{d.step});
    put(object, "assignee", d.assignee);
    put(object, "papers", d.components);
    put(object, "ticket", d.ticket);
    put(object, "last_act_at", std::optional(d.last_act_at));
    put(object, "version", std::int64_t{d.version});
    return object;
}

} // namespace

std::string describe(const Dossier& dossier) { return json::serialize(dossier_json(dossier)); }

std::vector<std::string> differing(const Dossier& a, const Dossier& b) {
    std::vector<std::string> members;
    const json::object first = dossier_json(a);
    const json::object second = dossier_json(b);
    for (const auto& [key, value] : first) {
        const json::value* other = second.if_contains(key);
        if (!other || *other != value) members.emplace_back(key);
    }
    for (const auto& [key, value] : second) {
        if (!first.contains(key)) members.emplace_back(key);
    }
    return members;
}

} // namespace core::payload
