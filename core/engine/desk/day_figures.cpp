// The room's figures are made of the day's tickets, read once; the dossiers' of the counts by day,
// so that the page of the chairman costs the same in every year. What is due and overdue is counted
// in the store within the very bounds of the lists of these names, so that a list opened from a
// number shows as many.

#include "core/engine/desk/day_figures.hpp"

#include "core/engine/desk/counter_presence.hpp"
#include "core/engine/dossiers/work_lists.hpp"
#include "core/engine/reporting/reporting.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace core {

namespace {

using std::chrono::seconds;

std::vector<Ticket> tickets_of(BooksView& books, const FrontDesk& desk, Instant now) {
    const Day day = local_date(now);
    std::vector<Ticket> tickets;
    books.tickets().each(day, day, [&](const StoredTicket& stored) {
        tickets.push_back(desk.as_of(stored, now).ticket);
        return true;
    });
    return tickets;
}

ServiceDay
service_day(const ServiceConfig& service, const std::vector<Ticket>& tickets, Instant now) {
    std::vector<Ticket> own;
    std::copy_if(tickets.begin(), tickets.end(), std::back_inserter(own),
                 [&](const Ticket& ticket) { return ticket.service == service.letter; });
    return {service.letter, service.name, queue_figures(own, now)};
}

CounterDay counter_day(const CounterConfig& counter,
                       const std::vector<Ticket>& tickets,
                       const std::vector<CounterState>& states,
                       Instant now) {
    CounterDay day;
    day.number = counter.number;
    day.name = counter.name;
    day.open = is_counter_open(states, counter.number, now);
    std::vector<seconds> services;
    for (const Ticket& ticket : tickets) {
        if (ticket.counter != counter.number) continue;
        if (is_at_counter(ticket.state)) day.ticket = ticket.number;
        // The last service only: those before it were at other counters.
        if (ticket.state == TicketState::done && ticket.started_at && ticket.ended_at)
            services.push_back(*ticket.ended_at - *ticket.started_at);
    }
    day.served = static_cast<std::int64_t>(services.size());
    day.service_median = median(std::move(services));
    return day;
}

std::int64_t total_of(const std::vector<OfficerCount>& counts) {
    std::int64_t total = 0;
    for (const OfficerCount& each : counts) total += each.number;
    return total;
}

DossierDay dossier_day(BooksView& books, Day today, Instant now) {
    const Instant begins = to_instant(LocalTime{today});
    const Instant ends = to_instant(LocalTime{today + std::chrono::days{1}});
    // What is open is what came in less what went out, since the books began.
    const DueRange due_today = due_on(today);
    Counts within;
    Counts up_to_now;
    for (const GroupCounts& group : books.count_groups(std::nullopt, today, today)) {
        within += group.within;
        up_to_now += group.before;
        up_to_now += group.within;
    }
    const DueRange late = overdue_at(now);
    DossierDay day;
    day.received = within.received();
    day.resolved = within.resolved();
    day.returned = within.returned();
    day.withdrawn = within[Figure::withdrawn];
    day.refused = books.count_refused(begins, ends); // in no count: never received
    day.due_today = total_of(books.count_due(due_today.from, due_today.before));
    day.overdue = total_of(books.count_due(late.from, late.before));
    day.suspended = up_to_now[Figure::suspended];
    day.open = up_to_now.open();
    return day;
}

/// Each officer once, however registers wrote him.
std::vector<OfficerDay> officer_days(BooksView& books, Day today, Instant now) {
    GroupLikeness likeness(books, GroupBy::officer);
    std::map<std::string, OfficerDay> of;
    for (const GroupCounts& group : books.count_groups(GroupBy::officer, today, today)) {
        Counts up_to_now = group.before;
        up_to_now += group.within;
        const std::int64_t open = up_to_now.open();
        // Who left years ago has counts still, and nothing to do today.
        if (group.within.is_zero() && open == 0) continue;
        const auto [known, is_new] = of.try_emplace(likeness.of(group.key));
        OfficerDay& officer = known->second;
        if (is_new || GroupLikeness::is_shown_before(group.key, officer.login))
            officer.login = group.key;
        officer.received += group.within.received();
        officer.resolved += group.within.resolved();
        officer.open += open;
    }
    const DueRange late = overdue_at(now);
    for (const OfficerCount& each : books.count_due(late.from, late.before)) {
        const auto known = of.find(likeness.of(each.officer));
        if (known != of.end()) known->second.overdue += each.number;
    }
    std::map<std::string, std::string> names;
    for (const User& user : books.users()) names[user.login] = user.name;
    std::vector<OfficerDay> officers;
    for (auto& [key, officer] : of) {
        if (const std::string* own = likeness.own_spelling(key)) officer.login = *own;
        officer.name = names[officer.login];
        officers.push_back(std::move(officer));
    }
    std::ranges::sort(officers, std::less(), &OfficerDay::login);
    return officers;
}

} // namespace

DayFigures day_figures(BooksView& books, const Office& office, const FrontDesk& desk, Instant now) {
    DayFigures figures;
    figures.day = local_date(now);
    figures.seq = books.journal_head().seq; // whoever shows them follows the events from here
    const std::vector<Ticket> tickets = tickets_of(books, desk, now);
    const auto states = books.tickets().counter_states();
    figures.queue = queue_figures(tickets, now);
    for (const ServiceConfig& service : office.services)
        figures.services.push_back(service_day(service, tickets, now));
    for (const CounterConfig& counter : office.counters)
        figures.counters.push_back(counter_day(counter, tickets, states, now));
    figures.hours = figures_by_hour(tickets);
    figures.dossiers = dossier_day(books, figures.day, now);
    figures.officers = officer_days(books, figures.day, now);
    return figures;
}

} // namespace core
