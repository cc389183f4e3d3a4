#include "core/domain/no_value.hpp"

#include "core/domain/ascii.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace core {

namespace {

// Of spreadsheets, in capitals; those of other languages too, as `#NV` and `#NOM?`, begin so.
constexpr std::array<std::string_view, 16> error_values = {
    "#N/A",   "#REF!",   "#VALUE!",   "#NAME?",    "#DIV/0!", "#NULL!", "#NUM!",  "#SPILL!",
    "#CALC!", "#FIELD!", "#BLOCKED!", "#UNKNOWN!", "#ERROR!", "#NV",    "#BUSY!", "#CONNECT!"};

// In capitals.
constexpr std::array<std::string_view, 13> empty_values = {
    "NULL", "(NULL)", "<NULL>", "[NULL]", "{NULL}",      "\\N",  "(NIL)",
    "<NA>", "<NONE>", "(NONE)", "N/A",    "(UNDEFINED)", "<NAN>"};

// As programs write them; in another case they may be somebody's name or word.
constexpr std::array<std::string_view, 5> written_values = {"nan", "NaN", "NaT", "undefined",
                                                            "None"};

constexpr std::size_t longest = 16;

template <std::size_t count>
bool is_in(std::string_view text, const std::array<std::string_view, count>& words) {
    return std::ranges::find(words, text) != words.end();
}

} // namespace

std::optional<FieldDamage> find_no_value(std::string_view text) {
    if (text.empty() || text.size() > longest) return std::nullopt;
    constexpr std::string_view beginnings = "#NnuU(<[{\\";
    if (beginnings.find(text.front()) == std::string_view::npos) return std::nullopt;
    if (text.size() > 1 && text.find_first_not_of('#') == std::string_view::npos)
        return FieldDamage{DamageKind::hashes, {}};
    std::string capitals(text);
    std::ranges::transform(capitals, capitals.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    if (is_in(capitals, error_values)) return FieldDamage{DamageKind::error_value, {}};
    if (is_in(capitals, empty_values) || is_in(text, written_values))
        return FieldDamage{DamageKind::empty_value, {}};
    return std::nullopt;
}

std::optional<FieldDamage> find_bare_number(std::string_view text) {
    const bool is_number = !text.empty() && is_digit(text.front()) && is_digit(text.back()) &&
                           text.find_first_not_of("0123456789.,") == std::string_view::npos;
    if (!is_number) return std::nullopt;
    return FieldDamage{DamageKind::bare_number, {}};
}

} // namespace core
