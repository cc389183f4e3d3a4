#include "kiosk/connectivity.hpp"

namespace kiosk {

void Connectivity::connection_changed(bool connected) {
    is_connected_ = connected;
    judge();
}

void Connectivity::suspect() {
    is_suspected_ = true;
    judge();
}

void Connectivity::trust() {
    is_suspected_ = false;
    judge();
}

void Connectivity::judge() {
    const bool online = is_connected_ && !is_suspected_;
    if (online == is_online_) return;
    is_online_ = online;
    lost_since_ = online ? std::nullopt : std::optional(clock_.now());
    changed_(online);
}

} // namespace kiosk
