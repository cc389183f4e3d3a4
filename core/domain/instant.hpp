#pragma once

#include <chrono>

namespace core {

/// A moment, in UTC seconds: how times are stored and sent.
using Instant = std::chrono::sys_seconds;

/// A date of the office.
using Day = std::chrono::local_days;

/// A moment on the office's wall clock. Exists only inside the rules.
using LocalTime = std::chrono::local_seconds;

} // namespace core
