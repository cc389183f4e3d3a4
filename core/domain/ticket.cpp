#include "core/domain/ticket.hpp"

#include <cassert>

namespace core {

Result<void> check_queue_rules(const QueueRules& rules) {
    const auto refuse = [](const char* code) { return Error{ErrorKind::invalid_input, code}; };
    if (rules.priority_calls_in_a_row < 1) return refuse("queue-priority-run-too-small");
    if (rules.recall_after.count() < 0) return refuse("queue-recall-time-negative");
    if (rules.calls_before_no_show < 1) return refuse("queue-calls-too-few");
    if (rules.reentry_after < 0) return refuse("queue-reentry-negative");
    if (rules.services_for_estimate < 1) return refuse("queue-estimate-too-few");
    if (rules.grace_after_closing.count() < 0) return refuse("queue-grace-negative");
    return {};
}

std::string make_ticket_number(char letter, int n) {
    assert(is_service_letter(letter) && n >= 1);
    constexpr std::size_t digits_at_least = 3;
    const std::string digits = std::to_string(n);
    std::string number(1, letter);
    if (digits.size() < digits_at_least) number.append(digits_at_least - digits.size(), '0');
    return number + digits;
}

bool is_service_letter(char letter) { return letter >= 'A' && letter <= 'Z'; }

bool is_live(TicketState state) {
    return state == TicketState::waiting || state == TicketState::called ||
           state == TicketState::serving || state == TicketState::held;
}

bool is_at_counter(TicketState state) {
    return state == TicketState::called || state == TicketState::serving;
}

std::string_view to_text(TicketState state) { return ticket_states.text(state); }

std::string_view to_text(PriorityKind kind) { return priorities.text(kind); }

std::optional<TicketState> parse_ticket_state(std::string_view text) {
    return ticket_states.parse(text);
}

std::optional<PriorityKind> parse_priority_kind(std::string_view text) {
    return priorities.parse(text);
}

} // namespace core
