#pragma once

#include "core/domain/ticket.hpp"
#include "core/domain/ticket_act.hpp"

#include <optional>

namespace core {

/// One act: what, when, and by which counter.
struct TicketStep {
    TicketAct act{};
    Instant act_at;
    /// The counter that acts; none for the kiosk and for the end of the day.
    std::optional<int> counter = std::nullopt;
    /// transfer: the letter of the service it goes to.
    std::optional<char> to_service = std::nullopt;
};

/// The ticket after the act, by the table of ticket_act.hpp, or why the act is refused:
/// `not_allowed` with a message that says what the ticket's state allows; `invalid_input` when the
/// step lacks its counter or names no other service.
///
/// - A ticket called or being served obeys its own counter only (law.md §7: it belongs
///   to its counter across a crash of the counter's PC). The end of the day may expire it.
/// - recall: once the last call stood unanswered for `recall_after`.
/// - no_show: once `calls_before_no_show` calls did, the last one included.
/// - transfer: number, time of arrival and priority stay; it waits for another service.
/// - hold: takes it out of the queue; release: back to its place by arrival.
/// - re_enter: as release, but near the head (ticket_queue.hpp) when a counter had sent the
///   citizen away. Who stepped out while still waiting gains no place by it.
Result<Ticket> perform(const Ticket& ticket, const TicketStep& step, const QueueRules& rules);

} // namespace core
