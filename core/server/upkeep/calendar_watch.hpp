#pragma once

#include "core/domain/instant.hpp"
#include "core/domain/once_a_day.hpp"

#include <chrono>
#include <span>

namespace server {

/// Tells the log which years the calendar lacks: once a day, and not at all where it lacks none.
/// Belongs to the network thread.
class CalendarWatch {
public:
    /// `asked_for`: the years that the office is to load by `today`.
    void look(std::span<const std::chrono::year> asked_for, core::Day today);

private:
    core::OnceADay telling_;
};

} // namespace server
