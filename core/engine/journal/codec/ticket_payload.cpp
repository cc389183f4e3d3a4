// ticket-issue  := { number, service, state, arrived_at, issue_order, day, priority, dossier,
//                    person, device, offline, promise: { wait_s, low_s, high_s } }
// ticket-<act>  := { number, service, state, priority, counter, to_service, calls, services }
// ticket-lease, ticket-settle := { service, day, device, numbers: [ number ] }
//
// `service` is the letter after the act, `services` are the letters of the counter that calls:
// verification needs them to judge whether the call was the fair one. Of a `person` only the digest
// is kept. Members that say nothing are left out.

#include "core/engine/journal/codec/ticket_payload.hpp"

#include "core/domain/event_type.hpp"
#include "core/domain/failure.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <stdexcept>

namespace core::payload {

namespace json = boost::json;

namespace {

[[noreturn]] void damaged(const NewEvent& event) {
    throw Failure({"payload-of-event-unreadable",
                   {{"act", Term{"event", event.act}}, {"subject", event.subject}}});
}

std::string text_of(const json::object& object, json::string_view key) {
    const json::value* value = object.if_contains(key);
    if (!value || !value->is_string()) return {};
    return {value->get_string().data(), value->get_string().size()};
}

std::int64_t number_of(const json::object& object, json::string_view key) {
    const json::value* value = object.if_contains(key);
    return value && value->is_int64() ? value->get_int64() : 0;
}

json::value parsed(const NewEvent& event) {
    json::error_code error;
    json::value value = json::parse(event.payload, error);
    if (error || !value.is_object()) damaged(event);
    return value;
}

char letter_of(const NewEvent& event, const std::string& text) {
    if (text.size() != 1) damaged(event);
    return text.front();
}

std::string text_of(char letter) { return {letter}; }

} // namespace

std::string write_issue(const StoredTicket& stored) {
    // What board and counters show comes first; what a ticket need not have, only where it has it.
    const Ticket& ticket = stored.ticket;
    json::object object{
        {"number", ticket.number},           {"service", text_of(ticket.service)},
        {"state", to_text(ticket.state)},    {"arrived_at", format_instant(ticket.arrived_at)},
        {"issue_order", ticket.issue_order}, {"day", format_date(stored.day)}};
    if (ticket.priority) object.emplace("priority", to_text(*ticket.priority));
    if (ticket.dossier_code) object.emplace("dossier", *ticket.dossier_code);
    if (!stored.person.empty()) object.emplace("person", stored.person);
    if (!stored.device.empty()) object.emplace("device", stored.device);
    if (stored.offline) object.emplace("offline", true);
    if (const auto& promise = ticket.promise) {
        object.emplace("promise", json::object{{"wait_s", promise->expected.count()},
                                               {"low_s", promise->range.low.count()},
                                               {"high_s", promise->range.high.count()}});
    }
    return json::serialize(object);
}

StoredTicket read_issue(const NewEvent& event) {
    const json::value value = parsed(event);
    const json::object& object = value.get_object();
    StoredTicket stored;
    Ticket& ticket = stored.ticket;
    ticket.number = text_of(object, "number");
    ticket.code = event.subject;
    ticket.service = letter_of(event, text_of(object, "service"));
    const auto arrived = parse_instant(text_of(object, "arrived_at"));
    const auto day = parse_date(text_of(object, "day"));
    if (!arrived || !day || ticket.number.empty()) damaged(event);
    ticket.arrived_at = *arrived;
    stored.day = *day;
    ticket.issue_order = number_of(object, "issue_order");
    if (object.contains("priority")) {
        ticket.priority = parse_priority_kind(text_of(object, "priority"));
        if (!ticket.priority) damaged(event);
    }
    if (object.contains("dossier")) ticket.dossier_code = text_of(object, "dossier");
    stored.person = text_of(object, "person");
    stored.device = text_of(object, "device");
    stored.offline = object.contains("offline");
    if (const json::value* promise = object.if_contains("promise")) {
        if (!promise->is_object()) damaged(event);
        const auto seconds = [&](json::string_view key) {
            return std::chrono::seconds{number_of(promise->get_object(), key)};
        };
        ticket.promise = {seconds("wait_s"), {seconds("low_s"), seconds("high_s")}};
    }
    return stored;
}

std::string write_step(const TicketStep& step, const Ticket& after, std::string_view services) {
    json::object object{{"number", after.number},
                        {"service", text_of(after.service)},
                        {"state", to_text(after.state)}};
    if (after.priority) object.emplace("priority", to_text(*after.priority));
    if (step.counter) object.emplace("counter", *step.counter);
    if (step.to_service) object.emplace("to_service", text_of(*step.to_service));
    if (after.calls > 0) object.emplace("calls", after.calls);
    if (!services.empty()) object.emplace("services", services);
    return json::serialize(object);
}

TicketStepFacts read_step(const NewEvent& event) {
    const json::value value = parsed(event);
    const json::object& object = value.get_object();
    TicketStepFacts facts;
    const auto act = ticket_act_of(event.act);
    if (!act) damaged(event);
    facts.step.act = *act;
    // Act and moment are columns of the journal.
    facts.step.act_at = event.act_at;
    if (object.contains("counter"))
        facts.step.counter = static_cast<int>(number_of(object, "counter"));
    if (object.contains("to_service"))
        facts.step.to_service = letter_of(event, text_of(object, "to_service"));
    facts.services = text_of(object, "services");
    return facts;
}

std::string write(const TicketLease& lease) {
    json::array numbers;
    for (const int number : lease.numbers)
        // As people read them: `A9001`.
        numbers.emplace_back(make_ticket_number(lease.letter, number));
    json::object object{{"service", text_of(lease.letter)},
                        {"day", format_date(lease.day)},
                        {"device", lease.device},
                        {"numbers", std::move(numbers)}};
    return json::serialize(object);
}

std::string describe(const StoredTicket& stored) {
    const Ticket& t = stored.ticket;
    // Null rather than left out: here a difference is looked for.
    const auto instant = [](const std::optional<Instant>& at) {
        return at ? json::value(format_instant(*at)) : json::value(nullptr);
    };
    json::object object{{"issue", write_issue(stored)},
                        {"service", text_of(t.service)},
                        {"state", to_text(t.state)},
                        {"calls", t.calls},
                        {"first_called_at", instant(t.first_called_at)},
                        {"last_called_at", instant(t.last_called_at)},
                        {"started_at", instant(t.started_at)},
                        {"served_s", t.served_for.count()},
                        {"ended_at", instant(t.ended_at)},
                        {"sent_away", t.sent_away}};
    if (t.counter) object.emplace("counter", *t.counter);
    if (t.re_entry) {
        object.emplace("re_entry_at", format_instant(t.re_entry->at));
        object.emplace("lets_pass", t.re_entry->lets_pass);
    }
    return json::serialize(object);
}

} // namespace core::payload
