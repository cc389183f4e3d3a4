#pragma once

#include "core/domain/ticket.hpp"
#include "core/domain/ticket_queue.hpp"
#include "core/domain/wait_history.hpp"
#include "core/domain/working_calendar.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// A counter that calls, or will once its session begins.
struct CallingCounter {
    std::string services; ///< letters
    int priority_run = 0;
    std::optional<Instant> called_at; ///< whom it has now; none: it is free
    char with_service = 0;            ///< of that one
};

/// The queue at a moment, and what is known of its past.
struct WaitSituation {
    std::span<const Ticket> waiting;
    std::span<const CallingCounter> counters;
    const WaitHistory& today;
    const WaitHistory& past; ///< of the days before
    const WorkingCalendar& calendar;
    const QueueRules& rules;
    Instant now;
    Instant day_end; ///< of the ticket (ticket_day.hpp)
};

/// An honest waiting time, which at least four people in five meet: the queue played through, call
/// by call, with the counters that are open, at the pace of today and of this hour on days before,
/// breaks left out; its range as wide as what was told of late turned out wrong.
///
/// Nothing when it cannot be known: no counter serves the ticket, fewer than
/// `services_for_estimate` calls tell how long one takes, or closing comes first. Requires that
/// the ticket waits.
std::optional<WaitPromise> estimate_wait(const WaitSituation& situation, std::string_view number);

} // namespace core
