#include "core/engine/verification/ticket_verification.hpp"

#include "core/domain/event_type.hpp"
#include "core/domain/failure.hpp"
#include "core/domain/ticket_queue.hpp"
#include "core/engine/journal/codec/ticket_payload.hpp"

#include <exception>

namespace core {

void TicketVerification::take(const Event& event, const QueueRules& rules) {
    if (event.act == to_text(OfficeEvent::ticket_issued)) {
        StoredTicket stored = payload::read_issue(event);
        stored.last_event = event.seq;
        ++issued_;
        live_.insert_or_assign(event.subject, std::move(stored));
    } else if (ticket_act_of(event.act)) {
        take_step(event, rules);
    }
}

void TicketVerification::take_step(const Event& event, const QueueRules& rules) {
    const Message where{"place-journal-row", {{"row", std::to_string(event.seq)}}};
    const auto found = live_.find(event.subject);
    if (found == live_.end()) {
        find_(where, {"finding-act-on-absent-ticket",
                      {{"event", Term{"event", event.act}}, {"code", event.subject}}});
        return;
    }
    StoredTicket& stored = found->second;
    const auto facts = payload::read_step(event);
    auto after = perform(stored.ticket, facts.step, rules);
    if (!after) {
        find_(where, {"finding-cannot-have-happened",
                      {{"why", std::vector<Message>{after.error().message}}}});
        return;
    }
    stored.ticket = std::move(after).value();
    stored.last_event = event.seq;
    if (facts.step.act == TicketAct::call) let_pass(stored, facts.services);
    if (is_live(stored.ticket.state)) return;
    compare(stored);
    live_.erase(found);
}

void TicketVerification::let_pass(const StoredTicket& called, const std::string& services) {
    auto& [day, run] = runs_[*called.ticket.counter];
    if (day != called.day) run = 0;
    day = called.day;
    run = priority_run_after(run, called.ticket);
    for (auto& [code, other] : live_) {
        if (other.day == called.day && code != called.ticket.code)
            count_call_ahead(other.ticket, services);
    }
}

void TicketVerification::compare(const StoredTicket& expected) {
    const Message where{"place-ticket", {{"code", expected.ticket.code}}};
    try {
        const auto stored = books_.tickets().find(expected.ticket.code);
        if (!stored) {
            find_(where, "finding-missing");
        } else if (!(*stored == expected)) {
            find_(where, "finding-row-differs");
        }
    } catch (const std::exception& failure) {
        find_(where, message_of(failure));
    }
}

void TicketVerification::finish() {
    for (const auto& [code, expected] : live_) compare(expected);
    const std::int64_t rows = books_.tickets().count();
    if (rows != issued_) {
        find_("place-tickets",
              {"finding-ticket-count-differs", {{"stored", rows}, {"expected", issued_}}});
    }
    for (const CounterState& state : books_.tickets().counter_states()) {
        const auto run = runs_.find(state.counter);
        const int expected =
            run == runs_.end() || run->second.first != state.day ? 0 : run->second.second;
        if (state.priority_run != expected) {
            find_({"place-counter", {{"counter", state.counter}}},
                  {"finding-priority-run-differs",
                   {{"stored", state.priority_run}, {"expected", expected}}});
        }
    }
}

} // namespace core
