#include "counter/device_report.hpp"

#include "core/api/json_text.hpp"

#include <boost/json/value.hpp>

#include <utility>

namespace counter {

DeviceReport::DeviceReport(agent::CoreCalls& core,
                           net::HttpServer& server,
                           std::optional<agent::DeviceKey> key,
                           std::string version)
    : core_(core), server_(server), key_(std::move(key)), version_(std::move(version)) {}

void DeviceReport::send(const MachineState& state) {
    if (!key_ || !state.core_online || is_under_way_) return;
    agent::CoreCall call{
        "PUT",
        "/api/v1/devices/me/state",
        {{"Authorization", "Bearer " + key_->key}, {"Content-Type", "application/json"}},
        api::to_text(report_json(state, version_))};
    // What it answers changes nothing here: an older core does not know the route.
    is_under_way_ = core_.submit(std::move(call), [this](net::HttpReply*) {
        server_.post([this] { is_under_way_ = false; });
    });
    if (is_under_way_) is_due_ = false;
}

} // namespace counter
