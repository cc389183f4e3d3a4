#include "core/api/json_text.hpp"
#include "core/api/ticket_json.hpp"
#include "core/domain/event_type.hpp"
#include "core/domain/ticket_life.hpp"
#include "core/engine/journal/codec/ticket_payload.hpp"
#include "core/server/http/feed_message.hpp"

#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace std::chrono_literals;

namespace {

using core::Ticket;
using core::TicketAct;
using core::TicketState;

constexpr core::Instant morning{1672707600s}; // 2023-01-03 08:00 in Việt Nam
constexpr int counter = 2;
const core::QueueRules rules;

/// One act after the other, each two minutes after the last.
struct Life {
    core::TicketStep step_of(TicketAct act) const {
        core::TicketStep step;
        step.act = act;
        step.act_at = now + 2min;
        step.counter = counter;
        if (act == TicketAct::transfer) step.to_service = 'B';
        return step;
    }

    void performs(TicketAct act) {
        const core::TicketStep step = step_of(act);
        ticket = core::perform(ticket, step, rules).value();
        now = step.act_at;
    }

    Ticket ticket;
    core::Instant now = morning;
};

/// On the way that leaves the most behind.
std::vector<TicketAct> way_to(TicketState state) {
    using enum TicketAct;
    switch (state) {
    case TicketState::waiting:
        return {call, recall, start, hold, release};
    case TicketState::called:
        return {call, recall, recall};
    case TicketState::serving:
        return {call, recall, start};
    case TicketState::held:
        return {call, recall, start, hold};
    case TicketState::done:
        return {call, start, finish};
    case TicketState::no_show:
        return {call, recall, recall, no_show};
    case TicketState::expired:
        return {expire};
    }
    return {};
}

Life life_to(TicketState state) {
    Life life;
    life.ticket.number = "A012";
    life.ticket.code = "T230103-A012";
    life.ticket.service = 'A';
    life.ticket.priority = core::PriorityKind::pregnant;
    life.ticket.arrived_at = morning;
    for (const TicketAct act : way_to(state)) life.performs(act);
    return life;
}

/// What a client is told of the act.
std::string message_of(const core::TicketStep& step, const Ticket& after) {
    core::Event event;
    event.seq = 1;
    event.recorded_at = step.act_at;
    event.act_at = step.act_at;
    event.act = core::ticket_event(step.act);
    event.subject = after.code;
    event.payload = core::payload::write_step(step, after, "AB");
    return server::message_of(event);
}

std::string ticket_json(const Ticket& ticket) {
    return api::to_text(api::to_json(ticket, words::Language()));
}

std::string step_json(TicketState from, TicketAct act) {
    Life life = life_to(from);
    const Ticket before = life.ticket;
    const core::TicketStep step = life.step_of(act);
    life.performs(act);
    return "{\"before\":" + ticket_json(before) + ",\n \"event\":" + message_of(step, life.ticket) +
           ",\n \"after\":" + ticket_json(life.ticket) + "}";
}

/// Each act from each state that allows it.
std::string all_steps() {
    std::string lines;
    for (const TicketState state : core::ticket_states.values()) {
        for (const TicketAct act : core::allowed_acts(state)) {
            lines += (lines.empty() ? "[" : ",\n") + step_json(state, act);
        }
    }
    return lines + "]\n";
}

} // namespace

// tests/web/core/tickets.test.ts holds the pages to the same file.
TEST_CASE("what an act makes of a ticket is in the file that the pages are held to",
          "[feed][ticket]") {
    std::ifstream file(SOURCE_ROOT "/tests/web/core/ticket_steps.json");
    std::ostringstream text;
    text << file.rdbuf();
    CHECK(text.str() == all_steps());
}
