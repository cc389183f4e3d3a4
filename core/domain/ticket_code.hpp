#pragma once

#include "core/domain/civil_time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace core {

/// `T230103-A012`: the day and the number, unique for ever within the office (law.md §7).
std::string make_ticket_code(Day day, std::string_view number);

/// What a ticket's code says.
struct TicketCodeParts {
    Day day;
    std::string number;
};

/// None for anything else than a ticket's code; the number is taken as it is written.
std::optional<TicketCodeParts> parse_ticket_code(std::string_view code);

} // namespace core
