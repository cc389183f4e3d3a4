#include "core/domain/queue_figures.hpp"

#include <algorithm>
#include <array>

namespace core {

using std::chrono::seconds;

namespace {

void count_state(QueueFigures& figures, TicketState state) {
    switch (state) {
    case TicketState::waiting:
        ++figures.waiting;
        break;
    case TicketState::called:
    case TicketState::serving:
        ++figures.serving;
        break;
    case TicketState::held:
        ++figures.held;
        break;
    case TicketState::done:
        ++figures.served;
        break;
    case TicketState::no_show:
        ++figures.no_show;
        break;
    case TicketState::expired:
        ++figures.expired;
        break;
    }
}

} // namespace

std::optional<seconds> waited(const Ticket& ticket) {
    const auto until = ticket.first_called_at ? ticket.first_called_at : ticket.ended_at;
    if (!until) return std::nullopt;
    return *until - ticket.arrived_at;
}

std::optional<seconds> median(std::vector<seconds> times) {
    if (times.empty()) return std::nullopt;
    std::sort(times.begin(), times.end());
    const std::size_t middle = times.size() / 2;
    if (times.size() % 2 == 1) return times[middle];
    return (times[middle - 1] + times[middle]) / 2;
}

std::optional<seconds> ninth_decile(std::vector<seconds> times) {
    if (times.empty()) return std::nullopt;
    std::sort(times.begin(), times.end());
    return times[(times.size() * 9 + 9) / 10 - 1];
}

bool is_kept(const WaitPromise& promise, seconds waited) {
    const auto low = std::chrono::floor<std::chrono::minutes>(promise.range.low);
    const auto high = std::chrono::ceil<std::chrono::minutes>(promise.range.high);
    return low <= waited && waited <= high;
}

bool waits_too_long(const QueueFigures& figures) {
    return figures.waiting_longest && *figures.waiting_longest > longest_good_wait;
}

QueueFigures queue_figures(std::span<const Ticket> tickets, Instant now) {
    QueueFigures figures;
    std::vector<seconds> waits;
    std::vector<seconds> services;
    for (const Ticket& ticket : tickets) {
        ++figures.issued;
        count_state(figures, ticket.state);
        if (ticket.state == TicketState::waiting) {
            const seconds waited = now - ticket.arrived_at;
            figures.waiting_longest = std::max(figures.waiting_longest.value_or(waited), waited);
        }
        if (ticket.first_called_at) {
            waits.push_back(*ticket.first_called_at - ticket.arrived_at);
            if (ticket.promise) {
                ++figures.told;
                if (is_kept(*ticket.promise, waits.back())) ++figures.told_rightly;
            }
        }
        if (ticket.state == TicketState::done) services.push_back(ticket.served_for);
    }
    figures.wait_median = median(waits);
    figures.wait_p90 = ninth_decile(std::move(waits));
    figures.service_median = median(std::move(services));
    return figures;
}

std::vector<HourFigures> figures_by_hour(std::span<const Ticket> tickets) {
    std::array<HourFigures, 24> day{};
    for (std::size_t hour = 0; hour < day.size(); ++hour) day[hour].hour = static_cast<int>(hour);
    for (const Ticket& ticket : tickets) {
        ++day[static_cast<std::size_t>(hour_of(to_local(ticket.arrived_at)))].issued;
        if (ticket.state == TicketState::done && ticket.ended_at)
            ++day[static_cast<std::size_t>(hour_of(to_local(*ticket.ended_at)))].served;
    }
    const auto saw_something = [](const HourFigures& hour) {
        return hour.issued > 0 || hour.served > 0;
    };
    const auto first = std::find_if(day.begin(), day.end(), saw_something);
    const auto last = std::find_if(day.rbegin(), day.rend(), saw_something).base();
    if (first == day.end()) return {};
    return {first, last};
}

} // namespace core
