#pragma once

#include "core/domain/civil_time.hpp"
#include "core/domain/office.hpp"
#include "core/domain/ticket.hpp"
#include "core/domain/ticket_act.hpp"

#include <optional>
#include <span>

namespace core {

/// A ticket is of one day, and closing ends it (law.md §7): the end of the day's last session, of
/// those in which the office works or gives tickets, and `grace` more. Who came later than that,
/// or on a day without sessions, is there until midnight: somebody has stayed for them.
Instant end_of_ticket_day(Day day,
                          Instant arrived_at,
                          std::span<const WorkingSession> sessions,
                          std::chrono::minutes grace);

/// How a ticket stands at a moment: once its day has ended, whoever was not served has expired
/// then, whether or not somebody wrote that down. A visit in service goes on until it is ended.
Ticket as_of(Ticket ticket, Instant day_ended_at, Instant now);

/// Whether an act on the ticket is still possible at the moment. Once its day has ended nothing is
/// but the end of a visit in service; the refusal says what holds instead. `today`: the day of the
/// moment.
Result<void> check_ticket_day(const Ticket& ticket, Day day, Day today, TicketAct act);

} // namespace core
