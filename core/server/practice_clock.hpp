#pragma once

#include "core/engine/ports/clock.hpp"

#include <chrono>

namespace server {

/// A made-up time that runs faster than the real one, so that a day can be lived through in
/// minutes. For databases made for practice only. May be read from many threads.
class PracticeClock : public core::Clock {
public:
    PracticeClock(core::Instant start, int speed)
        : start_(start), speed_(speed), began_(std::chrono::steady_clock::now()) {}

    core::Instant now() const override {
        const auto passed = (std::chrono::steady_clock::now() - began_) * speed_;
        return start_ + std::chrono::floor<std::chrono::seconds>(passed);
    }

private:
    core::Instant start_;
    int speed_;
    std::chrono::steady_clock::time_point began_;
};

} // namespace server
