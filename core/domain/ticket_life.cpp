#include "core/domain/ticket_life.hpp"

#include <algorithm>
#include <cassert>
#include <string>

namespace core {

namespace {

/// What the ticket's state allows instead.
Error not_allowed(const Ticket& ticket, TicketAct act) {
    std::vector<Term> allowed;
    for (const TicketAct each : allowed_acts(ticket.state)) allowed.push_back(term(each));
    if (allowed.empty()) {
        return {ErrorKind::not_allowed,
                {"ticket-ended",
                 {{"number", ticket.number}, {"state", term(ticket.state)}, {"act", term(act)}}}};
    }
    return {ErrorKind::not_allowed,
            {"ticket-act-not-allowed",
             {{"number", ticket.number},
              {"state", term(ticket.state)},
              {"act", term(act)},
              {"allowed", allowed}}}};
}

Result<void> check_actor(const TicketActRow& row, const Ticket& ticket, const TicketStep& step) {
    if (row.actor == TicketActor::any_counter && !step.counter) {
        return Error{ErrorKind::invalid_input,
                     {"ticket-called-from-no-counter", {{"number", ticket.number}}}};
    }
    // While it waits or is held it belongs to no counter, and any may act.
    if (row.actor == TicketActor::its_counter && ticket.counter && step.counter != ticket.counter) {
        return Error{ErrorKind::not_allowed,
                     {"ticket-of-another-counter",
                      {{"number", ticket.number},
                       {"state", term(ticket.state)},
                       {"counter", *ticket.counter},
                       {"act", term(row.act)}}}};
    }
    return {};
}

Result<void> check_time(const Ticket& ticket, const TicketStep& step, const QueueRules& rules) {
    const bool waits_for_answer = step.act == TicketAct::recall || step.act == TicketAct::no_show;
    if (!waits_for_answer) return {};

    if (step.act == TicketAct::no_show && ticket.calls < rules.calls_before_no_show) {
        return Error{ErrorKind::not_allowed,
                     {"ticket-called-too-few-times",
                      {{"number", ticket.number},
                       {"calls", ticket.calls},
                       {"needed", rules.calls_before_no_show}}}};
    }
    assert(ticket.last_called_at);
    if (step.act_at - *ticket.last_called_at < rules.recall_after) {
        return Error{ErrorKind::not_allowed,
                     {"ticket-called-just-now",
                      {{"number", ticket.number},
                       {"seconds", std::int64_t{rules.recall_after.count()}},
                       {"act", term(step.act)}}}};
    }
    return {};
}

Result<void> check_service(const Ticket& ticket, const TicketStep& step) {
    if (step.act != TicketAct::transfer) return {};
    const bool elsewhere = step.to_service && is_service_letter(*step.to_service) &&
                           *step.to_service != ticket.service;
    if (elsewhere) return {};
    return Error{ErrorKind::invalid_input,
                 {"ticket-transferred-nowhere", {{"number", ticket.number}}}};
}

void end_service(Ticket& ticket, Instant at) {
    if (ticket.state != TicketState::serving) return;
    assert(ticket.started_at);
    // A clock set back must not make a service take less than nothing.
    ticket.served_for += std::max(at - *ticket.started_at, std::chrono::seconds{0});
}

void leave_counter(Ticket& ticket) {
    ticket.counter.reset();
    ticket.calls = 0;
}

// Runs before the state changes: some effects depend on the state that is left.
void carry_out(Ticket& ticket, const TicketStep& step, const QueueRules& rules) {
    switch (step.act) {
    case TicketAct::call:
        ticket.counter = step.counter;
        ticket.re_entry.reset();
        if (!ticket.first_called_at) ticket.first_called_at = step.act_at;
        [[fallthrough]];
    case TicketAct::recall:
        ++ticket.calls;
        ticket.last_called_at = step.act_at;
        break;
    case TicketAct::start:
        ticket.started_at = step.act_at;
        break;
    case TicketAct::finish:
    case TicketAct::no_show:
    case TicketAct::cancel:
    case TicketAct::expire:
        end_service(ticket, step.act_at);
        ticket.ended_at = step.act_at;
        break;
    case TicketAct::hold:
        end_service(ticket, step.act_at);
        // Who had re-entered and steps out again before the call was sent away all the same.
        ticket.sent_away = ticket.state != TicketState::waiting || ticket.re_entry;
        ticket.re_entry.reset();
        leave_counter(ticket);
        break;
    case TicketAct::transfer:
        end_service(ticket, step.act_at);
        ticket.service = *step.to_service;
        leave_counter(ticket);
        break;
    case TicketAct::re_enter:
        if (ticket.sent_away) ticket.re_entry = ReEntry{step.act_at, rules.reentry_after};
        [[fallthrough]];
    case TicketAct::release:
        ticket.sent_away = false;
        break;
    }
}

} // namespace

Result<Ticket> perform(const Ticket& ticket, const TicketStep& step, const QueueRules& rules) {
    const TicketActRow& row = row_of(step.act);
    if (!is_allowed(step.act, ticket.state)) return not_allowed(ticket, step.act);
    if (const auto actor = check_actor(row, ticket, step); !actor) return actor.error();
    if (const auto time = check_time(ticket, step, rules); !time) return time.error();
    if (const auto service = check_service(ticket, step); !service) return service.error();

    Ticket after = ticket;
    carry_out(after, step, rules);
    after.state = row.to;
    return after;
}

} // namespace core
