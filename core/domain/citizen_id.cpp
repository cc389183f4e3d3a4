#include "core/domain/citizen_id.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/birth_date.hpp"
#include "core/domain/utf8.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <optional>

namespace core {

namespace {

constexpr std::size_t fields_read = 7;
constexpr std::size_t number_length = 12;
constexpr std::size_t old_number_length = 9;

// A message never repeats what was read: it may be logged, and the card is personal data.
Error refuse(const char* message) { return {ErrorKind::invalid_input, message}; }

int to_number(std::string_view digits) {
    int number = 0;
    for (const char c : digits) number = number * 10 + (c - '0');
    return number;
}

// Readers that guess an encoding or stop half way are common (scanner/README.md): better no name
// than a garbled one. Control characters would reach printers and pages.
bool is_clean_text(std::string_view text) {
    const auto is_control = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    };
    return is_utf8(text) && std::none_of(text.begin(), text.end(), is_control);
}

bool is_empty_field(std::string_view text) {
    return text.find_first_not_of(' ') == std::string_view::npos;
}

std::vector<std::string_view> split(std::string_view payload) {
    std::vector<std::string_view> fields;
    for (;;) {
        const auto bar = payload.find('|');
        fields.push_back(payload.substr(0, bar));
        if (bar == std::string_view::npos) return fields;
        payload.remove_prefix(bar + 1);
    }
}

// DDMMYYYY. Not parse_date: its years begin with the office's records, people are older.
std::optional<Day> parse_card_date(std::string_view text) {
    if (text.size() != 8 || !all_digits(text)) return std::nullopt;
    const std::chrono::year_month_day date{
        std::chrono::year{to_number(text.substr(4))},
        std::chrono::month{static_cast<unsigned>(to_number(text.substr(2, 2)))},
        std::chrono::day{static_cast<unsigned>(to_number(text.substr(0, 2)))}};
    if (!date.ok() || date.year() < std::chrono::year{1}) return std::nullopt;
    return Day{date};
}

/// The card's own words, in NFC: `Nam` and `Nữ`.
std::optional<Sex> parse_card_sex(std::string_view text) {
    if (text == "Nam") return Sex::man;
    if (text == "Nữ") return Sex::woman;
    return std::nullopt;
}

/// DDMMYYYY, `YYYY` alone, or with zeroes for day and month.
std::optional<BirthDate> parse_card_birth(std::string_view text) {
    constexpr std::size_t year_digits = 4;
    if (const auto day = parse_card_date(text)) return BirthDate(*day);
    if (text.size() == 8 && text.starts_with("0000")) text.remove_prefix(4);
    if (text.size() != year_digits || !all_digits(text) || text.front() == '0') return std::nullopt;
    return BirthDate(to_number(text));
}

bool is_usual_old_number(std::string_view text) {
    return text.empty() ||
           ((text.size() == old_number_length || text.size() == number_length) && all_digits(text));
}

std::vector<CardDoubt> find_doubts(const CitizenCard& card) {
    std::vector<CardDoubt> doubts;
    const CitizenNumber& number = card.number;
    if (!is_usual_old_number(card.old_number))
        doubts.push_back({CardField::old_number, "card-old-number-unusual"});
    if (!card.birth_date) {
        doubts.push_back({CardField::birth_date,
                          {"card-birth-year-only", {{"year", std::to_string(card.birth_year)}}}});
    }
    if (number.birth_year != card.birth_year) {
        doubts.push_back({CardField::birth_date,
                          {"card-birth-year-differs",
                           {{"number_year", std::to_string(number.birth_year)},
                            {"card_year", std::to_string(card.birth_year)}}}});
    }
    if (!card.sex) {
        doubts.push_back({CardField::sex, "card-without-sex"});
    } else if (number.sex != *card.sex) {
        doubts.push_back({CardField::sex,
                          {"card-sex-differs",
                           {{"number_sex", Term{"sex", std::string(to_text(number.sex))}},
                            {"card_sex", Term{"sex", std::string(to_text(*card.sex))}}}}});
    }
    // A reader that could not write a letter of the name leaves one of these in its place.
    if (card.full_name.find_first_of("?0123456789") != std::string::npos ||
        card.full_name.find("\uFFFD") != std::string::npos) {
        doubts.push_back({CardField::full_name, "card-name-has-odd-characters"});
    }
    if (!card.issued_on) {
        doubts.push_back({CardField::issued_on, "card-without-issue-date"});
    } else if (card.birth_date && *card.issued_on < *card.birth_date)
        doubts.push_back({CardField::issued_on, "card-issued-before-birth"});
    return doubts;
}

} // namespace

Result<CitizenNumber> check_citizen_number(std::string_view digits) {
    if (digits.size() != number_length || !all_digits(digits)) {
        return refuse("citizen-number-not-12-digits");
    }
    const int century_and_sex = digits[3] - '0';
    return CitizenNumber{std::string(digits), std::string(digits.substr(0, 3)),
                         century_and_sex % 2 == 0 ? Sex::man : Sex::woman,
                         1900 + century_and_sex / 2 * 100 + to_number(digits.substr(4, 2))};
}

Result<CitizenCard> parse_citizen_card(std::string_view payload) {
    if (payload.size() > citizen_card_limit_bytes) return refuse("card-code-too-long");
    if (!is_clean_text(payload)) return refuse("card-code-garbled");
    const auto fields = split(payload);
    if (fields.size() < fields_read) return refuse("card-code-of-no-card");

    const auto number = check_citizen_number(fields[0]);
    if (!number) return number.error();
    if (is_empty_field(fields[2])) return refuse("card-without-name");
    const auto birth = parse_card_birth(fields[3]);
    if (!birth) return refuse("card-birth-date-impossible");
    // A word that is neither is a garbled one; nothing at all is left open.
    const auto sex = parse_card_sex(fields[4]);
    if (!sex && !is_empty_field(fields[4])) return refuse("card-sex-unknown");
    const auto issued_on = parse_card_date(fields[6]);
    if (!issued_on && !is_empty_field(fields[6])) return refuse("card-issue-date-impossible");

    CitizenCard card{*number,
                     std::string(fields[1]),
                     std::string(fields[2]),
                     birth->day(),
                     birth->year(),
                     sex,
                     std::string(fields[5]),
                     issued_on,
                     std::vector<std::string>(fields.begin() + fields_read, fields.end()),
                     {}};
    card.doubts = find_doubts(card);
    return card;
}

std::string_view to_text(CardField field) { return card_fields.text(field); }

} // namespace core
