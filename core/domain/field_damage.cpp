// Numbers; texts are in text_damage.cpp.

#include "core/domain/field_damage.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/no_value.hpp"
#include "core/domain/text.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <vector>

namespace core {

namespace {

/// `####`: what a spreadsheet shows where a column is too narrow.
bool is_hashes(std::string_view text) {
    return text.size() >= 3 && text.find_first_not_of('#') == std::string_view::npos;
}

/// `="019…"`, `=019…` and `'019…`: how people keep a spreadsheet from taking a number for one.
std::string_view inside_formula(std::string_view text) {
    if (text.size() >= 4 && text.starts_with("=\"") && text.ends_with('"'))
        return text.substr(2, text.size() - 3);
    if (text.size() >= 2 && text.starts_with('\'')) return text.substr(1);
    const bool is_number = text.size() >= 2 && text.starts_with('=') && is_digit(text[1]) &&
                           text.find_first_not_of("0123456789., ", 1) == std::string_view::npos;
    if (is_number) return text.substr(1);
    return {};
}

struct Scientific {
    std::string digits; ///< of the mantissa
    int places = 0;     ///< of them behind the point
    int exponent = 0;
};

std::optional<Scientific> read_scientific(std::string_view text) {
    const std::size_t e = text.find_first_of("eE");
    if (e == std::string_view::npos || e == 0 || e + 1 >= text.size()) return std::nullopt;
    Scientific number;
    bool is_behind_point = false;
    for (const char c : text.substr(0, e)) {
        if (is_digit(c)) {
            number.digits += c;
            number.places += is_behind_point ? 1 : 0;
        } else if ((c == '.' || c == ',') && !is_behind_point && !number.digits.empty()) {
            is_behind_point = true;
        } else {
            return std::nullopt;
        }
    }
    std::string_view exponent = text.substr(e + 1);
    if (exponent.starts_with('+')) exponent.remove_prefix(1);
    const auto [end, error] =
        std::from_chars(exponent.data(), exponent.data() + exponent.size(), number.exponent);
    constexpr int most_exponent = 20;
    if (error != std::errc{} || end != exponent.data() + exponent.size() || number.exponent < 1 ||
        number.exponent > most_exponent)
        return std::nullopt;
    return number;
}

/// Its digits where the mantissa has all of them; else the last ones are gone for ever.
std::string whole_digits(const Scientific& number) {
    return number.places == number.exponent ? number.digits : std::string();
}

/// The digits of `19190004321.0`; empty for other text. A number of people is longer than that of a
/// group between two points.
std::string before_decimals(std::string_view text) {
    constexpr std::size_t fewest_digits = 7;
    const std::size_t point = text.find_first_of(".,");
    if (point == std::string_view::npos || point < fewest_digits) return {};
    const std::string_view decimals = text.substr(point + 1);
    const bool is_whole = !decimals.empty() && decimals.find_first_not_of('0') == std::string::npos;
    return is_whole && all_digits(text.substr(0, point)) ? std::string(text.substr(0, point))
                                                         : std::string();
}

} // namespace

Message told(const FieldDamage& damage) {
    return {"field-damaged",
            {{"damage", Term{"field_damage", std::string(damage_kinds.text(damage.kind))}}}};
}

Message told_readably(const FieldDamage& damage, std::string_view reading) {
    if (reading.empty()) return told(damage);
    return {"field-damaged-readably",
            {{"damage", std::vector<Message>{told(damage)}}, {"reading", std::string(reading)}}};
}

std::optional<DamageKind> damage_told(const Message& message) {
    const auto fact = std::ranges::find(message.facts, "damage", &Fact::name);
    if (fact == message.facts.end()) return std::nullopt;
    if (const auto* inner = std::get_if<std::vector<Message>>(&fact->value))
        return inner->empty() ? std::nullopt : damage_told(inner->front());
    const auto* term = std::get_if<Term>(&fact->value);
    return term ? damage_kinds.parse(term->name) : std::nullopt;
}

std::optional<FieldDamage> find_number_damage(std::string_view text) {
    const std::string written = trim(text);
    if (auto none = find_no_value(written)) return none;
    if (is_hashes(written)) return FieldDamage{DamageKind::hashes, {}};
    if (const std::string_view inside = inside_formula(written); !inside.empty())
        return FieldDamage{DamageKind::formula, trim(inside)};
    if (const auto number = read_scientific(written))
        return FieldDamage{DamageKind::scientific, whole_digits(*number)};
    if (std::string digits = before_decimals(written); !digits.empty())
        return FieldDamage{DamageKind::decimal, std::move(digits)};
    return std::nullopt;
}

} // namespace core
