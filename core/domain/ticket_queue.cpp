#include "core/domain/ticket_queue.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <tuple>

namespace core {

namespace {

// Standard deviations to each side that hold four of five cases.
constexpr double four_in_five = 1.28;

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

struct ServiceTime {
    double mean;
    double deviation;
    double count;

    // Half the width of the range after so many rounds: the chance of each service, which
    // several counters even out, and the error of the mean, which they all share.
    double spread(double rounds, double counters) const {
        return four_in_five * deviation * std::sqrt(rounds / counters + rounds * rounds / count);
    }
};

ServiceTime measure(std::span<const std::chrono::seconds> times) {
    const auto count = static_cast<double>(times.size());
    double sum = 0;
    for (const auto time : times) sum += static_cast<double>(time.count());
    const double mean = sum / count;
    double squares = 0;
    for (const auto time : times) {
        const double off = static_cast<double>(time.count()) - mean;
        squares += off * off;
    }
    const double deviation = times.size() > 1 ? std::sqrt(squares / (count - 1)) : 0;
    return {mean, deviation, count};
}

std::chrono::seconds whole_seconds(double seconds) {
    return std::chrono::seconds{std::llround(std::max(seconds, 0.0))};
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

int calls_before(std::span<const Ticket> waiting,
                 std::span<const CounterQueue> counters,
                 std::string_view number,
                 const QueueRules& rules) {
    std::vector<Ticket> left(waiting.begin(), waiting.end());
    std::vector<int> runs;
    for (const CounterQueue& counter : counters) runs.push_back(counter.priority_run);
    int calls = 0;
    for (bool someone_called = true; someone_called;) {
        someone_called = false;
        for (std::size_t i = 0; i < counters.size(); ++i) {
            const std::string_view services = counters[i].services;
            const Ticket* next = find_next(left, services, runs[i], rules);
            if (!next) continue;
            if (next->number == number) return calls;
            someone_called = true;
            ++calls;
            runs[i] = priority_run_after(runs[i], *next);
            left.erase(left.begin() + (next - left.data()));
            for (Ticket& ticket : left) count_call_ahead(ticket, services);
        }
    }
    assert(false && "no counter serves the ticket");
    return calls;
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

std::optional<WaitRange> estimate_wait(std::span<const std::chrono::seconds> service_times_today,
                                       int open_counters,
                                       int people_ahead,
                                       const QueueRules& rules) {
    assert(people_ahead >= 0);
    const auto finished = static_cast<std::int64_t>(service_times_today.size());
    if (open_counters < 1 || finished < std::max(rules.services_for_estimate, 1)) return {};

    const ServiceTime service = measure(service_times_today);
    const int whole_rounds = people_ahead / open_counters;
    const double best = whole_rounds;
    const double worst = best + 1;
    return WaitRange{whole_seconds(best * service.mean - service.spread(best, open_counters)),
                     whole_seconds(worst * service.mean + service.spread(worst, open_counters))};
}

} // namespace core
