#include "core/server/http/device_states.hpp"

namespace server {

void DeviceStates::note_seen(const std::string& id, core::Instant now, Moment moment) {
    State& state = states_[id];
    state.seen_at = now;
    state.seen = moment;
}

void DeviceStates::tell(const std::string& id, std::string version, std::vector<Part> parts) {
    State& state = states_[id];
    state.version = std::move(version);
    state.parts = std::move(parts);
}

const DeviceStates::State& DeviceStates::of(const std::string& id) const {
    static const State never_seen;
    const auto found = states_.find(id);
    return found == states_.end() ? never_seen : found->second;
}

bool DeviceStates::is_online(const std::string& id, Moment moment) const {
    const State& state = of(id);
    return state.seen_at && moment - state.seen < online_time;
}

} // namespace server
