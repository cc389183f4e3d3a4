// What the kiosk tells of itself: to its pages, and to the core.

#include "core/api/json_text.hpp"
#include "core/domain/ticket.hpp"
#include "kiosk/kiosk.hpp"

#include <boost/json/value.hpp>

namespace kiosk {

namespace json = boost::json;

namespace {

constexpr std::chrono::seconds parts_interval{30};

struct Priority {
    core::PriorityKind kind;
    const char* name;
    const char* name_en;
};

constexpr std::array<Priority, 5> priorities = {{
    {core::PriorityKind::age_80_or_older, "Người từ đủ 80 tuổi", "Aged 80 or older"},
    {core::PriorityKind::severely_disabled, "Người khuyết tật nặng, đặc biệt nặng",
     "Severely disabled"},
    {core::PriorityKind::pregnant, "Phụ nữ mang thai", "Pregnant"},
    {core::PriorityKind::child_under_36_months, "Người có con dưới 36 tháng tuổi",
     "With a child under 36 months"},
    {core::PriorityKind::war_invalid, "Thương binh, người có công", "War invalid"},
}};

json::string_view text(std::string_view from) { return {from.data(), from.size()}; }

json::array priorities_json() {
    json::array array;
    for (const Priority& each : priorities) {
        array.push_back({{"kind", text(core::to_text(each.kind))},
                         {"name", each.name},
                         {"name_en", each.name_en}});
    }
    return array;
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
    if (is_online && service.waiting) object["waiting"] = *service.waiting;
    if (is_online && service.expected_wait) object["expected_wait"] = *service.expected_wait;
    return object;
}

/// `ok`, `missing`, `none`: of all scanners together.
const char* scanners_word(const std::vector<bool>& are_there) {
    if (are_there.empty()) return "none";
    return std::find(are_there.begin(), are_there.end(), false) == are_there.end() ? "ok"
                                                                                   : "missing";
}

} // namespace

std::string Kiosk::state_json(bool with_now) const {
    json::array services;
    json::object left;
    const core::Day today = core::local_date(now());
    for (const RoomService& service : room_.services) {
        services.push_back(service_json(service, is_online_));
        left[std::string(1, service.letter)] = book_.numbers_left(service.letter, today);
    }
    json::object state{
        {"agent", "kiosk"},
        {"core", {{"online", is_online_}, {"lost_since", nullptr}}},
        {"printer", {{"state", text(to_text(printer_health_))}, {"text", show(printer_health_)}}},
        {"scanner", {{"state", scanners_word(scanner_is_there_)}}},
        {"office", {{"name", room_.office}, {"desk", room_.desk}}},
        {"services", std::move(services)},
        {"priorities", priorities_json()},
        {"offline_numbers_left", std::move(left)},
        {"practice", room_.is_practice}};
    if (lost_since_) state["core"].as_object()["lost_since"] = core::format_instant(*lost_since_);
    if (with_now) state["now"] = core::format_instant(now());
    return api::to_text(state);
}

void Kiosk::publish() {
    if (settings_.is_board) return;
    std::string state = state_json(false);
    if (state == told_state_) return;
    told_state_ = std::move(state);
    hub_.tell("{\"type\":\"state\",\"data\":" + state_json(true) + "}");
}

/// A card's data stays here: the page learns that there was one.
void Kiosk::scanned(const scanner::LiveScan& scan) {
    json::object data;
    switch (scan.payload.kind) {
    case scanner::PayloadKind::dossier:
        data = {{"kind", "dossier"}, {"code", scan.payload.code}};
        break;
    case scanner::PayloadKind::ticket:
        data = {{"kind", "ticket"}, {"code", scan.payload.code}};
        break;
    case scanner::PayloadKind::citizen_id:
        data = {{"kind", "card"}, {"text", "Đã nhận thẻ"}};
        break;
    case scanner::PayloadKind::other:
        data = {{"kind", "unknown"},
                {"text", "Mã này không phải của phường: hãy đưa giấy hẹn hoặc phiếu số"}};
        break;
    }
    hub_.tell(api::to_text({{"type", "scan"}, {"data", std::move(data)}}));
}

void Kiosk::scanner_said(std::size_t scanner, const std::string& sentence) {
    const auto says = [&](const char* words) { return sentence.find(words) != std::string::npos; };
    if (says("(is there)")) {
        scanner_is_there_[scanner] = true;
    } else if (says("(is not there") || says("(failed)")) {
        scanner_is_there_[scanner] = false;
    }
    publish();
}

/// Every half minute and on a change; a core that does not know the route does not mind.
void Kiosk::tell_device_state() {
    if (!is_online_) return;
    json::array parts;
    parts.push_back({{"part", "printer"},
                     {"name", settings_.profile.name},
                     {"state", text(to_text(printer_health_))},
                     {"text", show(printer_health_)}});
    for (std::size_t i = 0; i < scanner_is_there_.size(); ++i) {
        parts.push_back({{"part", "scanner"},
                         {"name", scanner::to_text(settings_.scanners[i])},
                         {"state", scanner_is_there_[i] ? "ok" : "missing"},
                         {"text", ""}});
    }
    parts.push_back({{"part", "page"},
                     {"name", "kiosk"},
                     {"state", hub_.pages() > 0 ? "ok" : "missing"},
                     {"text", ""}});
    std::string told = api::to_text({{"parts", std::move(parts)}, {"version", MOTCUA_VERSION}});
    if (told == told_parts_ && now() - parts_told_at_ < parts_interval) return;
    told_parts_ = told;
    parts_told_at_ = now();
    agent::CoreCall request;
    request.method = "PUT";
    request.target = "/api/v1/devices/me/state";
    request.headers = {{"content-type", "application/json"}};
    request.body = std::move(told);
    call(calls_, std::move(request), [](const net::HttpReply*) {});
}

} // namespace kiosk
