#include "core/api/json_text.hpp"
#include "core/api/ticket_json.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/office.hpp"
#include "core/engine/desk/counter_presence.hpp"
#include "core/engine/desk/room_state.hpp"
#include "core/server/routes/routes.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>

#include <array>

namespace server {

namespace {

using api::JsonFields;
using core::Result;
using Need = JsonFields::Need;

std::variant<net::HttpResponse, WriteWork> counter_step(const Call& call, core::TicketAct act) {
    const auto number = parse_count(call.path.front());
    if (!number || *number > core::highest_counter_number)
        return fields_response({{"n", "field-no-counter"}}, call.language);
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
        const std::string letter = core::code_key(fields.line(name, Need::required, 8));
        if (letter.size() == 1) {
            step.to_service = letter.front();
        } else if (!letter.empty()) {
            fields.complain(name, "field-no-service-letter");
        }
    }
    if (!body.errors.empty()) return fields_response(body.errors, call.language);
    return WriteWork([step, rules = call.rules, language = call.language](
                         core::Books& books, core::ActContext by) -> Result<Answer> {
        by.actor.place = "counter " + std::to_string(step.counter);
        const auto stored = rules->front_desk.step(books, step, by);
        if (!stored) return stored.error();
        return Answer{200, api::to_text(api::to_json(stored->ticket, language))};
    });
}

boost::json::object counter_json(const core::CounterNow& now, words::Language language) {
    boost::json::object object{{"number", now.counter->number},
                               {"name", now.counter->name},
                               {"services", core::letters_of(*now.counter)},
                               {"open", now.open},
                               {"ticket", nullptr}};
    if (now.ticket) object["ticket"] = api::to_json(*now.ticket, language);
    return object;
}

/// Why no tickets are given and when they are, for programs that say it in their own words.
boost::json::object closed_json(const core::ServiceOutlook& outlook) {
    boost::json::array hours;
    for (const core::WorkingSession& session : outlook.sessions) {
        hours.push_back(
            {{"from", core::format_clock(session.from)}, {"to", core::format_clock(session.to)}});
    }
    return {{"code", outlook.closed_text->code}, {"hours", std::move(hours)}};
}

boost::json::object service_json(const core::ServiceNow& now, words::Language language) {
    const core::ServiceConfig& service = *now.service;
    boost::json::object object{
        {"letter", std::string(1, service.letter)},
        {"name", service.name},
        {"returns", service.returns},
        {"fields", boost::json::array(service.fields.begin(), service.fields.end())},
        {"open", !now.outlook.closed_text},
        {"closed_text",
         now.outlook.closed_text ? words::say(language, *now.outlook.closed_text) : std::string()},
        {"waiting", now.waiting}};
    if (now.outlook.closed_text) object["closed"] = closed_json(now.outlook);
    api::put_wait(object, now.outlook.wait, language);
    return object;
}

/// The room at one moment: with the events after `seq` it can be followed without a gap.
net::HttpResponse show_queue(const Call& call, core::BooksView& books) {
    const core::Office& office = call.rules->office;
    const core::RoomState room = core::room_state(books, office, call.rules->front_desk, call.now);
    boost::json::array services;
    for (const core::ServiceNow& each : room.services)
        services.emplace_back(service_json(each, call.language));
    boost::json::array counters;
    for (const core::CounterNow& each : room.counters)
        counters.emplace_back(counter_json(each, call.language));
    boost::json::array tickets;
    for (const core::StoredTicket& stored : room.live)
        tickets.emplace_back(api::to_json(stored.ticket, call.language));
    return json_response({{"seq", room.seq},
                          {"now", core::format_instant(call.now)},
                          {"office", office.name},
                          {"day", core::format_date(room.day)},
                          {"rules",
                           {{"recall_after_s", office.queue.recall_after.count()},
                            {"calls_before_no_show", office.queue.calls_before_no_show}}},
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
