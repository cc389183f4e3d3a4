#include "core/domain/search_query.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/civil_time.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/named_code.hpp"
#include "core/domain/person_number.hpp"
#include "core/domain/phone_number.hpp"
#include "core/domain/text.hpp"

#include <algorithm>
#include <cstddef>

namespace core {

namespace {

constexpr std::size_t date_digits = 6;
constexpr std::size_t number_digits = 4; // at least, in a code
constexpr std::size_t longest_number = 9;
constexpr std::size_t shortest_stretch = 8; // of digits, that are taken for one number
constexpr std::size_t longest_stretch = 15;

std::string padded(std::string_view number) {
    std::string whole(number);
    if (whole.size() < number_digits) whole.insert(0, number_digits - whole.size(), '0');
    return whole;
}

/// Digits, with zeros for letters O among them; none for anything else.
std::optional<std::string> digits_of(std::string_view text) {
    std::string digits(text);
    std::ranges::replace(digits, 'O', '0');
    return all_digits(digits) && count_digits(text) > 0 ? std::optional(digits) : std::nullopt;
}

bool is_real_date(std::string_view six) {
    return parse_date("20" + std::string(six.substr(0, 2)) + "-" + std::string(six.substr(2, 2)) +
                      "-" + std::string(six.substr(4, 2)))
        .has_value();
}

bool is_between(char c) { return std::string_view("-_/ ").find(c) != std::string_view::npos; }

/// The key of a code with one dash for what people write between its parts, and none in front.
std::string key_with_dashes(std::string_view written) {
    std::string code;
    for (const char c : written) {
        if (!is_between(c)) {
            code += c;
        } else if (!code.empty() && code.back() != '-') {
            code += '-';
        }
    }
    while (code.ends_with('.')) code.pop_back();
    return code_key(code);
}

enum class Dates { any, real };

/// Of a code that ends in a date and a number behind dashes.
std::optional<std::string> dated_tail(std::string_view key, Dates dates) {
    const std::size_t dash = key.rfind('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto number = digits_of(key.substr(dash + 1));
    if (!number || number->size() > longest_number) return std::nullopt;
    const std::size_t date_begin = key.substr(0, dash).rfind('-') + 1; // 0 without a dash
    const auto date = digits_of(key.substr(date_begin, dash - date_begin));
    if (!date || date->size() != date_digits) return std::nullopt;
    if (dates == Dates::real && !is_real_date(*date)) return std::nullopt;
    return std::string(key.substr(0, date_begin)) + *date + "-" + padded(*number);
}

/// Of a code with nothing, or points, between its parts: `2611290007`, `H552611290007`.
std::optional<std::string> squeezed_tail(std::string_view key) {
    constexpr std::string_view between = "-.,:";
    std::string last;
    std::size_t begin = key.size();
    while (begin > 0 && last.size() < date_digits + number_digits) {
        const char c = key[--begin];
        if (between.find(c) == std::string_view::npos) last.insert(0, 1, c);
    }
    const auto digits = digits_of(last);
    if (!digits || digits->size() < date_digits + number_digits || !is_real_date(*digits))
        return std::nullopt;
    std::string_view agency = key.substr(0, begin);
    while (!agency.empty() && between.find(agency.back()) != std::string_view::npos)
        agency.remove_suffix(1);
    // More digits are another number; behind a letter they are an agency's.
    const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto is_of_agency = [&](char c) {
        return is_letter(c) || is_digit(c) || c == '.' || c == '-';
    };
    const bool may_be_agency =
        std::ranges::any_of(agency, is_letter) && std::ranges::all_of(agency, is_of_agency);
    if (!agency.empty() && !may_be_agency) return std::nullopt;
    return std::string(agency) + (agency.empty() ? "" : "-") + digits->substr(0, date_digits) +
           "-" + digits->substr(date_digits);
}

/// Where a stretch of digits and of what people write between them ends.
std::size_t end_of_stretch(std::string_view text, std::size_t at) {
    std::size_t end = at;
    for (std::size_t i = at; i < text.size(); ++i) {
        const bool is_country = text[i] == '+' && i == at + 1 && text[at] == '('; // (+84)912…
        if (is_digit(text[i])) {
            end = i + 1;
        } else if (!is_country &&
                   std::string_view(" .()-").find(text[i]) == std::string_view::npos && i != at) {
            break;
        }
    }
    return end;
}

/// Each number of the text cut out of it, as what it may be.
struct Numbers {
    std::string rest;
    std::vector<std::vector<std::string>> keys;
};

std::vector<std::string> keys_of(std::string_view stretch) {
    std::vector<std::string> keys;
    const auto add = [&](std::string_view number) {
        std::string key = searchable_text(number);
        if (std::ranges::find(keys, key) == keys.end()) keys.push_back(std::move(key));
    };
    if (const auto card = PersonNumber::read(stretch)) add(card->key());
    if (const auto phone = PhoneNumber::read(stretch)) add(phone->number());
    // A zero may be missing: with it, it is one of those.
    if (const auto card = PersonNumber::find_damage(stretch)) add(card->reading);
    if (const auto phone = PhoneNumber::find_damage(stretch)) add(phone->reading);
    if (keys.empty()) add(person_key(stretch)); // the beginning of a number
    return keys;
}

std::vector<std::vector<std::string>> one_word_each(const std::vector<std::string>& keys) {
    std::vector<std::vector<std::string>> readings;
    readings.reserve(keys.size());
    for (const std::string& key : keys) readings.push_back({key});
    return readings;
}

Numbers cut_out(std::string_view plain) {
    Numbers numbers;
    for (std::size_t at = 0; at < plain.size();) {
        const bool begins = is_digit(plain[at]) || plain[at] == '+' || plain[at] == '(';
        const bool inside_word = at > 0 && plain[at - 1] != ' ';
        const std::size_t end = begins && !inside_word ? end_of_stretch(plain, at) : at;
        const std::string_view stretch = plain.substr(at, end - at);
        const std::size_t digits = count_digits(stretch);
        const bool ends_word = end == plain.size() || plain[end] == ' ';
        if (digits >= shortest_stretch && digits <= longest_stretch && ends_word) {
            numbers.keys.push_back(keys_of(stretch));
            numbers.rest += ' ';
            at = end;
        } else {
            numbers.rest += plain[at++];
        }
    }
    return numbers;
}

} // namespace

std::optional<std::string> code_tail(std::string_view text) {
    const std::string named = code_named_in(text);
    // `261129 513` is a date and a number; where that is none, blanks are nothing.
    if (named.find(' ') != std::string::npos) {
        if (auto dated = dated_tail(key_with_dashes(named), Dates::real)) return dated;
    }
    const std::string key = key_with_dashes(code_key(named));
    if (auto dated = dated_tail(key, Dates::any)) return dated;
    // Shorter numbers are the beginnings of other words.
    auto number = digits_of(key);
    if (number && number->size() >= number_digits && number->size() <= longest_number)
        return number;
    return squeezed_tail(key);
}

std::vector<std::vector<std::string>> person_readings(std::string_view text) {
    constexpr std::size_t most_readings = 4;
    // "CCCD 019…", "ĐT 0912…": the name of the number is no word of the person.
    const auto paper = PersonNumber::read(text);
    if (paper && paper->paper() != PersonPaper::other) return one_word_each(keys_of(paper->key()));
    if (const auto phone = PhoneNumber::read(text); phone)
        return one_word_each(keys_of(phone->number()));
    const Numbers numbers = cut_out(typed_plainly(text));
    std::vector<std::vector<std::string>> readings = {search_words(numbers.rest)};
    for (const std::vector<std::string>& keys : numbers.keys) {
        std::vector<std::vector<std::string>> more;
        for (const std::vector<std::string>& reading : readings) {
            for (const std::string& key : keys) {
                if (more.size() == most_readings) break;
                more.push_back(reading);
                if (more.back().size() < most_search_words) more.back().push_back(key);
            }
        }
        readings = std::move(more);
    }
    // Two letters may be a name, and the digits another number's beginning: both are looked for.
    if (paper && is_passport_number(paper->key())) {
        std::vector<std::string> passport = {searchable_text(paper->key())};
        if (readings.front() != passport) readings.push_back(std::move(passport));
    }
    return readings;
}

} // namespace core
