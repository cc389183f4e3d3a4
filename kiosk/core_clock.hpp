#pragma once

#include "core/agent/wall_clock.hpp"
#include "core/domain/civil_time.hpp"

#include <chrono>
#include <utility>

namespace kiosk {

/// The core's time, as far as the kiosk knows it: this machine's clock and how far it is off. The
/// server's thread.
class CoreClock {
public:
    explicit CoreClock(agent::WallClock system_time) : system_time_(std::move(system_time)) {}

    core::Instant now() const { return system_time_() + difference_; }

    /// What the core's clock shows now.
    void set(core::Instant core_now) { difference_ = core_now - system_time_(); }

private:
    agent::WallClock system_time_;
    std::chrono::seconds difference_{0};
};

} // namespace kiosk
