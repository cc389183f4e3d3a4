#include "core/domain/search_query.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/folded_key.hpp"
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
    std::string key = code_key(text);
    std::ranges::replace_if(
        key, [](char c) { return c == '_' || c == '/'; }, '-');
    while (key.ends_with('.')) key.pop_back();
    const std::size_t dash = key.rfind('-');
    const std::string_view number =
        dash == std::string::npos ? std::string_view(key) : std::string_view(key).substr(dash + 1);
    if (!all_digits(number) || number.size() > longest_number) return std::nullopt;
    if (dash == std::string::npos) {
        // Shorter ones are the beginnings of other words.
        return number.size() < number_digits ? std::nullopt : std::optional(key);
    }
    const std::string_view before = std::string_view(key).substr(0, dash);
    const std::size_t date_begin = before.rfind('-') + 1; // 0 without a dash
    const std::string_view date = before.substr(date_begin);
    if (date.size() != date_digits || !all_digits(date)) return std::nullopt;
    return std::string(before) + "-" + padded(number);
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
