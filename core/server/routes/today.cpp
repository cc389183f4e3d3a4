#include "core/api/unsure_json.hpp"
#include "core/domain/unsure_due.hpp"
#include "core/engine/desk/day_figures.hpp"
#include "core/engine/dossiers/unsure_dossiers.hpp"
#include "core/server/routes/routes.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>

namespace server {

namespace {

namespace json = boost::json;

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
            {"waits_too_long", core::waits_too_long(figures)},
            {"wait_median_s", seconds_json(figures.wait_median)},
            {"wait_p90_s", seconds_json(figures.wait_p90)},
            {"service_median_s", seconds_json(figures.service_median)},
            {"wait_told", figures.told},
            {"wait_told_rightly", figures.told_rightly}};
}

json::array services_json(const std::vector<core::ServiceDay>& services) {
    json::array array;
    for (const core::ServiceDay& service : services) {
        json::object item = figures_json(service.queue);
        item["letter"] = std::string(1, service.letter);
        item["name"] = service.name;
        array.push_back(std::move(item));
    }
    return array;
}

json::array counters_json(const std::vector<core::CounterDay>& counters) {
    json::array array;
    for (const core::CounterDay& counter : counters) {
        array.push_back({{"number", counter.number},
                         {"name", counter.name},
                         {"open", counter.open},
                         {"ticket", counter.ticket.empty() ? json::value(nullptr)
                                                           : json::value(counter.ticket)},
                         {"served", counter.served},
                         {"service_median_s", seconds_json(counter.service_median)}});
    }
    return array;
}

json::object queue_json(const core::DayFigures& day) {
    json::object queue = figures_json(day.queue);
    queue["by_service"] = services_json(day.services);
    queue["by_counter"] = counters_json(day.counters);
    json::array hours;
    for (const core::HourFigures& hour : day.hours)
        hours.push_back({{"hour", hour.hour}, {"issued", hour.issued}, {"served", hour.served}});
    queue["by_hour"] = std::move(hours);
    return queue;
}

json::object dossiers_json(const core::DossierDay& day) {
    return {
        {"received", day.received},   {"resolved", day.resolved},   {"returned", day.returned},
        {"withdrawn", day.withdrawn}, {"refused", day.refused},     {"due_today", day.due_today},
        {"overdue", day.overdue},     {"suspended", day.suspended}, {"open", day.open}};
}

json::array officers_json(const std::vector<core::OfficerDay>& officers) {
    json::array array;
    for (const core::OfficerDay& officer : officers) {
        array.push_back({{"login", officer.login},
                         {"name", officer.name},
                         {"received", officer.received},
                         {"resolved", officer.resolved},
                         {"open", officer.open},
                         {"overdue", officer.overdue}});
    }
    return array;
}

/// The years that the calendar lacks, and the dossiers whose due dates are not sure for it.
json::object calendar_json(const Call& call, core::BooksView& books, core::Day day) {
    const core::WorkingCalendar& calendar = call.rules->calendar;
    const auto years = core::years_asked_for(books, calendar, day);
    return {{"years_not_loaded", api::to_json(years)},
            {"text", years.empty() ? json::value(nullptr)
                                   : json::value(words::say(call.language,
                                                            core::calendar_not_loaded(years)))},
            {"due_unsure", core::count_unsure(books, call.rules->catalogue, calendar)}};
}

net::HttpResponse show_today(const Call& call, core::BooksView& books) {
    const core::DayFigures day =
        core::day_figures(books, call.rules->office, call.rules->front_desk, call.now);
    return json_response({{"now", core::format_instant(call.now)},
                          {"day", core::format_date(day.day)},
                          {"seq", day.seq},
                          {"queue", queue_json(day)},
                          {"dossiers", dossiers_json(day.dossiers)},
                          {"calendar", calendar_json(call, books, day.day)},
                          {"by_officer", officers_json(day.officers)}});
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
