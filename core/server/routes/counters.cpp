#include "core/api/json_text.hpp"
#include "core/api/ticket_json.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

#include <algorithm>

namespace server {

namespace {

using api::JsonFields;
using core::Result;
using core::TicketState;
using Need = JsonFields::Need;

std::variant<net::HttpResponse, WriteWork> counter_step(const Call& call, core::TicketAct act) {
    const auto number = parse_count(call.path.front());
    constexpr std::int64_t highest = 99;
    if (!number || *number > highest)
        return fields_response({{"n", "phải là số quầy (must be a counter's number)"}});
    Body body(call);
    if (body.unreadable()) return *body.unreadable();
    JsonFields fields = body.fields();
    core::CounterStep step;
    step.counter = static_cast<int>(*number);
    step.act = act;
    step.ticket = fields.line("ticket", Need::optional, 64);
    step.reason = fields.text("reason", Need::optional);
    if (act == core::TicketAct::transfer) {
        const char* name = fields.has("to_service") ? "to_service" : "service";
        const std::string letter = fields.line(name, Need::required, 8);
        if (letter.size() == 1) {
            step.to_service = letter.front();
        } else if (!letter.empty()) {
            fields.complain(name, "phải là chữ cái của dịch vụ (must be a service's letter)");
        }
    }
    if (!body.errors.empty()) return fields_response(body.errors);
    return WriteWork(
        [step, rules = call.rules](core::Books& books, core::ActContext at) -> Result<Answer> {
            at.actor.place = "counter " + std::to_string(step.counter);
            const auto stored = rules->front_desk.step(books, step, at);
            if (!stored) return stored.error();
            return Answer{200, api::to_text(api::to_json(stored->ticket))};
        });
}

boost::json::object counter_json(const core::CounterConfig& counter,
                                 const std::vector<core::StoredTicket>& live,
                                 const std::vector<core::CounterState>& desks,
                                 core::Instant now) {
    boost::json::object object{{"number", counter.number},
                               {"name", counter.name},
                               {"services", core::FrontDesk::letters(counter)},
                               {"open", false},
                               {"ticket", nullptr}};
    for (const core::CounterState& desk : desks) {
        if (desk.counter == counter.number)
            object["open"] = desk.day == core::local_date(now) &&
                             now - desk.last_act_at < core::counter_quiet_time;
    }
    for (const core::StoredTicket& stored : live) {
        const TicketState state = stored.ticket.state;
        if (stored.ticket.counter == counter.number &&
            (state == TicketState::called || state == TicketState::serving))
            object["ticket"] = api::to_json(stored.ticket);
    }
    return object;
}

boost::json::object service_json(const core::ServiceConfig& service,
                                 const std::vector<core::StoredTicket>& live,
                                 const core::ServiceOutlook& outlook) {
    std::int64_t waiting = 0;
    for (const core::StoredTicket& stored : live) {
        waiting +=
            stored.ticket.service == service.letter && stored.ticket.state == TicketState::waiting
                ? 1
                : 0;
    }
    boost::json::object object{
        {"letter", std::string(1, service.letter)},
        {"name", service.name},
        {"returns", service.returns},
        {"fields", boost::json::array(service.fields.begin(), service.fields.end())},
        {"open", outlook.closed_text.empty()},
        {"closed_text", outlook.closed_text},
        {"waiting", waiting}};
    api::put_wait(object, outlook.wait);
    return object;
}

/// The room at one moment: with the events after `seq` it can be followed without a gap.
net::HttpResponse show_queue(const Call& call, core::BooksView& books) {
    const core::Day today = core::local_date(call.now);
    const auto live = books.tickets().live(today);
    const auto desks = books.tickets().counter_states();
    boost::json::array services;
    for (const core::ServiceConfig& service : call.rules->office.services)
        services.emplace_back(
            service_json(service, live, call.rules->front_desk.outlook(books, service, call.now)));
    boost::json::array counters;
    for (const core::CounterConfig& counter : call.rules->office.counters)
        counters.emplace_back(counter_json(counter, live, desks, call.now));
    boost::json::array tickets;
    for (const core::StoredTicket& stored : live) tickets.emplace_back(api::to_json(stored.ticket));
    return json_response(
        {{"seq", books.journal_head().seq},
         {"now", core::format_instant(call.now)},
         {"office", call.rules->office.name},
         {"day", core::format_date(today)},
         {"rules",
          {{"recall_after_s", call.rules->office.queue.recall_after.count()},
           {"calls_before_no_show", call.rules->office.queue.calls_before_no_show}}},
         {"services", std::move(services)},
         {"counters", std::move(counters)},
         {"tickets", std::move(tickets)}});
}

struct CounterRoute {
    core::TicketAct act;
    const char* operation;
    const char* summary;
};

constexpr std::array counter_routes = {
    CounterRoute{core::TicketAct::call, "callTicket",
                 "Call the next ticket, or with a reason another one"},
    CounterRoute{core::TicketAct::recall, "recallTicket", "Call once more who does not come"},
    CounterRoute{core::TicketAct::start, "startService", "The citizen is here"},
    CounterRoute{core::TicketAct::finish, "finishService", "The service is over"},
    CounterRoute{core::TicketAct::no_show, "noShow", "Nobody came after all calls"},
    CounterRoute{core::TicketAct::hold, "holdTicket", "Take the ticket out of the queue"},
    CounterRoute{core::TicketAct::release, "releaseTicket", "Back to its place by arrival"},
    CounterRoute{core::TicketAct::transfer, "transferTicket",
                 "To another service, with its arrival and priority"},
};

} // namespace

void add_counters(Router& router) {
    router.add(
        {"GET",
         "/api/v1/queue",
         callers::people | callers::devices,
         QuickRead{show_queue},
         {"getQueue", "The room now: services, counters, live tickets, and the journal's seq", "",
          "Queue"}});
    for (const CounterRoute& each : counter_routes) {
        router.add({"POST",
                    "/api/v1/counters/{n}/" + std::string(to_text(each.act)),
                    callers::staff,
                    Write{[act = each.act](const Call& call) { return counter_step(call, act); }},
                    {each.operation,
                     each.summary,
                     "CounterStep",
                     "Ticket",
                     200,
                     {},
                     "application/json",
                     each.act != core::TicketAct::transfer},
                    json_body_limit});
    }
}

} // namespace server
