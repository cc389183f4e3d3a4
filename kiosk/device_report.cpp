#include "kiosk/device_report.hpp"

#include "core/api/json_text.hpp"
#include "core/domain/device_part.hpp"
#include "printer/printer_health.hpp"

#include <boost/json/value.hpp>

#include <utility>

namespace kiosk {

namespace json = boost::json;

using core::DevicePart;

namespace {

constexpr std::chrono::seconds interval{30};

json::object
part(DevicePart kind, std::string_view name, std::string_view state, const std::string& sentence) {
    return {{"part", to_text(kind)}, {"name", name}, {"state", state}, {"text", sentence}};
}

std::string_view presence(bool is_there) { return to_text(core::presence_of(is_there)); }

} // namespace

void DeviceReport::tick(bool has_page) {
    if (!connectivity_.is_online()) return;
    const core::PrinterHealth health = devices_.printer_health();
    json::array parts;
    parts.push_back(part(DevicePart::printer, devices_.printer_name(), to_text(health),
                         words::say({}, printer::advice(health))));
    for (const Devices::Scanner& scanner : devices_.scanners())
        parts.push_back(part(DevicePart::scanner, scanner.name, presence(scanner.is_there), ""));
    parts.push_back(part(DevicePart::page, "kiosk", presence(has_page), ""));
    std::string told = api::to_text({{"parts", std::move(parts)}, {"version", MOTCUA_VERSION}});
    if (told == told_ && clock_.now() - told_at_ < interval) return;
    told_ = told;
    told_at_ = clock_.now();
    agent::CoreCall request;
    request.method = "PUT";
    request.target = "/api/v1/devices/me/state";
    request.headers = {{"content-type", "application/json"}};
    request.body = std::move(told);
    // What it answers changes nothing here: an older core does not know the route.
    core_.call(std::move(request), [](const net::HttpReply*) {});
}

} // namespace kiosk
