#include "scanner/payload.hpp"

#include "core/domain/code_payload.hpp"
#include "core/domain/dossier_code.hpp"
#include "scanner/ascii.hpp"

#include <algorithm>

namespace scanner {

namespace {

// Groups of an agency's code, `000.00.18.H55`: the Government's list has two to six.
constexpr int most_agency_groups = 6;
constexpr std::size_t longest_group = 4;
constexpr std::size_t longest_code = 48;

bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

/// Digits, or one capital and digits: `18`, `H55`.
bool is_agency_group(std::string_view group) {
    if (group.size() < 2 || group.size() > longest_group) return false;
    return all_digits(group.substr(1)) && (is_digit(group[0]) || is_capital(group[0]));
}

/// Two to six groups, one of which has the letter of the province or ministry.
bool is_agency_code(std::string_view code) {
    int groups = 0;
    int lettered = 0;
    while (true) {
        const auto dot = code.find('.');
        const std::string_view group = code.substr(0, dot);
        if (!is_agency_group(group)) return false;
        ++groups;
        lettered += is_capital(group[0]);
        if (dot == std::string_view::npos) break;
        code.remove_prefix(dot + 1);
    }
    return groups >= 2 && groups <= most_agency_groups && lettered == 1;
}

/// `A012`: the letter of a service and a number of the day, wider past 999.
bool is_ticket_number(std::string_view number) {
    return number.size() >= 4 && number.size() <= 6 && is_capital(number[0]) &&
           all_digits(number.substr(1)) && (number.size() == 4 || number[1] != '0') &&
           number.substr(1) != "000";
}

/// YYMMDD
bool is_short_date(std::string_view text) {
    return text.size() == 6 && all_digits(text) &&
           core::parse_date("20" + std::string(text.substr(0, 2)) + "-" +
                            std::string(text.substr(2, 2)) + "-" + std::string(text.substr(4, 2)));
}

bool is_hex(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
    });
}

/// The code before `|` and eight hex digits, which are for those who can check them.
std::string_view without_seal(std::string_view text) {
    constexpr std::size_t seal_length = 8;
    const auto bar = text.find('|');
    if (bar == std::string_view::npos) return text;
    const std::string_view seal = text.substr(bar + 1);
    return seal.size() == seal_length && is_hex(seal) ? text.substr(0, bar) : std::string_view{};
}

/// The last part of `https://HOST/t/CODE?...`; empty when it is no such address.
std::string_view ticket_of_address(std::string_view text) {
    constexpr std::string_view scheme = "https://";
    constexpr std::string_view path = "/t/";
    if (!text.starts_with(scheme)) return {};
    text = text.substr(0, text.find('?'));
    const auto slash = text.find('/', scheme.size());
    if (slash == std::string_view::npos || !text.substr(slash).starts_with(path)) return {};
    return text.substr(slash + path.size());
}

Payload of_code(PayloadKind kind, std::string_view code, bool checked = false) {
    return {kind, std::string(code), checked, std::nullopt};
}

} // namespace

bool is_dossier_code(std::string_view code) {
    if (code.size() > longest_code) return false;
    const auto dash = code.find('-');
    if (dash == std::string_view::npos) return false;
    const std::string_view agency = code.substr(0, dash);
    return is_agency_code(agency) && core::parse_dossier_code(agency, code).has_value();
}

bool is_ticket_code(std::string_view code) {
    if (code.size() > longest_code) return false;
    const auto dash = code.find('-');
    if (dash == std::string_view::npos) return false;
    const std::string_view before = code.substr(0, dash);
    const std::string_view after = code.substr(dash + 1);
    if (before.size() == 7 && before[0] == 'T' && is_short_date(before.substr(1)))
        return is_ticket_number(after);
    return is_ticket_number(before) && is_short_date(after);
}

Payload classify_payload(std::string_view text) {
    if (const auto checked = core::read_code_payload(text)) {
        if (checked->kind == 'H' && is_dossier_code(checked->code))
            return of_code(PayloadKind::dossier, checked->code, true);
        if (checked->kind == 'T' && is_ticket_code(checked->code))
            return of_code(PayloadKind::ticket, checked->code, true);
        return {};
    }
    if (const auto code = without_seal(text); is_dossier_code(code))
        return of_code(PayloadKind::dossier, code);
    if (is_ticket_code(text)) return of_code(PayloadKind::ticket, text);
    if (const auto code = ticket_of_address(text); is_ticket_code(code))
        return of_code(PayloadKind::ticket, code);
    if (auto card = core::parse_citizen_card(text))
        return {PayloadKind::citizen_id, {}, false, std::move(card).value()};
    return {};
}

core::ScanKind scan_kind(PayloadKind kind) {
    switch (kind) {
    case PayloadKind::dossier:
        return core::ScanKind::dossier;
    case PayloadKind::ticket:
        return core::ScanKind::ticket;
    case PayloadKind::citizen_id:
        return core::ScanKind::card;
    case PayloadKind::other:
        break;
    }
    return core::ScanKind::unknown;
}

} // namespace scanner
