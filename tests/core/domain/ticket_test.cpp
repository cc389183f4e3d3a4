#include "core/domain/ticket.hpp"
#include "core/domain/ticket_act.hpp"
#include "core/domain/ticket_life.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace std::chrono_literals;
using core::ErrorKind;
using core::Ticket;
using core::TicketAct;
using core::TicketState;

namespace {

const core::QueueRules queue_rules;
const core::Instant arrival{std::chrono::sys_days{std::chrono::year{2023} / 1 / 3} + 1h};
constexpr int counter = 2;

Ticket waiting_ticket() {
    Ticket ticket;
    ticket.number = "A001";
    ticket.service = 'A';
    ticket.priority = core::PriorityKind::pregnant;
    ticket.arrived_at = arrival;
    return ticket;
}

core::TicketStep step(TicketAct act, core::Instant at) {
    core::TicketStep made{act, at, counter};
    if (act == TicketAct::transfer) made.to_service = 'B';
    return made;
}

Ticket ticket_after(const Ticket& ticket, TicketAct act, core::Instant at) {
    auto after = core::perform(ticket, step(act, at), queue_rules);
    REQUIRE(after);
    return *after;
}

Ticket called_ticket() { return ticket_after(waiting_ticket(), TicketAct::call, arrival + 10min); }

Ticket serving_ticket() { return ticket_after(called_ticket(), TicketAct::start, arrival + 11min); }

Ticket ticket_in(TicketState state) {
    Ticket ticket = waiting_ticket();
    ticket.state = state;
    ticket.last_called_at = arrival;
    ticket.started_at = arrival;
    ticket.calls = queue_rules.calls_before_no_show;
    if (state == TicketState::called || state == TicketState::serving) ticket.counter = counter;
    return ticket;
}

constexpr TicketState all_states[] = {
    TicketState::waiting, TicketState::called,  TicketState::serving, TicketState::held,
    TicketState::done,    TicketState::no_show, TicketState::expired};

constexpr TicketAct all_acts[] = {TicketAct::call,    TicketAct::recall,   TicketAct::start,
                                  TicketAct::finish,  TicketAct::no_show,  TicketAct::hold,
                                  TicketAct::release, TicketAct::transfer, TicketAct::re_enter,
                                  TicketAct::cancel,  TicketAct::expire};

} // namespace

TEST_CASE("a ticket number is its letter and three digits, wider past 999", "[core][ticket]") {
    CHECK(core::make_ticket_number('A', 1) == "A001");
    CHECK(core::make_ticket_number('B', 12) == "B012");
    CHECK(core::make_ticket_number('Z', 999) == "Z999");
    CHECK(core::make_ticket_number('A', 1000) == "A1000");
    CHECK(core::make_ticket_number('A', 12345) == "A12345");
}

TEST_CASE("the usual visit goes from waiting over called and serving to done", "[core][ticket]") {
    const Ticket called = called_ticket();
    CHECK(called.state == TicketState::called);
    CHECK(called.counter == counter);
    CHECK(called.calls == 1);
    CHECK(called.first_called_at == arrival + 10min);

    const Ticket serving = ticket_after(called, TicketAct::start, arrival + 11min);
    CHECK(serving.state == TicketState::serving);

    const Ticket finished = ticket_after(serving, TicketAct::finish, arrival + 16min);
    CHECK(finished.state == TicketState::done);
    CHECK(finished.served_for == 5min);
    CHECK(finished.ended_at == arrival + 16min);
    CHECK(finished.counter == counter);
}

TEST_CASE("a call unanswered for 45 seconds may be repeated, not sooner", "[core][ticket]") {
    const Ticket called = called_ticket();
    const auto called_at = arrival + 10min;
    const auto early = core::perform(called, step(TicketAct::recall, called_at + 44s), queue_rules);
    REQUIRE_FALSE(early);
    CHECK(early.error().kind == ErrorKind::not_allowed);
    CHECK(early.error().message ==
          core::Message(
              "ticket-called-just-now",
              {{"number", "A001"}, {"seconds", 45}, {"act", core::Term{"ticket_act", "recall"}}}));

    const Ticket recalled = ticket_after(called, TicketAct::recall, called_at + 45s);
    CHECK(recalled.calls == 2);
    CHECK(recalled.first_called_at == called_at);
    CHECK_FALSE(core::perform(recalled, step(TicketAct::recall, called_at + 60s), queue_rules));
}

