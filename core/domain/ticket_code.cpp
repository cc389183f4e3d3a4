#include "core/domain/ticket_code.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/named_code.hpp"
#include "core/domain/ticket.hpp"

#include <algorithm>

namespace core {

namespace {

/// Where the date of `T230103-A012` ends, and how short a number may be.
constexpr std::size_t date_end = 7;
constexpr std::size_t shortest_number = 4;

constexpr std::size_t most_ticket_digits = 6;

/// The letters and digits of a key, without what people write between them.
std::string squeezed_ticket(std::string_view written) {
    std::string letters = code_key(code_named_in(written));
    std::erase_if(letters, [](char c) {
        return std::string_view("-_/.,:").find(c) != std::string_view::npos;
    });
    return letters;
}

/// Digits, and letters O for zeros; none for anything else.
std::optional<std::string> ticket_digits(std::string_view text) {
    std::string digits(text);
    std::ranges::replace(digits, 'O', '0');
    return all_digits(digits) ? std::optional(digits) : std::nullopt;
}

/// Of a letter and digits.
std::optional<std::string> whole_ticket_number(std::string_view letters) {
    if (letters.size() < 2 || letters.size() > most_ticket_digits + 1 ||
        !is_service_letter(letters.front()))
        return std::nullopt;
    const auto digits = ticket_digits(letters.substr(1));
    const int number = digits ? std::stoi(*digits) : 0;
    return number > 0 ? std::optional(make_ticket_number(letters.front(), number)) : std::nullopt;
}

} // namespace

std::optional<std::string> read_ticket_number(std::string_view written) {
    return whole_ticket_number(squeezed_ticket(written));
}

std::optional<std::string> read_ticket_code(std::string_view written) {
    const std::string letters = squeezed_ticket(written);
    if (!letters.starts_with('T') || letters.size() <= date_end) return std::nullopt;
    const auto date = ticket_digits(std::string_view(letters).substr(1, date_end - 1));
    const auto number = whole_ticket_number(std::string_view(letters).substr(date_end));
    if (!date || !number) return std::nullopt;
    const std::string code = "T" + *date + "-" + *number;
    return parse_ticket_code(code) ? std::optional(code) : std::nullopt;
}

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
