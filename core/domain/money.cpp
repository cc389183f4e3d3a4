#include "core/domain/money.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/text.hpp"

#include <charconv>
#include <optional>
#include <string>
#include <utility>

namespace core {

namespace {

constexpr std::size_t group_size = 3;

/// As people and spreadsheets write it: `10.000 ₫`, `VND 10.000`.
std::string without_unit(std::string text) {
    for (const std::string_view unit :
         {"VND", "VNĐ", "vnd", "vnđ", "\u0110ồng", "đồng", "đ", "Đ", "\u20AB", "d", "D"}) {
        if (!text.ends_with(unit)) continue;
        text.resize(text.size() - unit.size());
        return trim(text);
    }
    for (const std::string_view unit : {"VND", "VNĐ", "vnd", "vnđ", "\u20AB"}) {
        if (text.starts_with(unit)) return trim(text.substr(unit.size()));
    }
    return text;
}

/// The digits of groups with one sign between them; none when they are no such groups.
std::optional<std::string> digits_of_groups(std::string_view text) {
    std::string digits;
    char sign = 0;
    std::size_t group = 0;
    for (const char c : text) {
        if (is_digit(c)) {
            digits += c;
            ++group;
            continue;
        }
        const bool groups = (c == '.' || c == ',' || c == ' ') && (sign == 0 || sign == c);
        // The first group may be shorter, those behind it may not.
        const bool whole = sign == 0 ? group >= 1 && group <= group_size : group == group_size;
        if (!groups || !whole) return std::nullopt;
        sign = c;
        group = 0;
    }
    if (sign != 0 && group != group_size) return std::nullopt;
    return digits;
}

/// The digits of `10000.00` and `10.000,00`: an amount with two decimals that are 0, which no sign
/// between groups can be. Empty for other text.
std::string before_zero_decimals(std::string_view text) {
    constexpr std::size_t most_decimals = 2;
    const std::size_t mark = text.find_last_of(".,");
    if (mark == std::string_view::npos) return {};
    const std::string_view whole = text.substr(0, mark);
    const std::string_view decimals = text.substr(mark + 1);
    const bool is_zero = !decimals.empty() && decimals.size() <= most_decimals &&
                         decimals.find_first_not_of('0') == std::string_view::npos;
    const bool is_grouped = whole.find_first_of("., ") != std::string_view::npos;
    const bool is_sure =
        is_grouped ? whole.find(text[mark]) == std::string_view::npos : whole.size() > group_size;
    if (!is_zero || !is_sure) return {};
    return digits_of_groups(whole).value_or("");
}

} // namespace

std::optional<FieldDamage> find_money_damage(std::string_view text) {
    const std::string plain = without_unit(trim(typed_plainly(trim(text))));
    if (auto damage = find_number_damage(plain)) return damage;
    if (plain.starts_with('=')) return FieldDamage{DamageKind::formula, {}};
    if (std::string digits = before_zero_decimals(plain); !digits.empty())
        return FieldDamage{DamageKind::decimal, std::move(digits)};
    return std::nullopt;
}

Result<std::int64_t> read_money(std::string_view text) {
    const std::string plain = without_unit(trim(typed_plainly(trim(text))));
    if (plain.empty()) return std::int64_t{0};
    const auto digits = digits_of_groups(plain);
    std::int64_t amount = 0;
    if (digits) {
        const auto [end, error] =
            std::from_chars(digits->data(), digits->data() + digits->size(), amount);
        if (error == std::errc{} && amount <= most_vnd) return amount;
    }
    return Error{ErrorKind::invalid_input, "field-no-amount"};
}

} // namespace core
