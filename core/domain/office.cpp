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
            return Error{ErrorKind::invalid_input, "session-ends-before-start"};
        }
    }
    return Error{ErrorKind::invalid_input, "not-a-session"};
}

std::string format_working_session(WorkingSession session) {
    return format_clock(session.from) + "-" + format_clock(session.to);
}

} // namespace core
