#pragma once

#include "core/engine/ports/clock.hpp"
#include "tests/support/office_samples.hpp"

namespace samples {

/// Stands still, on a Monday at midnight.
class StoppedClock : public core::Clock {
public:
    core::Instant now() const override { return at(date(2024, 5, 6), {}); }
};

} // namespace samples
