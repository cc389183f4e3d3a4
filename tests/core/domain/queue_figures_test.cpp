#include "core/domain/queue_figures.hpp"

#include <catch2/catch.hpp>

using namespace core;
using namespace std::chrono_literals;

namespace {

const Instant morning = parse_instant("2026-11-23T08:00").value();

Ticket arrived(Instant at) {
    Ticket ticket;
    ticket.service = 'A';
    ticket.arrived_at = at;
    return ticket;
}

Ticket served(Instant at, std::chrono::seconds waited, std::chrono::seconds took) {
    Ticket ticket = arrived(at);
    ticket.state = TicketState::done;
    ticket.first_called_at = at + waited;
    ticket.served_for = took;
    ticket.ended_at = at + waited + took;
    return ticket;
}

Ticket ticket_in_state(TicketState state) {
    Ticket ticket = arrived(morning);
    ticket.state = state;
    return ticket;
}

std::vector<std::chrono::seconds> minutes_up_to(int last) {
    std::vector<std::chrono::seconds> times;
    for (int minute = last; minute > 0; --minute) times.emplace_back(minute * 60);
    return times;
}

} // namespace

TEST_CASE("every ticket is in exactly one figure of the queue", "[domain][queue_figures]") {
    using enum TicketState;
    std::vector<Ticket> tickets;
    for (const TicketState state :
         {waiting, waiting, called, serving, held, done, no_show, expired})
        tickets.push_back(ticket_in_state(state));
    const auto figures = queue_figures(tickets, morning + 1h);
    CHECK(figures.issued == 8);
    CHECK(figures.waiting == 2);
    CHECK(figures.serving == 2);
    CHECK(figures.held == 1);
    CHECK(figures.served == 1);
    CHECK(figures.no_show == 1);
    CHECK(figures.expired == 1);
    CHECK(figures.waiting + figures.serving + figures.held + figures.served + figures.no_show +
              figures.expired ==
          figures.issued);
}

TEST_CASE("nobody's times are none, never zero", "[domain][queue_figures]") {
    CHECK(queue_figures({}, morning) == QueueFigures{});
    const std::vector<Ticket> one = {arrived(morning)};
    const auto figures = queue_figures(one, morning + 5min);
    CHECK(figures.waiting_longest == 5min);
    CHECK_FALSE(figures.wait_median);
    CHECK_FALSE(figures.wait_p90);
    CHECK_FALSE(figures.service_median);
}

TEST_CASE("a wait ends with the first call, whatever comes later", "[domain][queue_figures]") {
    std::vector<Ticket> tickets = {served(morning, 10min, 4min), served(morning, 20min, 6min)};
    tickets.push_back(ticket_in_state(TicketState::held)); // called, then sent away for a paper
    tickets.back().first_called_at = morning + 30min;
    const auto figures = queue_figures(tickets, morning + 2h);
    CHECK(figures.wait_median == 20min);
    CHECK(figures.service_median == 5min);
    CHECK_FALSE(figures.waiting_longest);
}

TEST_CASE("the median lies in the middle, the ninth decile covers nine of ten",
          "[domain][queue_figures]") {
    CHECK(median({}) == std::nullopt);
    CHECK(median({7s}) == 7s);
    CHECK(median({9s, 1s, 5s}) == 5s);
    CHECK(median({9s, 1s, 5s, 4s}) == 4s); // 4.5 in whole seconds
    CHECK(ninth_decile({}) == std::nullopt);
    CHECK(ninth_decile({7s}) == 7s);
    CHECK(ninth_decile(minutes_up_to(10)) == 9min);
    CHECK(ninth_decile(minutes_up_to(11)) == 10min);
    CHECK(ninth_decile(minutes_up_to(100)) == 90min);
}

TEST_CASE("hours are those of the office's clock, without a gap", "[domain][queue_figures]") {
    CHECK(figures_by_hour({}).empty());
    const std::vector<Ticket> tickets = {served(morning, 10min, 5min), served(morning, 55min, 9min),
                                         arrived(morning + 3h)};
    CHECK(figures_by_hour(tickets) ==
          std::vector<HourFigures>{{8, 2, 1}, {9, 0, 1}, {10, 0, 0}, {11, 1, 0}});
}

TEST_CASE("half an hour in the room is long enough, more is too long", "[domain][queue_figures]") {
    QueueFigures figures;
    CHECK_FALSE(waits_too_long(figures));
    figures.waiting_longest = 30min;
    CHECK_FALSE(waits_too_long(figures));
    figures.waiting_longest = 30min + 1s;
    CHECK(waits_too_long(figures));
}

TEST_CASE("a citizen waited until the first call, or the end where none came",
          "[domain][queue_figures]") {
    Ticket ticket = arrived(morning);
    CHECK_FALSE(waited(ticket));
    ticket.ended_at = morning + 30min;
    CHECK(waited(ticket) == 30min);
    ticket.first_called_at = morning + 7min;
    CHECK(waited(ticket) == 7min);
}

TEST_CASE("a wait was told rightly if its minutes were, both ends included",
          "[domain][queue_figures]") {
    const core::WaitPromise promise{7min, {5min + 40s, 9min + 10s}}; // said as 5 to 10 minutes
    CHECK(core::is_kept(promise, 5min));
    CHECK(core::is_kept(promise, 10min));
    CHECK_FALSE(core::is_kept(promise, 5min - 1s));
    CHECK_FALSE(core::is_kept(promise, 10min + 1s));
    std::vector<Ticket> tickets = {served(morning, 10min, 4min), served(morning, 20min, 6min),
                                   served(morning, 7min, 6min), arrived(morning)};
    for (const std::size_t told : {0, 1, 3}) tickets[told].promise = promise;
    const auto figures = queue_figures(tickets, morning + 1h);
    CHECK(figures.told == 2); // whoever still waits is not judged yet
    CHECK(figures.told_rightly == 1);
}
