#pragma once

#include "core/domain/message.hpp"
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

/// Whether a citizen may be told to come then. Refuses a moment that is over, about
/// `new_appointment`, with the earliest one at which somebody is there.
Result<void> check_appointment(const OpenHours& hours, Instant appointment, Instant now);

/// What to tell of a moment at which nobody is there, with the next one at which somebody is. It is
/// allowed: an office may promise to stay.
std::optional<Message> appointment_notice(const OpenHours& hours, Instant appointment);

} // namespace core
