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

/// `A001` for `A1`, `a-001`, `A 1.` or `AO1`: a ticket's number as people write it. None for what
/// is none. Requires valid UTF-8.
std::optional<std::string> read_ticket_number(std::string_view written);

/// `T230103-A001` for `t230103a001`, `T230103/A-1`, likewise.
std::optional<std::string> read_ticket_code(std::string_view written);

} // namespace core
