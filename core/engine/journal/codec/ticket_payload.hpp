#pragma once

#include "core/domain/ticket_life.hpp"
#include "core/engine/journal/journal.hpp"
#include "core/engine/ports/ticket_table.hpp"

#include <string>
#include <string_view>

/// The facts of a ticket's events as JSON, and back. What board and counters are told of an event
/// is in it: number, service, state, counter. Reading a damaged one throws std::runtime_error.
namespace core::payload {

std::string write_issue(const StoredTicket& stored);
StoredTicket read_issue(const NewEvent& event);

/// `services`: of the counter that calls.
std::string write_step(const TicketStep& step, const Ticket& after, std::string_view services);

struct TicketStepFacts {
    TicketStep step;
    std::string services;
};

TicketStepFacts read_step(const NewEvent& event);

std::string write(const TicketLease& lease);

/// Every member that follows from the events, for comparison.
std::string describe(const StoredTicket& stored);

} // namespace core::payload
