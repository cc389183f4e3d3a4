#pragma once

#include "core/domain/result.hpp"
#include "core/domain/working_calendar.hpp"

#include <optional>

namespace core {

/// When citizens find somebody: while the office works, and while it gives tickets where those
/// hours differ. The end of a session belongs to it here: results are promised for the close of a
/// day.
struct OpenHours {
    const WorkingCalendar& calendar;
    std::optional<WeekSessions> reception{};
};

/// The first moment from `from` on at which somebody is there.
Instant next_open(const OpenHours& hours, Instant from);

/// Whether a citizen may be told to come then: the moment is yet to come, and somebody is there.
/// Refuses any other about `new_appointment`, with the next moment that is possible.
Result<void> check_appointment(const OpenHours& hours, Instant appointment, Instant now);

} // namespace core
