#include "core/domain/citizen_id.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/birth_date.hpp"
#include "core/domain/card_line.hpp"
#include "core/domain/field_damage.hpp"
#include "core/domain/names.hpp"
#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace core {

namespace {

constexpr std::size_t number_length = 12;
constexpr std::size_t old_number_length = 9;

// A message never repeats what was read: it may be logged, and the card is personal data.
Error refuse(const char* message) { return {ErrorKind::invalid_input, message}; }

// Readers that guess an encoding or stop half way are common (scanner/README.md): better no name
// than a garbled one. Control characters would reach printers and pages.
bool is_clean_text(std::string_view text) {
    const auto is_control = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    };
    return std::none_of(text.begin(), text.end(), is_control);
}

bool is_empty_field(std::string_view text) {
    return text.find_first_not_of(' ') == std::string_view::npos;
}

/// As where only the year is known there are zeroes for day and month.
bool is_empty_date(std::string_view text) { return is_empty_field(text) || text == "00000000"; }

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
    return BirthDate(value_of_digits(text));
}

bool is_usual_old_number(std::string_view text) {
    return text.empty() ||
           ((text.size() == old_number_length || text.size() == number_length) && all_digits(text));
}

using Doubts = std::vector<CardDoubt>;

void find_doubts_of_birth(const CitizenCard& card, Doubts& doubts) {
    const std::string number_year = std::to_string(card.number.birth_year);
    if (!card.birth_year) {
        doubts.push_back(
            {CardField::birth_date, {"card-without-birth-date", {{"number_year", number_year}}}});
        return;
    }
    const std::string card_year = std::to_string(*card.birth_year);
    if (!card.birth_date)
        doubts.push_back({CardField::birth_date, {"card-birth-year-only", {{"year", card_year}}}});
    if (card.number.birth_year != *card.birth_year) {
        doubts.push_back({CardField::birth_date,
                          {"card-birth-year-differs",
                           {{"number_year", number_year}, {"card_year", card_year}}}});
    }
}

void find_doubts_of_sex(const CitizenCard& card, Doubts& doubts) {
    if (!card.sex) {
        doubts.push_back({CardField::sex, "card-without-sex"});
    } else if (card.number.sex != *card.sex) {
        doubts.push_back({CardField::sex,
                          {"card-sex-differs",
                           {{"number_sex", Term{"sex", std::string(to_text(card.number.sex))}},
                            {"card_sex", Term{"sex", std::string(to_text(*card.sex))}}}}});
    }
}

/// A reader that could not write a letter leaves one of these in its place.
bool has_sign_for_letter(std::string_view text) {
    return text.find('?') != std::string_view::npos ||
           text.find("\uFFFD") != std::string_view::npos;
}

/// What happened to the Vietnamese of a field, where more is known of it than that letters are
/// lost.
std::vector<Message> damage_of(std::string_view field) {
    const auto damage = find_text_damage(to_nfc(field));
    if (!damage || damage->kind == DamageKind::letters_lost) return {};
    return {told_readably(*damage, damage->reading)};
}

/// Doubted is what nobody can take into a dossier's books as it stands, and what is only odd.
void find_doubts_of_name(CitizenCard& card, Doubts& doubts) {
    const std::string& name = card.full_name;
    const bool is_damaged = !PersonName::read(name);
    if (is_damaged) card.damaged.push_back(CardField::full_name);
    if (auto damage = damage_of(name); !damage.empty()) {
        doubts.push_back(
            {CardField::full_name, {"card-name-damaged", {{"damage", std::move(damage)}}}});
    } else if (is_damaged || has_sign_for_letter(name) || count_digits(name) > 0) {
        doubts.push_back({CardField::full_name, "card-name-has-odd-characters"});
    }
}

void find_doubts_of_residence(CitizenCard& card, Doubts& doubts) {
    const std::string& residence = card.residence;
    const bool is_damaged = !TextLine::read(residence);
    if (is_damaged) card.damaged.push_back(CardField::residence);
    if (auto damage = damage_of(residence); !damage.empty()) {
        doubts.push_back(
            {CardField::residence, {"card-residence-damaged", {{"damage", std::move(damage)}}}});
    } else if (is_damaged || has_sign_for_letter(residence)) {
        doubts.push_back({CardField::residence, "card-residence-has-odd-characters"});
    }
}

void find_doubts(CitizenCard& card) {
    Doubts& doubts = card.doubts;
    if (!is_usual_old_number(card.old_number))
        doubts.push_back({CardField::old_number, "card-old-number-unusual"});
    find_doubts_of_birth(card, doubts);
    find_doubts_of_sex(card, doubts);
    find_doubts_of_name(card, doubts);
    find_doubts_of_residence(card, doubts);
    if (!card.issued_on) {
        doubts.push_back({CardField::issued_on, "card-without-issue-date"});
    } else if (card.birth_date && *card.issued_on < *card.birth_date)
        doubts.push_back({CardField::issued_on, "card-issued-before-birth"});
}

} // namespace

Result<CitizenNumber> check_citizen_number(std::string_view digits) {
    if (digits.size() != number_length || !all_digits(digits)) {
        return refuse("citizen-number-not-12-digits");
    }
    const int century_and_sex = digits[3] - '0';
    return CitizenNumber{std::string(digits), std::string(digits.substr(0, 3)),
                         century_and_sex % 2 == 0 ? Sex::man : Sex::woman,
                         1900 + century_and_sex / 2 * 100 + value_of_digits(digits.substr(4, 2))};
}

Result<CitizenCard> parse_citizen_card(std::string_view payload) {
    if (payload.size() > citizen_card_limit_bytes) return refuse("card-code-too-long");
    if (!is_utf8(payload)) return refuse("card-code-garbled");
    const std::string line = with_bars(payload);
    if (!is_clean_text(line)) return refuse("card-code-garbled");
    const auto fields = fields_of_line(line, "|");
    if (fields.size() < card_fields_read) return refuse("card-code-of-no-card");

    const auto number = check_citizen_number(fields[0]);
    if (!number) return number.error();
    if (is_empty_field(fields[2])) return refuse("card-without-name");
    // What is no date is a garbled one; nothing at all is left open, here as below.
    const auto birth = parse_card_birth(fields[3]);
    if (!birth && !is_empty_date(fields[3])) return refuse("card-birth-date-impossible");
    const auto sex = parse_card_sex(fields[4]);
    if (!sex && !is_empty_field(fields[4])) return refuse("card-sex-unknown");
    const auto issued_on = parse_card_date(fields[6]);
    if (!issued_on && !is_empty_date(fields[6])) return refuse("card-issue-date-impossible");

    CitizenCard card{*number,
                     std::string(fields[1]),
                     std::string(fields[2]),
                     birth ? birth->day() : std::nullopt,
                     birth ? std::optional(birth->year()) : std::nullopt,
                     sex,
                     std::string(fields[5]),
                     issued_on,
                     std::vector<std::string>(fields.begin() + card_fields_read, fields.end()),
                     {},
                     {}};
    find_doubts(card);
    return card;
}

std::string_view to_text(CardField field) { return card_fields.text(field); }

} // namespace core
