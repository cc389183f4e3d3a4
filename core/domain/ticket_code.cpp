#include "core/domain/ticket_code.hpp"

namespace core {

namespace {

/// Where the date of `T230103-A012` ends, and how short a number may be.
constexpr std::size_t date_end = 7;
constexpr std::size_t shortest_number = 4;

} // namespace

std::string make_ticket_code(Day day, std::string_view number) {
    const std::string date = format_date(day); // 2023-01-03
    return "T" + date.substr(2, 2) + date.substr(5, 2) + date.substr(8, 2) + "-" +
           std::string(number);
}

std::optional<TicketCodeParts> parse_ticket_code(std::string_view code) {
    if (code.size() < date_end + 1 + shortest_number || code.front() != 'T' ||
        code[date_end] != '-')
        return std::nullopt;
    const std::string digits(code.substr(1, date_end - 1));
    const auto day = parse_date("20" + digits.substr(0, 2) + "-" + digits.substr(2, 2) + "-" +
                                digits.substr(4, 2));
    if (!day) return std::nullopt;
    return TicketCodeParts{*day, std::string(code.substr(date_end + 1))};
}

} // namespace core
