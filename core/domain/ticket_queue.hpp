#pragma once

#include "core/domain/ticket.hpp"

#include <functional>
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

/// A counter of a queue that is played through: the letters it serves, its run of priority calls,
/// and the seconds after which it calls next.
struct PlayedCounter {
    std::string services;
    int priority_run = 0;
    double free_after = 0;
};

/// The seconds until `number` is called if nobody else came: whichever counter becomes free calls
/// by its own rule, and has the ticket for as long as `takes` says. Requires that one of them
/// serves the ticket's service.
double play_queue(std::span<const Ticket> waiting,
                  std::vector<PlayedCounter> counters,
                  std::string_view number,
                  const QueueRules& rules,
                  const std::function<double(const Ticket&)>& takes);

enum class CallOrder { in_order, out_of_order };

/// Compares the ticket an officer wants to call with `next`, the one `choose_next` gives.
/// Out of order needs a reason and is to be reported (law.md §7); so does a ticket of a
/// service the counter does not serve.
Result<CallOrder> check_call_order(const std::optional<std::string>& next,
                                   std::string_view wanted,
                                   std::string_view reason);

} // namespace core
