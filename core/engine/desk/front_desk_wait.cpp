// One of several that implement front_desk.hpp: places in line, and the wait that is told.
//
// The estimate plays the queue through with the counters that call. Which those are is known from
// what they did: one that acted is there until half an hour of working time has gone by without an
// act, so that nobody is gone over the lunch break. Before anybody acted on a day, those are
// expected that are usually there at this hour.

#include "core/domain/queue_figures.hpp"
#include "core/domain/ticket_code.hpp"
#include "core/domain/wait_estimate.hpp"
#include "core/engine/desk/counter_presence.hpp"
#include "core/engine/desk/front_desk.hpp"

#include <algorithm>
#include <limits>

namespace core {

namespace {

/// So long after a session begins counters that have not acted yet are still expected.
constexpr std::chrono::minutes late_start{30};

/// The hour of the clock in which the next session goes on or begins.
int working_hour(const WorkingCalendar& calendar, Instant now) {
    return hour_of(calendar.effective_receipt(to_local(now)));
}

std::chrono::seconds worked(const WorkingCalendar& calendar, Instant from, Instant until) {
    return calendar.working_time_between(to_local(from), to_local(until));
}

} // namespace

FrontDesk::Line FrontDesk::line(BooksView& books, Instant now) const {
    const Day today = local_date(now);
    Line line{now, {}, {}, WaitHistory(calendar_), past_waits_.before(books, today)};
    line.today.add_day(books.tickets().called(today));
    const std::vector<StoredTicket> live = this->live(books, now);
    for (const StoredTicket& stored : live) {
        if (stored.ticket.state == TicketState::waiting) line.waiting.push_back(stored.ticket);
    }
    const auto states = books.tickets().counter_states();
    const Instant midnight = to_instant(LocalTime{today});
    const bool may_start_late = worked(calendar_, midnight, now) < late_start;
    const int hour = working_hour(calendar_, now);
    for (const CounterConfig& config : office_.counters) {
        LineCounter counter;
        counter.services = letters_of(config);
        const auto state = std::find_if(states.begin(), states.end(), [&](const auto& each) {
            return each.counter == config.number && each.day == today;
        });
        if (state != states.end()) {
            counter.priority_run = state->priority_run;
            counter.calls = worked(calendar_, state->last_act_at, now) < counter_quiet_time;
            counter.is_open = is_counter_open(*state, now);
        } else {
            counter.calls = may_start_late && line.past->is_usually_open(config.number, hour);
        }
        if (const StoredTicket* there = ticket_at(live, config.number)) counter.has = there->ticket;
        line.counters.push_back(std::move(counter));
    }
    return line;
}

std::optional<WaitPromise> FrontDesk::wait_in(const Line& line,
                                              std::span<const Ticket> waiting,
                                              const StoredTicket& stored) const {
    std::vector<CallingCounter> counters;
    for (const LineCounter& each : line.counters) {
        if (!each.calls) continue;
        CallingCounter counter{each.services, each.priority_run, std::nullopt, 0};
        if (each.has) {
            counter.called_at = each.has->last_called_at;
            counter.with_service = each.has->service;
        }
        counters.push_back(std::move(counter));
    }
    return estimate_wait({waiting, counters, line.today, *line.past, calendar_, office_.queue,
                          line.now, day_end(stored)},
                         stored.ticket.number);
}

PlaceInLine FrontDesk::place_in(const Line& line, const StoredTicket& stored) const {
    PlaceInLine place{stored, 0, std::nullopt, 0};
    const char letter = stored.ticket.service;
    place.open_counters = static_cast<int>(
        std::count_if(line.counters.begin(), line.counters.end(), [&](const LineCounter& each) {
            return each.is_open && each.services.find(letter) != std::string::npos;
        }));
    if (stored.ticket.state != TicketState::waiting) return place;
    place.ahead = count_ahead(line.waiting, std::string_view(&letter, 1), stored.ticket.number,
                              office_.queue);
    if (const auto wait = wait_in(line, line.waiting, stored)) place.wait = wait->range;
    return place;
}

PlaceInLine FrontDesk::place_of(BooksView& books, const StoredTicket& stored, Instant now) const {
    return place_in(line(books, now), stored);
}

Result<TicketLookup>
FrontDesk::look_up(BooksView& books, const std::string& code_or_number, Instant now) const {
    auto stored = find_ticket(books.tickets(), code_or_number, local_date(now));
    if (!stored) {
        return Error{ErrorKind::not_found, {"ticket-code-unknown", {{"ticket", code_or_number}}}};
    }
    stored = as_of(std::move(*stored), now);
    PlaceInLine place{*stored, 0, {}, 0};
    if (is_live(stored->ticket.state)) place = place_of(books, *stored, now);
    return TicketLookup{std::move(place), waited(stored->ticket)};
}

ServiceOutlook FrontDesk::outlook_in(const Line& line, const ServiceConfig& service) const {
    ServiceOutlook outlook;
    const Instant now = line.now;
    if (const auto open = check_open(service, now); !open) {
        outlook.closed_text = open.error().message;
        outlook.sessions =
            sessions_of(service, local_date(now)).value_or(std::vector<WorkingSession>());
        return outlook;
    }
    // Whoever comes now stands behind all that wait.
    StoredTicket next;
    next.day = local_date(now);
    next.ticket.number = make_ticket_number(service.letter, std::numeric_limits<int>::max());
    next.ticket.service = service.letter;
    next.ticket.arrived_at = now;
    next.ticket.issue_order = std::numeric_limits<std::int64_t>::max();
    std::vector<Ticket> waiting = line.waiting;
    waiting.push_back(next.ticket);
    if (const auto wait = wait_in(line, waiting, next)) outlook.wait = wait->range;
    return outlook;
}

std::vector<ServiceOutlook> FrontDesk::outlooks(BooksView& books, Instant now) const {
    const Line line = this->line(books, now);
    std::vector<ServiceOutlook> outlooks;
    for (const ServiceConfig& service : office_.services)
        outlooks.push_back(outlook_in(line, service));
    return outlooks;
}

} // namespace core
