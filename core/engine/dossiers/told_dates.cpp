// What was told to a citizen last the dossier knows; what was told before stands in the acts: an
// apology keeps the new appointment in its payload, a resumed clock makes a due date that is newer
// than an apology before it. So that is read from the events in order, and from the dossier's
// clock, which has every due date with the moment from which it was known.

#include "core/engine/dossiers/told_dates.hpp"

#include "core/domain/overdue.hpp"
#include "core/engine/journal/codec/act_payload.hpp"

#include <algorithm>
#include <variant>

namespace core {

namespace {

/// What the event says of the act that it is known to be.
template <typename Request>
Request facts_of(const Event& event) {
    return std::get<Request>(
        payload::read_act(event.act, event.act_at, event.reason, event.payload).what);
}

/// The due date as it was known at that moment.
std::optional<Instant> due_known_at(const Dossier& dossier, Instant at) {
    std::optional<Instant> due;
    for (const ClockChange& change : dossier.clock) {
        if (change.at <= at && change.due_at) due = change.due_at;
    }
    return due;
}

/// How the partner kept what it answered at that moment; none where no time was set.
std::optional<Outcome>
outcome_of_answer(const Dossier& dossier, const std::string& partner, Instant answered_at) {
    for (const HandOver& each : dossier.hand_overs) {
        if (each.partner != partner || each.answered_at != answered_at) continue;
        if (each.due_at) return judge_answer(*each.due_at, answered_at);
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

const Event* last_event(std::span<const Event> events, Act act) {
    const auto found = std::find_if(events.rbegin(), events.rend(),
                                    [&](const Event& event) { return event.act == to_text(act); });
    return found == events.rend() ? nullptr : &*found;
}

std::optional<Instant> told_date(const Dossier& dossier) {
    return dossier.state == DossierState::suspended ? std::nullopt : told_appointment(dossier);
}

std::optional<Instant> new_appointment(const Event& apology) {
    return facts_of<requests::Reappoint>(apology).new_appointment;
}

std::optional<Instant>
told_before(const Dossier& dossier, std::span<const Event> events, const Event& apology) {
    std::optional<Instant> before = due_known_at(dossier, apology.act_at);
    for (const Event& event : events) {
        if (event.seq >= apology.seq) break;
        if (event.act == to_text(Act::reappoint)) before = new_appointment(event);
        if (event.act == to_text(Act::resume)) before = due_known_at(dossier, event.act_at);
    }
    return before;
}

Instant receipt_issued_at(const Dossier& dossier, std::span<const Event> events) {
    Instant issued = *dossier.received_at;
    for (const Act act : {Act::resume, Act::correct, Act::move_due}) {
        const Event* event = last_event(events, act);
        if (event) issued = std::max(issued, event->act_at);
    }
    return issued;
}

std::vector<HandStep> hand_steps(const Dossier& dossier, std::span<const Event> events) {
    std::vector<HandStep> steps;
    int number = 0;
    for (const Event& event : events) {
        const auto act = parse_act(event.act);
        if (act == Act::forward) {
            steps.push_back({&event, *act, "", facts_of<requests::Forward>(event).assignee,
                             ++number, std::nullopt});
        } else if (act == Act::hand_over) {
            steps.push_back({&event, *act, facts_of<requests::HandOver>(event).partner, "", number,
                             std::nullopt});
        } else if (act == Act::answer) {
            const std::string partner = facts_of<requests::Answer>(event).partner;
            steps.push_back({&event, *act, partner, "", number,
                             outcome_of_answer(dossier, partner, event.act_at)});
        }
    }
    return steps;
}

} // namespace core
