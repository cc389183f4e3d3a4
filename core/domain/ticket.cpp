#include "core/domain/ticket.hpp"

#include <cassert>
#include <cstdlib>
#include <iterator>

namespace core {

namespace {

// One row per value: the word on the wire and the words on the page cannot drift apart.
template <typename Value>
struct Naming {
    Value value;
    std::string_view text;
    std::string_view shown;
};

constexpr Naming<TicketState> states[] = {
    {TicketState::waiting, "waiting", "đang chờ gọi"},
    {TicketState::called, "called", "đã được gọi"},
    {TicketState::serving, "serving", "đang được phục vụ"},
    {TicketState::held, "held", "đang tạm giữ"},
    {TicketState::done, "done", "đã phục vụ xong"},
    {TicketState::no_show, "no_show", "đã ghi vắng mặt"},
    {TicketState::expired, "expired", "đã hết hiệu lực"},
};

constexpr Naming<PriorityKind> priorities[] = {
    {PriorityKind::age_80_or_older, "age_80_or_older", "người từ 80 tuổi"},
    {PriorityKind::severely_disabled, "severely_disabled", "người khuyết tật nặng"},
    {PriorityKind::pregnant, "pregnant", "phụ nữ mang thai"},
    {PriorityKind::child_under_36_months, "child_under_36_months", "có con dưới 36 tháng tuổi"},
    {PriorityKind::war_invalid, "war_invalid", "thương binh"},
    {PriorityKind::other, "other", "ưu tiên khác"},
};

template <typename Value, std::size_t size>
const Naming<Value>& row_of(const Naming<Value> (&rows)[size], Value value) {
    for (const auto& row : rows) {
        if (row.value == value) return row;
    }
    assert(false && "an enumerator without a word");
    std::abort();
}

template <typename Value, std::size_t size>
std::optional<Value> parse(const Naming<Value> (&rows)[size], std::string_view text) {
    for (const auto& row : rows) {
        if (row.text == text) return row.value;
    }
    return std::nullopt;
}

} // namespace

Result<void> check_queue_rules(const QueueRules& rules) {
    const auto refuse = [](const char* message) {
        return Error{ErrorKind::invalid_input, message};
    };
    if (rules.priority_calls_in_a_row < 1) return refuse("Số lượt ưu tiên liên tiếp phải từ 1.");
    if (rules.recall_after.count() < 0) return refuse("Thời gian chờ gọi lại không được âm.");
    if (rules.calls_before_no_show < 1) return refuse("Số lần gọi trước khi ghi vắng phải từ 1.");
    if (rules.reentry_after < 0) return refuse("Số lượt nhường khi quay lại không được âm.");
    if (rules.services_for_estimate < 1) return refuse("Số lượt để ước tính phải từ 1.");
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

std::string_view to_text(TicketState state) { return row_of(states, state).text; }

std::string_view to_text(PriorityKind kind) { return row_of(priorities, kind).text; }

std::optional<TicketState> parse_ticket_state(std::string_view text) { return parse(states, text); }

std::optional<PriorityKind> parse_priority_kind(std::string_view text) {
    return parse(priorities, text);
}

std::string_view show(TicketState state) { return row_of(states, state).shown; }

std::string_view show(PriorityKind kind) { return row_of(priorities, kind).shown; }

} // namespace core
