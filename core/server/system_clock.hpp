#pragma once

#include "core/engine/ports/clock.hpp"

namespace server {

/// The machine's clock: the only place that reads it.
class SystemClock : public core::Clock {
public:
    core::Instant now() const override {
        return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    }
};

} // namespace server
