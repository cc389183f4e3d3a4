#include "kiosk/room.hpp"

#include "core/api/json_text.hpp"
#include "kiosk/json_members.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

namespace kiosk {

namespace json = boost::json;

namespace {

bool flag_of(const json::object& from, const char* name, bool otherwise) {
    const json::value* value = from.if_contains(name);
    return value && value->is_bool() ? value->get_bool() : otherwise;
}

std::optional<RoomClosed> read_closed(const json::object& from) {
    const json::value* value = from.if_contains("closed");
    if (!value || !value->is_object()) return std::nullopt;
    RoomClosed closed{text_or(value->get_object(), "code"), {}};
    for (const json::value& hours : value->at("hours").as_array()) {
        closed.hours.push_back(
            {text_or(hours.as_object(), "from"), text_or(hours.as_object(), "to")});
    }
    return closed;
}

RoomService read_service(const json::object& from) {
    RoomService service;
    service.letter = text_or(from, "letter").at(0);
    service.name = text_or(from, "name");
    service.returns = flag_of(from, "returns", false);
    service.is_open = flag_of(from, "open", true);
    service.closed_text = text_or(from, "closed_text");
    service.closed = read_closed(from);
    if (const json::value* fields = from.if_contains("fields"); fields && fields->is_array()) {
        for (const json::value& field : fields->get_array()) {
            if (field.is_string()) service.fields.emplace_back(field.get_string());
        }
    }
    if (const json::value* waiting = from.if_contains("waiting"); waiting && waiting->is_int64())
        service.waiting = waiting->to_number<int>();
    const json::value* seconds = from.if_contains("expected_wait_s");
    if (seconds && seconds->is_number()) service.expected_wait = text_or(from, "expected_wait");
    service.wait = read_wait(from);
    return service;
}

} // namespace

std::optional<WaitMinutes> read_wait(const json::object& from) {
    const json::value* minutes = from.if_contains("expected_wait_minutes");
    if (!minutes || !minutes->is_object()) return std::nullopt;
    return WaitMinutes{minutes->at("low").to_number<int>(), minutes->at("high").to_number<int>()};
}

json::object wait_json(const WaitMinutes& wait) { return {{"low", wait.low}, {"high", wait.high}}; }

std::string Room::desk_in(words::Language language) const {
    return desk.empty() ? words::say(language, "desk-usual") : desk;
}

std::string Room::counters_of(char service) const {
    std::string numbers;
    for (const RoomCounter& counter : counters) {
        if (counter.services.find(service) == std::string::npos) continue;
        numbers += (numbers.empty() ? "" : ", ") + std::to_string(counter.number);
    }
    return numbers;
}

std::vector<ServiceLine> Room::service_lines() const {
    std::vector<ServiceLine> lines;
    for (const RoomService& service : services)
        lines.push_back({service.letter, service.name, service.returns});
    return lines;
}

Room read_room(std::string_view text) {
    const json::value value = json::parse({text.data(), text.size()});
    const json::object& object = value.as_object();
    Room room;
    room.office = text_or(object, "office");
    room.desk = text_or(object, "desk");
    room.is_practice = flag_of(object, "practice", false);
    if (const auto now = core::parse_instant(text_or(object, "now"))) room.now = *now;
    for (const json::value& service : object.at("services").as_array())
        room.services.push_back(read_service(service.as_object()));
    for (const json::value& counter : object.at("counters").as_array()) {
        room.counters.push_back(
            {counter.at("number").to_number<int>(), text_or(counter.as_object(), "services")});
    }
    return room;
}

std::string kept_room(const Room& room) {
    json::array services;
    for (const RoomService& service : room.services) {
        services.push_back({{"letter", std::string(1, service.letter)},
                            {"name", service.name},
                            {"returns", service.returns}});
    }
    json::array counters;
    for (const RoomCounter& counter : room.counters)
        counters.push_back({{"number", counter.number}, {"services", counter.services}});
    return api::to_text({{"office", room.office},
                         {"desk", room.desk},
                         {"practice", room.is_practice},
                         {"services", std::move(services)},
                         {"counters", std::move(counters)}});
}

} // namespace kiosk
