#include "core/domain/ticket_day.hpp"
#include "tests/support/office_samples.hpp"
#include "tests/support/print_time.hpp"

#include <catch2/catch.hpp>

using core::TicketAct;
using core::TicketState;
using samples::at;
using samples::session;
using namespace std::chrono_literals;

namespace {

const core::Day day = samples::date(2026, 11, 30);
const core::Day next_day = samples::date(2026, 12, 1);
const std::vector<core::WorkingSession> full = {session(7, 30, 11, 30), session(13, 30, 17, 0)};

core::Instant end_for(std::chrono::seconds arrived,
                      const std::vector<core::WorkingSession>& sessions,
                      std::chrono::minutes grace = 0min) {
    return core::end_of_ticket_day(day, at(day, arrived), sessions, grace);
}

core::Ticket ticket_of_day(TicketState state) {
    core::Ticket ticket;
    ticket.number = "A002";
    ticket.state = state;
    ticket.arrived_at = at(day, 16h);
    return ticket;
}

std::string refusal_of(TicketState state, core::Day today, TicketAct act) {
    const auto possible = core::check_ticket_day(ticket_of_day(state), day, today, act);
    return possible ? "" : possible.error().message.code;
}

} // namespace

TEST_CASE("a ticket's day ends when the last session of that day does", "[core][ticket]") {
    CHECK(end_for(8h, full) == at(day, 17h));
    CHECK(end_for(12h, full) == at(day, 17h)); // taken during the break
    // A service that gives tickets in the evening keeps its day open.
    CHECK(end_for(8h, {session(7, 30, 17, 0), session(18, 0, 20, 0)}) == at(day, 20h));
    CHECK(end_for(8h, full, 30min) == at(day, 17h + 30min));
}

TEST_CASE("somebody who stays after closing, or opens on a day off, serves until midnight",
          "[core][ticket]") {
    CHECK(end_for(17h, full) == at(next_day, 0h));
    CHECK(end_for(19h, full, 30min) == at(next_day, 0h));
    CHECK(end_for(9h, {}) == at(next_day, 0h));
    CHECK(end_for(8h, {session(20, 0, 23, 0)}, 6h) == at(next_day, 0h));
}

TEST_CASE("after closing whoever was not served has expired, whether written down or not",
          "[core][ticket]") {
    const core::Instant closing = at(day, 17h);
    for (const TicketState state : {TicketState::waiting, TicketState::called, TicketState::held}) {
        CHECK(core::as_of(ticket_of_day(state), closing, closing - 1s) == ticket_of_day(state));
        const core::Ticket expired = core::as_of(ticket_of_day(state), closing, closing);
        CHECK(expired.state == TicketState::expired);
        CHECK(expired.ended_at == closing);
    }
    for (const TicketState state :
         {TicketState::serving, TicketState::done, TicketState::no_show, TicketState::expired})
        CHECK(core::as_of(ticket_of_day(state), closing, closing + 24h) == ticket_of_day(state));
}

TEST_CASE("after its day a visit in service can be ended, and nothing else be done",
          "[core][ticket]") {
    for (const core::Day today : {day, next_day}) {
        CHECK(refusal_of(TicketState::serving, today, TicketAct::finish).empty());
        CHECK(refusal_of(TicketState::serving, today, TicketAct::transfer) ==
              "visit-only-to-be-ended");
        CHECK(refusal_of(TicketState::serving, today, TicketAct::hold) == "visit-only-to-be-ended");
    }
    CHECK(refusal_of(TicketState::expired, day, TicketAct::call) == "ticket-of-ended-day");
    CHECK(refusal_of(TicketState::expired, next_day, TicketAct::call) == "ticket-of-another-day");
    CHECK(refusal_of(TicketState::done, next_day, TicketAct::finish) == "ticket-of-another-day");
}
