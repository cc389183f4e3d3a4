#include "core/domain/appointment.hpp"

#include "core/domain/civil_time.hpp"

#include <algorithm>
#include <vector>

namespace core {

namespace {

std::vector<WorkingSession> sessions_of(const OpenHours& hours, Day day) {
    std::vector<WorkingSession> sessions = hours.calendar.sessions(day);
    if (hours.reception) {
        const auto& given = sessions_on(day, *hours.reception, hours.calendar.special_days());
        sessions.insert(sessions.end(), given.begin(), given.end());
    }
    std::ranges::sort(sessions, {}, &WorkingSession::from);
    return sessions;
}

} // namespace

Instant next_open(const OpenHours& hours, Instant from) {
    const LocalTime time = to_local(from);
    const Day first = local_date(from);
    // The week has a session, so a day with one comes.
    for (Day day = first;; day += std::chrono::days{1}) {
        for (const WorkingSession& session : sessions_of(hours, day)) {
            const LocalTime begins{day + session.from};
            if (time <= day + session.to) return to_instant(std::max(time, begins));
        }
    }
}

Result<void> check_appointment(const OpenHours& hours, Instant appointment, Instant now) {
    if (appointment > now) return {};
    const Instant next =
        next_open(hours, std::chrono::ceil<std::chrono::minutes>(now + std::chrono::seconds{1}));
    return Error{ErrorKind::invalid_input,
                 {"appointment-past", {{"appointment", appointment}, {"next", next}}},
                 "new_appointment"};
}

std::optional<Message> appointment_notice(const OpenHours& hours, Instant appointment) {
    const Instant next = next_open(hours, appointment);
    if (next == appointment) return std::nullopt;
    return Message{"appointment-nobody-there", {{"appointment", appointment}, {"next", next}}};
}

} // namespace core
