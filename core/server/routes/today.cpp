// How the day goes: the room by its tickets, the dossiers by the counts that reports are made of.

#include "core/domain/queue_figures.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

#include <algorithm>
#include <map>

namespace server {

namespace {

namespace json = boost::json;

using core::Counts;
using core::Figure;
using core::Ticket;

json::value seconds_json(const std::optional<std::chrono::seconds>& seconds) {
    if (!seconds) return nullptr;
    return json::value(seconds->count());
}

json::object figures_json(const core::QueueFigures& figures) {
    return {{"issued", figures.issued},
            {"waiting", figures.waiting},
            {"serving", figures.serving},
            {"held", figures.held},
            {"served", figures.served},
            {"no_show", figures.no_show},
            {"expired", figures.expired},
            {"waiting_longest_s", seconds_json(figures.waiting_longest)},
            {"wait_median_s", seconds_json(figures.wait_median)},
            {"wait_p90_s", seconds_json(figures.wait_p90)},
            {"service_median_s", seconds_json(figures.service_median)}};
}

std::vector<Ticket> tickets_of(core::BooksView& books, core::Day day) {
    std::vector<Ticket> tickets;
    books.tickets().each(day, day, [&](const core::StoredTicket& stored) {
        tickets.push_back(stored.ticket);
        return true;
    });
    return tickets;
}

/// A ticket counts for the service it waits for, is served by or ended in.
json::array services_json(const std::vector<Ticket>& tickets, const Call& call) {
    json::array services;
    for (const core::ServiceConfig& service : call.rules->office.services) {
        std::vector<Ticket> own;
        std::copy_if(tickets.begin(), tickets.end(), std::back_inserter(own),
                     [&](const Ticket& ticket) { return ticket.service == service.letter; });
        json::object item = figures_json(core::queue_figures(own, call.now));
        item["letter"] = std::string(1, service.letter);
        item["name"] = service.name;
        services.push_back(std::move(item));
    }
    return services;
}

bool is_open(const core::CounterConfig& counter,
             const std::vector<core::CounterState>& desks,
             core::Instant now) {
    return std::any_of(desks.begin(), desks.end(), [&](const core::CounterState& desk) {
        return desk.counter == counter.number && desk.day == core::local_date(now) &&
               now - desk.last_act_at < core::counter_quiet_time;
    });
}

/// A ticket counts for the counter that ended it, with the service there.
json::object counter_json(const core::CounterConfig& counter,
                          const std::vector<Ticket>& tickets,
                          const std::vector<core::CounterState>& desks,
                          core::Instant now) {
    json::object item{{"number", counter.number},
                      {"name", counter.name},
                      {"open", is_open(counter, desks, now)},
                      {"ticket", nullptr}};
    std::vector<std::chrono::seconds> services;
    for (const Ticket& ticket : tickets) {
        if (ticket.counter != counter.number) continue;
        const bool there =
            ticket.state == core::TicketState::called || ticket.state == core::TicketState::serving;
        if (there) item["ticket"] = ticket.number;
        if (ticket.state == core::TicketState::done && ticket.started_at && ticket.ended_at)
            services.push_back(*ticket.ended_at - *ticket.started_at);
    }
    item["served"] = services.size();
    item["service_median_s"] = seconds_json(core::median(std::move(services)));
    return item;
}

json::object queue_json(core::BooksView& books, const Call& call, core::Day today) {
    const std::vector<Ticket> tickets = tickets_of(books, today);
    const auto desks = books.tickets().counter_states();
    json::object queue = figures_json(core::queue_figures(tickets, call.now));
    queue["by_service"] = services_json(tickets, call);
    json::array counters;
    for (const core::CounterConfig& counter : call.rules->office.counters)
        counters.push_back(counter_json(counter, tickets, desks, call.now));
    queue["by_counter"] = std::move(counters);
    json::array hours;
    for (const core::HourFigures& hour : core::figures_by_hour(tickets))
        hours.push_back({{"hour", hour.hour}, {"issued", hour.issued}, {"served", hour.served}});
    queue["by_hour"] = std::move(hours);
    return queue;
}

std::int64_t sum(const Counts& counts, std::initializer_list<Figure> figures) {
    std::int64_t total = 0;
    for (const Figure figure : figures) total += counts[figure];
    return total;
}

std::int64_t received(const Counts& counts) {
    using enum Figure;
    return sum(counts, {received_online, received_in_person, received_postal});
}

std::int64_t resolved(const Counts& counts) {
    using enum Figure;
    return sum(counts, {resolved_early, resolved_on_time, resolved_late});
}

std::int64_t returned(const Counts& counts) {
    using enum Figure;
    return sum(counts, {returned_online, returned_in_person, returned_postal});
}

std::int64_t total_of(const std::vector<core::OfficerCount>& counts) {
    std::int64_t total = 0;
    for (const core::OfficerCount& each : counts) total += each.number;
    return total;
}

/// What lists call overdue: open, and its due instant is over.
std::vector<core::OfficerCount> overdue(core::BooksView& books, core::Instant now) {
    return books.count_due(core::Instant{}, now + std::chrono::seconds{1});
}

json::object dossiers_json(core::BooksView& books, core::Day today, std::int64_t late) {
    const core::Instant begins = core::to_instant(core::LocalTime{today});
    const core::Instant ends = begins + std::chrono::days{1};
    Counts day;
    Counts up_to_now;
    for (const core::GroupCounts& group : books.count_groups(std::nullopt, today, today)) {
        day += group.within;
        up_to_now += group.before;
        up_to_now += group.within;
    }
    return {{"received", received(day)},
            {"resolved", resolved(day)},
            {"returned", returned(day)},
            {"withdrawn", day[Figure::withdrawn]},
            {"refused", books.count_refused(begins, ends)},
            {"due_today", total_of(books.count_due(begins, ends))},
            {"overdue", late},
            {"suspended", up_to_now[Figure::suspended]},
            {"open", up_to_now.open()}};
}

/// Those who received something today, or have something open.
json::array officers_json(core::BooksView& books,
                          core::Day today,
                          const std::vector<core::OfficerCount>& late) {
    std::map<std::string, std::int64_t> late_of;
    for (const core::OfficerCount& each : late) late_of[each.officer] = each.number;
    std::map<std::string, std::string> names;
    for (const core::User& user : books.users()) names[user.login] = user.name;
    json::array officers;
    for (const core::GroupCounts& group :
         books.count_groups(core::GroupBy::officer, today, today)) {
        Counts up_to_now = group.before;
        up_to_now += group.within;
        const std::int64_t open = up_to_now.open();
        if (group.within.is_zero() && open == 0) continue;
        officers.push_back({{"login", group.key},
                            {"name", names[group.key]},
                            {"received", received(group.within)},
                            {"resolved", resolved(group.within)},
                            {"open", open},
                            {"overdue", late_of[group.key]}});
    }
    return officers;
}

net::HttpResponse show_today(const Call& call, core::BooksView& books) {
    const core::Day today = core::local_date(call.now);
    const auto late = overdue(books, call.now);
    return json_response({{"now", core::format_instant(call.now)},
                          {"day", core::format_date(today)},
                          {"seq", books.journal_head().seq},
                          {"queue", queue_json(books, call, today)},
                          {"dossiers", dossiers_json(books, today, total_of(late))},
                          {"by_officer", officers_json(books, today, late)}});
}

} // namespace

void add_today(Router& router) {
    router.add(
        {"GET",
         "/api/v1/today",
         callers::people,
         LongRead{show_today},
         {"getToday", "How the day goes: queue, dossiers, counters, officers", "", "Today"}});
}

} // namespace server
