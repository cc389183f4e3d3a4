#include "kiosk/page_state.hpp"

#include "core/api/json_text.hpp"
#include "core/domain/device_part.hpp"
#include "core/domain/ticket.hpp"
#include "core/words/words.hpp"
#include "printer/printer_health.hpp"

#include <boost/json/value.hpp>

#include <algorithm>

namespace kiosk {

namespace json = boost::json;

namespace {

json::array priorities_json() {
    const words::Language english = words::Language::find("en").value_or(words::Language());
    json::array array;
    for (const core::PriorityKind kind : core::priorities.values()) {
        if (kind == core::PriorityKind::other) continue; // whoever comes here says which
        const std::string_view name = core::to_text(kind);
        array.push_back({{"kind", name},
                         {"name", words::word(words::Language(), "priority", name)},
                         {"name_en", words::word(english, "priority", name)}});
    }
    return array;
}

json::object closed_json(const RoomClosed& closed) {
    json::array hours;
    for (const RoomHours& each : closed.hours)
        hours.push_back({{"from", each.from}, {"to", each.to}});
    return {{"code", closed.code}, {"hours", std::move(hours)}};
}

json::object service_json(const RoomService& service, bool is_online) {
    json::object object{{"letter", std::string(1, service.letter)},
                        {"name", service.name},
                        {"returns", service.returns},
                        {"open", service.is_open},
                        {"closed_text", service.closed_text},
                        {"fields", json::array(service.fields.begin(), service.fields.end())},
                        {"waiting", nullptr},
                        {"expected_wait", nullptr}};
    if (service.closed) object["closed"] = closed_json(*service.closed);
    if (is_online && service.waiting) object["waiting"] = *service.waiting;
    if (is_online && service.expected_wait) object["expected_wait"] = *service.expected_wait;
    if (is_online && service.wait) object["expected_wait_minutes"] = wait_json(*service.wait);
    return object;
}

json::object printer_json(core::PrinterHealth health, words::Language language) {
    const core::Message advice = printer::advice(health);
    return {
        {"state", to_text(health)}, {"text", words::say(language, advice)}, {"code", advice.code}};
}

/// Of all scanners together.
core::Presence presence(const std::vector<Devices::Scanner>& scanners) {
    if (scanners.empty()) return core::Presence::none;
    return core::presence_of(
        std::all_of(scanners.begin(), scanners.end(),
                    [](const Devices::Scanner& scanner) { return scanner.is_there; }));
}

} // namespace

std::string PageState::to_json(words::Language language, bool with_now) const {
    const bool is_online = connectivity.is_online();
    const Room& room = cache.room();
    json::array services;
    json::object left;
    for (const RoomService& service : room.services) {
        services.push_back(service_json(service, is_online));
        left[std::string(1, service.letter)] = tickets.numbers_left(service.letter);
    }
    json::object state{{"agent", "kiosk"},
                       {"core", {{"online", is_online}, {"lost_since", nullptr}}},
                       {"printer", printer_json(devices.printer_health(), language)},
                       {"scanner", {{"state", to_text(presence(devices.scanners()))}}},
                       {"office", {{"name", room.office}, {"desk", room.desk_in(language)}}},
                       {"services", std::move(services)},
                       {"priorities", priorities_json()},
                       {"offline_numbers_left", std::move(left)},
                       {"practice", room.is_practice}};
    if (const auto lost_since = connectivity.lost_since())
        state["core"].as_object()["lost_since"] = core::format_instant(*lost_since);
    if (with_now) state["now"] = core::format_instant(clock.now());
    return api::to_text(state);
}

} // namespace kiosk
