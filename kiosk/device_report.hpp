#pragma once

#include "kiosk/connectivity.hpp"
#include "kiosk/core_client.hpp"
#include "kiosk/core_clock.hpp"
#include "kiosk/devices.hpp"

#include <string>

namespace kiosk {

/// Tells the core how this machine's devices are (`PUT /devices/me/state`): on a change, and every
/// half minute. The server's thread.
class DeviceReport {
public:
    /// All must outlive this.
    DeviceReport(CoreClient& core,
                 const Connectivity& connectivity,
                 const CoreClock& clock,
                 const Devices& devices)
        : core_(core), connectivity_(connectivity), clock_(clock), devices_(devices) {}

    /// About once a second; `has_page` is whether the touch page is open.
    void tick(bool has_page);

private:
    CoreClient& core_;
    const Connectivity& connectivity_;
    const CoreClock& clock_;
    const Devices& devices_;
    std::string told_;
    core::Instant told_at_{};
};

} // namespace kiosk
