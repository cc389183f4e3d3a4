#include "core/domain/dossier_code.hpp"

#include <cassert>
#include <charconv>

namespace core {

std::string make_dossier_code(std::string_view agency_code, Day received, int number) {
    assert(number >= 1);
    const std::string date = format_date(received);
    std::string digits = std::to_string(number);
    if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
    return std::string(agency_code) + "-" + date.substr(2, 2) + date.substr(5, 2) +
           date.substr(8, 2) + "-" + digits;
}

std::optional<DossierCodeParts> parse_dossier_code(std::string_view agency_code,
                                                   std::string_view code) {
    constexpr std::size_t date_and_dashes = 8;
    constexpr std::size_t most_digits = 9;
    if (!code.starts_with(agency_code)) return std::nullopt;
    code.remove_prefix(agency_code.size());
    if (code.size() < date_and_dashes + 4 || code[0] != '-' || code[7] != '-') return std::nullopt;

    const std::string_view digits = code.substr(date_and_dashes);
    int number = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), number);
    const bool plain = digits.size() == 4 || digits.front() != '0';
    if (error != std::errc{} || end != digits.end() || number < 1 || !plain ||
        digits.size() > most_digits) {
        return std::nullopt;
    }
    const auto day =
        parse_date("20" + std::string(code.substr(1, 2)) + "-" + std::string(code.substr(3, 2)) +
                   "-" + std::string(code.substr(5, 2)));
    if (!day) return std::nullopt;
    return DossierCodeParts{*day, number};
}

} // namespace core
