#include "core/domain/ticket_queue.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>

namespace core {

namespace {

bool is_due(const Ticket& ticket) { return ticket.re_entry && ticket.re_entry->lets_pass <= 0; }

// Orders tickets of one class: re-entered and due, never sent away, re-entered not yet due.
auto place(const Ticket& ticket) {
    const int group = is_due(ticket) ? 0 : ticket.re_entry ? 2 : 1;
    const Instant re_entered_at = ticket.re_entry ? ticket.re_entry->at : Instant{};
    return std::tuple(group, re_entered_at, ticket.arrived_at, ticket.issue_order);
}

// Whom both classes would call first.
struct Heads {
    const Ticket* priority = nullptr;
    const Ticket* ordinary = nullptr;
};

Heads find_heads(std::span<const Ticket> waiting, std::string_view services) {
    Heads heads;
    for (const Ticket& ticket : waiting) {
        if (ticket.state != TicketState::waiting) continue;
        if (services.find(ticket.service) == std::string_view::npos) continue;
        const Ticket*& head = ticket.priority ? heads.priority : heads.ordinary;
        if (!head || place(ticket) < place(*head)) head = &ticket;
    }
    return heads;
}

const Ticket* find_next(std::span<const Ticket> waiting,
                        std::string_view services,
                        int priority_run,
                        const QueueRules& rules) {
    assert(priority_run >= 0);
    const auto [priority, ordinary] = find_heads(waiting, services);
    if (!priority) return ordinary;
    if (!ordinary) return priority;
    if (priority_run >= rules.priority_calls_in_a_row) return ordinary;
    if (!is_due(*ordinary)) return priority;
    if (!is_due(*priority)) return ordinary;
    return ordinary->re_entry->at < priority->re_entry->at ? ordinary : priority;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

} // namespace

std::optional<std::string> choose_next(std::span<const Ticket> waiting,
                                       std::string_view services,
                                       int priority_run,
                                       const QueueRules& rules) {
    const Ticket* next = find_next(waiting, services, priority_run, rules);
    if (!next) return std::nullopt;
    return next->number;
}

int priority_run_after(int priority_run, const Ticket& called) {
    assert(priority_run >= 0);
    return called.priority ? priority_run + 1 : 0;
}

bool count_call_ahead(Ticket& ticket, std::string_view services) {
    const bool competes = ticket.state == TicketState::waiting && ticket.re_entry &&
                          services.find(ticket.service) != std::string_view::npos;
    if (!competes || is_due(ticket)) return false;
    --ticket.re_entry->lets_pass;
    return true;
}

std::vector<std::string> expected_order(std::span<const Ticket> waiting,
                                        std::string_view services,
                                        int priority_run,
                                        const QueueRules& rules) {
    std::vector<Ticket> left(waiting.begin(), waiting.end());
    std::vector<std::string> order;
    while (const Ticket* next = find_next(left, services, priority_run, rules)) {
        order.push_back(next->number);
        priority_run = priority_run_after(priority_run, *next);
        left.erase(left.begin() + (next - left.data()));
        for (Ticket& ticket : left) count_call_ahead(ticket, services);
    }
    return order;
}

int count_ahead(std::span<const Ticket> waiting,
                std::string_view services,
                std::string_view number,
                const QueueRules& rules) {
    const auto competes = [&](const Ticket& ticket) {
        return ticket.state == TicketState::waiting &&
               services.find(ticket.service) != std::string_view::npos;
    };
    const auto own = std::find_if(waiting.begin(), waiting.end(), [&](const Ticket& ticket) {
        return competes(ticket) && ticket.number == number;
    });
    assert(own != waiting.end() && "it waits");
    const bool someone_re_entered =
        std::any_of(waiting.begin(), waiting.end(), [&](const Ticket& ticket) {
            return competes(ticket) && ticket.re_entry.has_value();
        });
    if (someone_re_entered) {
        const auto order = expected_order(waiting, services, 0, rules);
        return static_cast<int>(std::find(order.begin(), order.end(), number) - order.begin());
    }
    int same_class_before = 0;
    int other_class = 0;
    for (const Ticket& ticket : waiting) {
        if (!competes(ticket)) continue;
        if (ticket.priority.has_value() != own->priority.has_value()) {
            ++other_class;
        } else if (place(ticket) < place(*own)) {
            ++same_class_before;
        }
    }
    // K priority tickets, one ordinary, K priority tickets, …
    const int run = rules.priority_calls_in_a_row;
    const int others_before =
        own->priority ? same_class_before / run : run * (same_class_before + 1);
    return same_class_before + std::min(other_class, others_before);
}

double play_queue(std::span<const Ticket> waiting,
                  std::vector<PlayedCounter> counters,
                  std::string_view number,
                  const QueueRules& rules,
                  const std::function<double(const Ticket&)>& takes) {
    std::vector<Ticket> left(waiting.begin(), waiting.end());
    const auto is_free_first = [](const PlayedCounter& a, const PlayedCounter& b) {
        return a.free_after < b.free_after;
    };
    while (!counters.empty()) {
        const auto free = std::min_element(counters.begin(), counters.end(), is_free_first);
        const Ticket* next = find_next(left, free->services, free->priority_run, rules);
        if (!next) {
            counters.erase(free);
            continue;
        }
        if (next->number == number) return free->free_after;
        free->free_after += takes(*next);
        free->priority_run = priority_run_after(free->priority_run, *next);
        const std::string services = free->services;
        left.erase(left.begin() + (next - left.data()));
        for (Ticket& ticket : left) count_call_ahead(ticket, services);
    }
    assert(false && "no counter serves the ticket");
    return 0;
}

Result<CallOrder> check_call_order(const std::optional<std::string>& next,
                                   std::string_view wanted,
                                   std::string_view reason) {
    if (next == wanted) return CallOrder::in_order;
    if (!is_blank(reason)) return CallOrder::out_of_order;
    const std::string number(wanted);
    if (!next) return Error{ErrorKind::invalid_input, {"ticket-not-next", {{"number", number}}}};
    return Error{ErrorKind::invalid_input,
                 {"ticket-not-before", {{"number", number}, {"next", *next}}}};
}

} // namespace core
