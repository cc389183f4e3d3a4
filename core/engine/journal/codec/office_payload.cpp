// office := { name, desk, parent, agency_code, timezone, hours: week, reception: week,
//             counters: [ { number, name, services: [ letter ] } ],
//             services: [ { letter, name, fields: [ field ], returns, hours: week, daily_limit } ],
//             queue: { priority_calls_in_a_row, recall_after_s, calls_before_no_show,
//                      reentry_after, services_for_estimate,
//                      grace_after_closing_min } }
// week   := seven lists, from Monday, of sessions as format_working_session() writes them
//
// The same text stands in the row of the office: verification compares them letter by letter. So a
// member that came later is left out where it says the usual thing.

#include "core/engine/journal/codec/office_payload.hpp"

#include "core/domain/failure.hpp"

#include <boost/json.hpp>

#include <exception>
#include <stdexcept>

namespace core {

namespace json = boost::json;

namespace {

json::array to_json(const std::vector<std::string>& texts) {
    return json::array(texts.begin(), texts.end());
}

json::array to_json(const WeekSessions& week) {
    json::array days;
    for (const auto& sessions : week) {
        json::array day;
        for (const WorkingSession& session : sessions)
            day.emplace_back(format_working_session(session));
        days.emplace_back(std::move(day));
    }
    return days;
}

json::object to_json(const CounterConfig& counter) {
    return {{"number", counter.number},
            {"name", counter.name},
            {"services", to_json(counter.services)}};
}

json::object to_json(const ServiceConfig& service) {
    json::object object{{"letter", std::string(1, service.letter)},
                        {"name", service.name},
                        {"fields", to_json(service.fields)},
                        {"returns", service.returns}};
    if (service.hours) object.emplace("hours", to_json(*service.hours));
    if (service.daily_limit) object.emplace("daily_limit", *service.daily_limit);
    return object;
}

// The readers throw std::exception on whatever office_to_json() does not write.

std::string read_text(const json::value& value) { return std::string(value.as_string()); }

std::vector<std::string> read_texts(const json::value& value) {
    std::vector<std::string> texts;
    for (const json::value& item : value.as_array()) texts.push_back(read_text(item));
    return texts;
}

WeekSessions read_week(const json::value& value) {
    WeekSessions week;
    const json::array& days = value.as_array();
    if (days.size() != week.size()) throw Failure({"payload-unreadable", {{"what", "hours"}}});
    for (std::size_t day = 0; day < week.size(); ++day) {
        for (const json::value& item : days[day].as_array()) {
            const auto session = parse_working_session(read_text(item));
            if (!session) throw Failure(session.error().message);
            week.at(day).push_back(*session);
        }
    }
    return week;
}

json::object to_json(const QueueRules& rules) {
    json::object object{{"priority_calls_in_a_row", rules.priority_calls_in_a_row},
                        {"recall_after_s", rules.recall_after.count()},
                        {"calls_before_no_show", rules.calls_before_no_show},
                        {"reentry_after", rules.reentry_after},
                        {"services_for_estimate", rules.services_for_estimate}};
    // Older journals have none, and an office that closes at closing needs none.
    if (rules.grace_after_closing.count() != 0)
        object.emplace("grace_after_closing_min", rules.grace_after_closing.count());
    return object;
}

QueueRules read_queue(const json::object& object) {
    const json::value* grace = object.if_contains("grace_after_closing_min");
    return {object.at("priority_calls_in_a_row").to_number<int>(),
            std::chrono::seconds{object.at("recall_after_s").to_number<int>()},
            object.at("calls_before_no_show").to_number<int>(),
            object.at("reentry_after").to_number<int>(),
            object.at("services_for_estimate").to_number<int>(),
            std::chrono::minutes{grace ? grace->to_number<int>() : 0}};
}

CounterConfig read_counter(const json::object& object) {
    return {object.at("number").to_number<int>(), read_text(object.at("name")),
            read_texts(object.at("services"))};
}

ServiceConfig read_service(const json::object& object) {
    ServiceConfig service;
    const std::string letter = read_text(object.at("letter"));
    if (letter.size() != 1) throw Failure({"payload-unreadable", {{"what", "letter"}}});
    service.letter = letter.front();
    service.name = read_text(object.at("name"));
    service.fields = read_texts(object.at("fields"));
    service.returns = object.at("returns").as_bool();
    if (const auto* hours = object.if_contains("hours")) service.hours = read_week(*hours);
    if (const auto* limit = object.if_contains("daily_limit")) {
        service.daily_limit = limit->to_number<int>();
    }
    return service;
}

Office read_office(const json::object& object) {
    Office office;
    office.name = read_text(object.at("name"));
    office.desk = read_text(object.at("desk"));
    office.parent = read_text(object.at("parent"));
    office.agency_code = read_text(object.at("agency_code"));
    office.timezone = read_text(object.at("timezone"));
    office.hours = read_week(object.at("hours"));
    if (const auto* reception = object.if_contains("reception")) {
        office.reception = read_week(*reception);
    }
    for (const json::value& counter : object.at("counters").as_array()) {
        office.counters.push_back(read_counter(counter.as_object()));
    }
    for (const json::value& service : object.at("services").as_array()) {
        office.services.push_back(read_service(service.as_object()));
    }
    if (const auto* queue = object.if_contains("queue")) {
        office.queue = read_queue(queue->as_object());
    }
    return office;
}

} // namespace

std::string office_to_json(const Office& office) {
    json::object object{{"name", office.name},         {"desk", office.desk},
                        {"parent", office.parent},     {"agency_code", office.agency_code},
                        {"timezone", office.timezone}, {"hours", to_json(office.hours)}};
    if (office.reception) object.emplace("reception", to_json(*office.reception));
    json::array counters;
    for (const CounterConfig& counter : office.counters) counters.emplace_back(to_json(counter));
    object.emplace("counters", std::move(counters));
    json::array services;
    for (const ServiceConfig& service : office.services) services.emplace_back(to_json(service));
    object.emplace("services", std::move(services));
    // Left out where it is the usual one: an office stored before stays the same text.
    if (!(office.queue == QueueRules{})) object.emplace("queue", to_json(office.queue));
    return json::serialize(object);
}

Result<Office> office_from_json(std::string_view text) {
    try {
        return read_office(json::parse({text.data(), text.size()}).as_object());
    } catch (const std::exception& error) {
        return Error{
            ErrorKind::invalid_input,
            {"stored-office-unreadable", {{"why", std::vector<Message>{message_of(error)}}}}};
    }
}

} // namespace core
