#include "core/domain/office.hpp"

#include "core/domain/civil_time.hpp"

namespace core {

Result<WorkingSession> parse_working_session(std::string_view text) {
    const std::size_t dash = text.find('-');
    if (dash != std::string_view::npos) {
        const auto from = parse_clock(text.substr(0, dash));
        const auto to = parse_clock(text.substr(dash + 1));
        if (from && to && *from < *to) return WorkingSession{*from, *to};
        if (from && to) {
            return Error{ErrorKind::invalid_input, "a session must end after it starts"};
        }
    }
    return Error{ErrorKind::invalid_input,
                 "a session is written HH:MM-HH:MM, from 00:00 to 23:59, such as 07:30-11:30"};
}

std::string format_working_session(WorkingSession session) {
    return format_clock(session.from) + "-" + format_clock(session.to);
}

} // namespace core
