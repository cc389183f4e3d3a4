#include "core/domain/ticket_day.hpp"

#include <algorithm>

namespace core {

Instant end_of_ticket_day(Day day,
                          Instant arrived_at,
                          std::span<const WorkingSession> sessions,
                          std::chrono::minutes grace) {
    const Instant midnight = to_instant(LocalTime{day + std::chrono::days{1}});
    std::chrono::minutes last{0};
    for (const WorkingSession& session : sessions) last = std::max(last, session.to);
    const Instant closing = to_instant(LocalTime{day} + last);
    if (arrived_at >= closing) return midnight;
    return std::min(closing + grace, midnight);
}

Ticket as_of(Ticket ticket, Instant day_ended_at, Instant now) {
    const bool was_not_served = is_live(ticket.state) && ticket.state != TicketState::serving;
    if (now < day_ended_at || !was_not_served) return ticket;
    ticket.state = TicketState::expired;
    ticket.ended_at = day_ended_at;
    return ticket;
}

Result<void> check_ticket_day(const Ticket& ticket, Day day, Day today, TicketAct act) {
    if (ticket.state == TicketState::serving) {
        if (act == TicketAct::finish) return {};
        return Error{ErrorKind::not_allowed,
                     {"visit-only-to-be-ended",
                      {{"number", ticket.number}, {"day", day}, {"act", term(act)}}}};
    }
    if (day == today) {
        return Error{ErrorKind::not_allowed,
                     {"ticket-of-ended-day",
                      {{"number", ticket.number},
                       {"day", day},
                       {"state", term(ticket.state)},
                       {"act", term(act)}}}};
    }
    return Error{ErrorKind::not_allowed,
                 {"ticket-of-another-day",
                  {{"number", ticket.number},
                   {"day", day},
                   {"state", term(ticket.state)},
                   {"act", term(act)}}}};
}

} // namespace core
