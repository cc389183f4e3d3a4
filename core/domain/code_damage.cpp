#include "core/domain/code_damage.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/text.hpp"
#include "core/domain/written_date.hpp"

#include <algorithm>
#include <cstddef>

namespace core {

namespace {

constexpr std::size_t national_decimals = 6;
constexpr std::size_t fewest_sure_decimals = national_decimals - 1;
constexpr std::string_view national_first_digits = "123";

/// A letter that neither a number of a spreadsheet nor a date has.
bool is_letter_of_code(char c) {
    const bool is_letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return is_letter && std::string_view("EeTt").find(c) == std::string_view::npos;
}

/// As nearly all codes are: they need not be looked at any closer.
bool is_plain_code(std::string_view text) {
    return !text.empty() && (is_digit(text.front()) || is_letter_of_code(text.front())) &&
           std::ranges::any_of(text, is_letter_of_code);
}

} // namespace

std::optional<FieldDamage> find_code_damage(std::string_view text) {
    if (is_plain_code(text)) return std::nullopt;
    const std::string plain = trim(typed_plainly(text));
    if (is_written_date(plain)) return FieldDamage{DamageKind::date, {}};
    auto damage = find_number_damage(plain);
    // A spreadsheet writes the sign; a code may have an E between its digits.
    if (damage && damage->kind == DamageKind::scientific && plain.find('+') == std::string::npos)
        return std::nullopt;
    return damage;
}

bool is_no_code(std::string_view text) {
    if (text.empty() || is_plain_code(text)) return false;
    return fold_for_search(text).empty();
}

std::optional<FieldDamage> find_procedure_code_damage(std::string_view text) {
    if (auto damage = find_code_damage(text)) {
        if (auto whole = with_last_zeros(damage->reading)) damage->reading = std::move(*whole);
        return damage;
    }
    auto whole = with_last_zeros(text);
    if (!whole) return std::nullopt;
    const std::size_t decimals = count_digits(typed_plainly(text)) - 1;
    const bool is_national = national_first_digits.find(whole->front()) != std::string_view::npos;
    if (!is_national || decimals < fewest_sure_decimals) return std::nullopt;
    return FieldDamage{DamageKind::lost_last_zero, std::move(*whole)};
}

std::optional<std::string> with_last_zeros(std::string_view text) {
    const std::string plain = trim(typed_plainly(text));
    if (plain.size() < 3 || !is_digit(plain[0]) || (plain[1] != '.' && plain[1] != ','))
        return std::nullopt;
    const std::string_view decimals = std::string_view(plain).substr(2);
    const bool is_whole = plain[1] == '.' && decimals.size() == national_decimals;
    if (!all_digits(decimals) || decimals.size() > national_decimals || is_whole)
        return std::nullopt;
    std::string whole = std::string(1, plain[0]) + "." + std::string(decimals);
    whole.append(national_decimals - decimals.size(), '0');
    return whole;
}

} // namespace core
