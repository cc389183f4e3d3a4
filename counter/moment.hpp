#pragma once

#include "core/domain/civil_time.hpp"

#include <functional>

namespace counter {

/// Tells the moment; any thread.
using Moment = std::function<core::Instant()>;

} // namespace counter