TEST_CASE("no-show comes after three unanswered calls", "[core][ticket]") {
    const auto first = arrival + 10min;
    const Ticket once = called_ticket();
    CHECK_FALSE(core::perform(once, step(TicketAct::no_show, first + 1h), queue_rules));
    const Ticket twice = ticket_after(once, TicketAct::recall, first + 45s);
    CHECK_FALSE(core::perform(twice, step(TicketAct::no_show, first + 1h), queue_rules));
    const Ticket thrice = ticket_after(twice, TicketAct::recall, first + 90s);
    CHECK_FALSE(core::perform(thrice, step(TicketAct::no_show, first + 134s), queue_rules));
    const Ticket gone = ticket_after(thrice, TicketAct::no_show, first + 135s);
    CHECK(gone.state == TicketState::no_show);

    core::QueueRules strict;
    strict.calls_before_no_show = 1;
    strict.recall_after = 0s;
    CHECK(core::perform(once, step(TicketAct::no_show, first), strict));
}

TEST_CASE("a called ticket obeys its own counter only", "[core][ticket]") {
    for (const TicketAct act : {TicketAct::recall, TicketAct::start, TicketAct::hold}) {
        const auto refused = core::perform(called_ticket(), {act, arrival + 20min, 3}, queue_rules);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::not_allowed);
        CHECK(refused.error().message.code == "ticket-of-another-counter");
        CHECK(refused.error().message.facts.at(2) == core::Fact{"counter", 2});
    }
    CHECK_FALSE(core::perform(serving_ticket(), {TicketAct::finish, arrival + 20min}, queue_rules));
}

TEST_CASE("two counters never get the same ticket", "[core][ticket]") {
    const auto second =
        core::perform(called_ticket(), {TicketAct::call, arrival + 11min, 3}, queue_rules);
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == ErrorKind::not_allowed);
}

TEST_CASE("a call comes from a counter", "[core][ticket]") {
    const auto refused = core::perform(waiting_ticket(), {TicketAct::call, arrival}, queue_rules);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::invalid_input);
}

TEST_CASE("a transferred ticket waits for another service with its arrival and priority",
          "[core][ticket]") {
    const Ticket moved = ticket_after(serving_ticket(), TicketAct::transfer, arrival + 14min);
    CHECK(moved.state == TicketState::waiting);
    CHECK(moved.service == 'B');
    CHECK(moved.number == "A001");
    CHECK(moved.arrived_at == arrival);
    CHECK(moved.priority == core::PriorityKind::pregnant);
    CHECK_FALSE(moved.counter);
    CHECK(moved.calls == 0);
    CHECK(moved.served_for == 3min);

    for (const std::optional<char> service : {std::optional<char>{}, {'A'}, {'b'}}) {
        const core::TicketStep nowhere{TicketAct::transfer, arrival + 14min, counter, service};
        const auto refused = core::perform(serving_ticket(), nowhere, queue_rules);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::invalid_input);
    }
}

TEST_CASE("a citizen sent away for a paper re-enters near the head", "[core][ticket]") {
    for (const Ticket& at_counter : {called_ticket(), serving_ticket()}) {
        const Ticket held = ticket_after(at_counter, TicketAct::hold, arrival + 12min);
        CHECK(held.state == TicketState::held);
        CHECK(held.sent_away);
        CHECK_FALSE(held.counter);
        // The kiosk scans the ticket: no counter acts.
        const auto back = core::perform(held, {TicketAct::re_enter, arrival + 40min}, queue_rules);
        REQUIRE(back);
        CHECK(back->state == TicketState::waiting);
        CHECK(back->re_entry == core::ReEntry{arrival + 40min, queue_rules.reentry_after});
        const Ticket again = ticket_after(*back, TicketAct::call, arrival + 41min);
        CHECK_FALSE(again.re_entry);
        CHECK(again.calls == 1);
        CHECK(again.first_called_at == arrival + 10min);
    }
}

TEST_CASE("stepping out while waiting gains no place", "[core][ticket]") {
    const Ticket held = ticket_after(waiting_ticket(), TicketAct::hold, arrival + 1min);
    CHECK_FALSE(ticket_after(held, TicketAct::re_enter, arrival + 5min).re_entry);

    const Ticket sent_away = ticket_after(called_ticket(), TicketAct::hold, arrival + 12min);
    const Ticket released = ticket_after(sent_away, TicketAct::release, arrival + 13min);
    CHECK(released.state == TicketState::waiting);
    CHECK_FALSE(released.re_entry);
    CHECK_FALSE(released.sent_away);
    const Ticket held_again = ticket_after(released, TicketAct::hold, arrival + 14min);
    CHECK_FALSE(ticket_after(held_again, TicketAct::re_enter, arrival + 15min).re_entry);
}

