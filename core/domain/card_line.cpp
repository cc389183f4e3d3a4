#include "core/domain/card_line.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/utf8.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>

namespace core {

namespace {

constexpr std::size_t digits_of_number = 12;
constexpr std::size_t digits_of_old_number = 9;
constexpr std::size_t digits_of_date = 8;
constexpr std::size_t digits_of_year = 4;

bool is_number(std::string_view text, std::size_t digits) {
    return text.size() == digits && all_digits(text);
}

bool begins_with_number(std::string_view line) {
    return line.size() > digits_of_number && all_digits(line.substr(0, digits_of_number));
}

bool begins_as_sex(std::string_view text) { return text.starts_with('N') || text.starts_with('n'); }

/// As the fields of a card are, each in its place. With the sign inside a field the others are not.
bool are_of_card(const std::vector<std::string_view>& fields) {
    if (fields.size() < card_fields_read) return false;
    const auto is_empty_or = [&](CardPlace field, std::size_t one, std::size_t other) {
        const std::string_view text = fields[field];
        return text.empty() || is_number(text, one) || is_number(text, other);
    };
    const bool has_issue_date = is_number(fields[issue_place], digits_of_date) ||
                                (fields[issue_place].empty() && fields.size() == card_fields_read);
    return has_issue_date &&
           is_empty_or(old_number_place, digits_of_old_number, digits_of_number) &&
           !fields[name_place].empty() && count_digits(fields[name_place]) == 0 &&
           is_empty_or(birth_place, digits_of_date, digits_of_year) &&
           (fields[sex_place].empty() || begins_as_sex(fields[sex_place])) &&
           std::ranges::all_of(fields, [](std::string_view field) {
               return field.find('|') == std::string_view::npos;
           });
}

/// A day in whose century people with cards were born, or got them.
bool is_likely_date(std::string_view text) {
    return parse_card_date(text) && (text.substr(4, 2) == "19" || text.substr(4, 2) == "20");
}

/// What stands for `|`, and how much else people write with it.
struct Sign {
    std::string_view text;
    bool is_bar;      ///< a bar, as nobody types several
    bool is_in_paths; ///< of files, which have dates for names too
};

// tests/web/counter/scan_cases.test.ts holds the pages' to the same.
constexpr std::array signs = {Sign{"|", true, false},      Sign{"\u00A6", true, false},
                              Sign{"\u2016", true, false}, Sign{"\uFF5C", true, false},
                              Sign{"~", false, false},     Sign{"\\", false, true}};

bool looks_like_card_with(const Sign& sign, std::string_view text) {
    constexpr std::size_t fewest_of_bars = 5;
    const auto fields = fields_of_line(text, sign.text);
    if (fields.size() < 2) return false;
    if (is_number(fields.front(), digits_of_number)) return true;
    if (sign.is_bar && fields.size() >= fewest_of_bars) return true;
    for (std::size_t at = 0; at < fields.size(); ++at) {
        const bool is_before_sex = at + 2 < fields.size() && begins_as_sex(fields[at + 1]);
        if (is_likely_date(fields[at]) && (is_before_sex || !sign.is_in_paths)) return true;
    }
    return false;
}

/// A card's number and name, and one of its dates by itself, whatever stands between them.
bool has_number_name_and_date(std::string_view text) {
    if (!begins_as_card(text)) return false;
    const auto is_of_word = [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || (c >= 'A' && c <= 'Z') ||
               (c >= 'a' && c <= 'z');
    };
    text.remove_prefix(digits_of_number);
    if (std::ranges::none_of(text, is_of_word)) return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t begin = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        if (is_likely_date(text.substr(begin, at - begin))) return true;
    }
    return false;
}

} // namespace

bool begins_as_card(std::string_view line) {
    return begins_with_number(line) && !is_digit(line[digits_of_number]);
}

std::vector<std::string_view> fields_of_line(std::string_view line, std::string_view separator) {
    std::vector<std::string_view> fields;
    for (;;) {
        const auto end = line.find(separator);
        fields.push_back(line.substr(0, end));
        if (end == std::string_view::npos) return fields;
        line.remove_prefix(end + separator.size());
    }
}

std::string line_of_fields(const std::vector<std::string_view>& fields) {
    std::string line;
    for (std::size_t at = 0; at < fields.size(); ++at) {
        if (at > 0) line += '|';
        line += fields[at];
    }
    return line;
}

std::optional<Day> parse_card_date(std::string_view text) {
    if (!is_number(text, digits_of_date)) return std::nullopt;
    const std::chrono::year_month_day date{
        std::chrono::year{value_of_digits(text.substr(4))},
        std::chrono::month{static_cast<unsigned>(value_of_digits(text.substr(2, 2)))},
        std::chrono::day{static_cast<unsigned>(value_of_digits(text.substr(0, 2)))}};
    if (!date.ok() || date.year() < std::chrono::year{1}) return std::nullopt;
    return Day{date};
}

std::string with_bars(std::string_view line) {
    if (!begins_as_card(line)) return std::string(line);
    // Whatever stands behind the number is the sign, if all the rest is in its place by it.
    std::size_t end = digits_of_number;
    next_code_point(line, end);
    if (line.substr(digits_of_number).starts_with("\r\n")) end = digits_of_number + 2;
    const std::string_view sign = line.substr(digits_of_number, end - digits_of_number);
    if (sign == "|" || sign == " ") return std::string(line);
    const auto fields = fields_of_line(line, sign);
    if (!are_of_card(fields)) return std::string(line);
    return line_of_fields(fields);
}

bool looks_like_card_line(std::string_view text) {
    return has_number_name_and_date(text) || std::ranges::any_of(signs, [&](const Sign& sign) {
               return looks_like_card_with(sign, text);
           });
}

} // namespace core
