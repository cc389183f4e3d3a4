#pragma once

#include "core/domain/civil_time.hpp"

namespace core {

/// Where the program gets the moment from; tests and the practice clock give their own.
class Clock {
public:
    virtual ~Clock() = default;

    virtual Instant now() const = 0;
};

} // namespace core
