#pragma once

#include "core/domain/instant.hpp"

#include <functional>

namespace agent {

/// Tells what this machine's clock shows. Any thread.
using WallClock = std::function<core::Instant()>;

} // namespace agent
