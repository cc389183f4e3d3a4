#include "core/server/http/feed_message.hpp"

#include "core/api/json_text.hpp"
#include "core/domain/dossier_life.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/engine/journal/bookkeeping.hpp"
#include "core/engine/journal/codec/ticket_payload.hpp"
#include "core/engine/journal/replay.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <algorithm>

namespace server {

namespace json = boost::json;

namespace {

bool is_ticket_event(const core::Event& event) {
    return event.act == to_text(core::OfficeEvent::ticket_issued) ||
           core::ticket_act_of(event.act).has_value();
}

/// The members of the payload that may be told; a ticket's person and device may not.
json::object told_of(const core::Event& event, std::initializer_list<json::string_view> members) {
    json::object data;
    json::error_code error;
    const json::value payload = json::parse({event.payload.data(), event.payload.size()}, error);
    if (error || !payload.is_object()) return data;
    for (const json::string_view member : members) {
        if (const json::value* value = payload.get_object().if_contains(member))
            data[member] = *value;
    }
    return data;
}

/// An act that begins a dossier says by itself where it stands then.
void add_beginning(const core::Event& event, json::object& data) {
    const auto act = core::parse_act(event.act);
    if (!act || !core::begins_dossier(event)) return;
    if (const auto begun = core::begun_state(*act)) {
        data["state"] = to_text(*begun);
        data["version"] = 1;
    }
}

json::object data_of(const core::Event& event) {
    json::object data;
    switch (topic_of(event)) {
    case topic::queue:
        data = told_of(event, {"number", "service", "state", "priority", "counter", "calls",
                               "to_service", "arrived_at", "day"});
        data["code"] = event.subject;
        break;
    case topic::dossiers:
        data = told_of(event, {"state", "version", "due_at", "agency"});
        add_beginning(event, data);
        data["code"] = event.subject;
        data["act"] = event.act;
        break;
    default:
        data["subject"] = event.subject;
    }
    return data;
}

struct TopicName {
    Topics topic;
    std::string_view name;
};

constexpr TopicName topic_names[] = {
    {topic::queue, "queue"}, {topic::dossiers, "dossiers"}, {topic::office, "office"}};

/// What is no topic that can be asked for is the system's own.
std::string_view name_of(Topics topics) {
    const auto* const found = std::ranges::find(topic_names, topics, &TopicName::topic);
    return found == std::end(topic_names) ? "system" : found->name;
}

std::string message(
    std::int64_t seq, Topics topics, const std::string& type, core::Instant at, json::object data) {
    const std::string_view name = name_of(topics);
    json::object object{{"seq", seq},
                        {"topic", json::string_view(name.data(), name.size())},
                        {"type", type},
                        {"at", core::format_instant(at)},
                        {"data", std::move(data)}};
    return api::to_text(std::move(object));
}

} // namespace

std::string known_topics() {
    std::vector<std::string_view> names;
    for (const TopicName& each : topic_names) names.push_back(each.name);
    return core::list_of({"topic", names});
}

std::optional<Topics> parse_topics(std::string_view text) {
    Topics topics = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        const std::string_view name = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto* const found = std::ranges::find(topic_names, name, &TopicName::name);
        if (found == std::end(topic_names)) return std::nullopt;
        topics |= found->topic;
    }
    return topics == 0 ? topic::queue : topics;
}

Topics topic_of(const core::Event& event) {
    if (is_ticket_event(event)) return topic::queue;
    if (core::is_dossier_event(event)) return topic::dossiers;
    for (const core::OfficeEvent act :
         {core::OfficeEvent::office_set, core::OfficeEvent::catalogue_changed,
          core::OfficeEvent::calendar_changed, core::OfficeEvent::user_set,
          core::OfficeEvent::device_set}) {
        if (event.act == core::to_text(act)) return topic::office;
    }
    return 0;
}

std::vector<std::string_view> events_of(Topics topic) {
    std::vector<std::string_view> types;
    for (const std::string_view type : core::event_types()) {
        core::Event event;
        event.act = type;
        if (topic_of(event) == topic) types.push_back(type);
    }
    return types;
}

std::string message_of(const core::Event& event) {
    return message(event.seq, topic_of(event), event.act, event.recorded_at, data_of(event));
}

std::string reload_message(std::int64_t seq, core::Instant now) {
    return message(seq, 0, "reload", now, {});
}

} // namespace server
