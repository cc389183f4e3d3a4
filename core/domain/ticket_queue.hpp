#pragma once

#include "core/domain/ticket.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// The number of the ticket a counter calls next, or nothing when none of its services has
/// one waiting (law.md §7).
///
/// `services` are the letters the counter serves, for example `"AC"`. `priority_run` is how
/// many priority tickets that counter called in a row (see `priority_run_after`). Tickets
/// that do not wait, or wait for other services, are passed over.
///
/// The order:
/// 1. After K priority calls in a row an ordinary ticket is called, if any waits. This comes
///    before everything else.
/// 2. A re-entered ticket that has let `reentry_after` others pass is called, ordinary or
///    priority; of several the one that re-entered first. So at most `reentry_after` others
///    go before it, plus those who re-entered earlier and, if it is a priority ticket, the
///    ordinary one of 1. It counts in the run as what it is.
/// 3. Priority tickets, then ordinary ones.
/// Among equals by arrival, then by issue order. A re-entered ticket that still lets others
/// pass stands behind its equals, but is called when it is the only one left of them.
std::optional<std::string> choose_next(std::span<const Ticket> waiting,
                                       std::string_view services,
                                       int priority_run,
                                       const QueueRules& rules);

/// The counter's run of priority calls after it called this ticket. A recall is no new call.
int priority_run_after(int priority_run, const Ticket& called);

/// To be told of each ticket still waiting when a counter with `services` has called another
/// one: a re-entered ticket of these services then lets one fewer pass. True when it changed.
bool count_call_ahead(Ticket& ticket, std::string_view services);

/// The order in which one counter would call all these tickets if nobody else came: a
/// ticket's index is the number of people ahead of it.
std::vector<std::string> expected_order(std::span<const Ticket> waiting,
                                        std::string_view services,
                                        int priority_run,
                                        const QueueRules& rules);

/// The index of `number` in expected_order() with a run of 0, without making the whole order
/// where nobody has re-entered. Requires that it waits for one of the services.
int count_ahead(std::span<const Ticket> waiting,
                std::string_view services,
                std::string_view number,
                const QueueRules& rules);

/// A counter as the queue sees it: the letters it serves and its run of priority calls.
struct CounterQueue {
    std::string services;
    int priority_run = 0;
};

/// How many calls of these counters come before that of `number` if nobody else came and every
/// service took the same time: the counters call in turn, each by its own rule. Requires that one
/// of them serves the ticket's service.
int calls_before(std::span<const Ticket> waiting,
                 std::span<const CounterQueue> counters,
                 std::string_view number,
                 const QueueRules& rules);

enum class CallOrder { in_order, out_of_order };

/// Compares the ticket an officer wants to call with `next`, the one `choose_next` gives.
/// Out of order needs a reason and is to be reported (law.md §7); so does a ticket of a
/// service the counter does not serve.
Result<CallOrder> check_call_order(const std::optional<std::string>& next,
                                   std::string_view wanted,
                                   std::string_view reason);

/// From now to the call.
struct WaitRange {
    std::chrono::seconds low;
    std::chrono::seconds high;

    bool operator==(const WaitRange&) const = default;
};

/// An honest waiting time: what at least four citizens in five will meet, or nothing when it
/// can't be known (fewer than `services_for_estimate` services finished today, or no counter
/// open).
///
/// The open counters work off the people ahead in rounds of one service each. At best every
/// counter becomes free right now: people_ahead / counters whole rounds; at worst each has
/// just begun: one round more. The spread is that of the day's service times; it is wider for
/// a long queue, for few counters and for a mean known from few services. It takes service
/// times to go on as they were today and every open counter to serve whoever is ahead.
std::optional<WaitRange> estimate_wait(std::span<const std::chrono::seconds> service_times_today,
                                       int open_counters,
                                       int people_ahead,
                                       const QueueRules& rules);

} // namespace core
