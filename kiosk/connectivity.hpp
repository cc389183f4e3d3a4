#pragma once

#include "kiosk/core_clock.hpp"

#include <functional>
#include <optional>
#include <utility>

namespace kiosk {

/// Whether the core can be reached: its events' socket stands, and the last touch was answered in
/// time. One that was not makes the core suspected until it has answered something. The server's
/// thread; no I/O.
class Connectivity {
public:
    /// `changed` is called when online becomes offline or offline online; not for the beginning,
    /// which is offline.
    Connectivity(const CoreClock& clock, std::function<void(bool online)> changed)
        : clock_(clock), changed_(std::move(changed)), lost_since_(clock.now()) {}

    bool is_online() const { return is_online_; }

    /// The socket stands; touches may not be asked for all that.
    bool is_connected() const { return is_connected_; }

    bool is_suspected() const { return is_suspected_; }

    /// None while it is online.
    std::optional<core::Instant> lost_since() const { return lost_since_; }

    void connection_changed(bool connected);

    /// The core did not answer in time.
    void suspect();

    /// It has answered.
    void trust();

private:
    void judge();

    const CoreClock& clock_;
    std::function<void(bool)> changed_;
    bool is_connected_ = false;
    bool is_suspected_ = false;
    bool is_online_ = false;
    std::optional<core::Instant> lost_since_;
};

} // namespace kiosk