TEST_CASE("the end of the day expires whoever was not served", "[core][ticket]") {
    for (const TicketState state : {TicketState::waiting, TicketState::called, TicketState::held}) {
        const auto expired =
            core::perform(ticket_in(state), {TicketAct::expire, arrival + 9h}, queue_rules);
        REQUIRE(expired);
        CHECK(expired->state == TicketState::expired);
        CHECK(expired->ended_at == arrival + 9h);
    }
    CHECK_FALSE(core::perform(serving_ticket(), {TicketAct::expire, arrival + 9h}, queue_rules));
}

TEST_CASE("a refusal says what the state of the ticket allows", "[core][ticket]") {
    const auto waiting =
        core::perform(waiting_ticket(), step(TicketAct::finish, arrival), queue_rules);
    REQUIRE_FALSE(waiting);
    CHECK(waiting.error().kind == ErrorKind::not_allowed);
    const auto act = [](const char* name) { return core::Term{"ticket_act", name}; };
    CHECK(waiting.error().message ==
          core::Message(
              "ticket-act-not-allowed",
              {{"number", "A001"},
               {"state", core::Term{"ticket_state", "waiting"}},
               {"act", act("finish")},
               {"allowed", std::vector{act("call"), act("hold"), act("cancel"), act("expire")}}}));

    const auto finished =
        core::perform(ticket_in(TicketState::done), step(TicketAct::call, arrival), queue_rules);
    REQUIRE_FALSE(finished);
    CHECK(finished.error().message ==
          core::Message("ticket-ended", {{"number", "A001"},
                                         {"state", core::Term{"ticket_state", "done"}},
                                         {"act", act("call")}}));
}

TEST_CASE("every act in every state does what the table says or is refused", "[core][ticket]") {
    for (const TicketState state : all_states) {
        CHECK(core::is_live(state) == !core::allowed_acts(state).empty());
        for (const TicketAct act : all_acts) {
            INFO(core::to_text(act) << " from " << core::to_text(state));
            const auto after =
                core::perform(ticket_in(state), step(act, arrival + 1h), queue_rules);
            REQUIRE(after.has_value() == core::is_allowed(act, state));
            if (after) {
                CHECK(after->state == core::row_of(act).to);
            } else {
                CHECK(after.error().kind == ErrorKind::not_allowed);
            }
        }
    }
}

TEST_CASE("the table documents itself", "[core][ticket]") {
    CHECK(core::ticket_life_table() == R"(| act | from | to | by | rule |
|---|---|---|---|---|
| call | waiting | called | any counter | a reason when out of order |
| recall | called | called | its counter | the last call unanswered for recall_after |
| start | called | serving | its counter |  |
| finish | serving | done | its counter |  |
| no-show | called | no_show | its counter | calls_before_no_show calls, each unanswered for recall_after |
| hold | waiting, called, serving | held | its counter | while it waits: anyone |
| release | held | waiting | anyone | its place by arrival |
| transfer | serving | waiting | its counter | another service; keeps its arrival and its priority |
| re-enter | held | waiting | anyone | near the head when a counter sent the citizen away |
| cancel | waiting, held | expired | anyone | its paper never came out, or the citizen gives it up |
| expire | waiting, called, held | expired | anyone | end of the day |
)");
}

TEST_CASE("a clock set back makes no service shorter than nothing", "[core][ticket]") {
    CHECK(ticket_after(serving_ticket(), TicketAct::finish, arrival).served_for == 0s);
}

TEST_CASE("names of states, priorities and acts are read back", "[core][ticket]") {
    for (const TicketState state : all_states) {
        CHECK(core::parse_ticket_state(core::to_text(state)) == state);
    }
    for (const TicketAct act : all_acts) CHECK(core::parse_ticket_act(core::to_text(act)) == act);
    CHECK(core::parse_priority_kind("war_invalid") == core::PriorityKind::war_invalid);
    CHECK_FALSE(core::parse_priority_kind("vip"));
    CHECK_FALSE(core::parse_ticket_state(""));
    CHECK_FALSE(core::parse_ticket_act("steal"));
}

TEST_CASE("settings that no queue can follow are refused", "[core][ticket]") {
    CHECK(core::check_queue_rules(queue_rules));
    core::QueueRules wrong;
    wrong.priority_calls_in_a_row = 0;
    CHECK_FALSE(core::check_queue_rules(wrong));
    wrong = {};
    wrong.recall_after = -1s;
    CHECK_FALSE(core::check_queue_rules(wrong));
    wrong = {};
    wrong.calls_before_no_show = 0;
    CHECK_FALSE(core::check_queue_rules(wrong));
    wrong = {};
    wrong.reentry_after = -1;
    CHECK_FALSE(core::check_queue_rules(wrong));
    wrong = {};
    wrong.services_for_estimate = 0;
    CHECK_FALSE(core::check_queue_rules(wrong));
}
