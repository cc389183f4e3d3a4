#pragma once

#include "core/domain/civil_time.hpp"
#include "core/domain/enum_text.hpp"
#include "core/domain/result.hpp"
#include "core/domain/sex.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// Longer is no citizen card: the QR of a real one holds about 150 bytes.
inline constexpr std::size_t citizen_card_limit_bytes = 1024;

/// What a citizen number says of its owner (law.md §8).
struct CitizenNumber {
    std::string digits;
    /// Code of the province of birth registration, 3 digits: `019`.
    std::string province;
    Sex sex;
    int birth_year;

    bool operator==(const CitizenNumber&) const = default;
};

enum class CardField { old_number, full_name, birth_date, sex, residence, issued_on };

inline constexpr auto card_fields = enum_text<CardField>("card_field",
                                                         {{CardField::old_number, "old_number"},
                                                          {CardField::full_name, "full_name"},
                                                          {CardField::birth_date, "birth_date"},
                                                          {CardField::sex, "sex"},
                                                          {CardField::residence, "residence"},
                                                          {CardField::issued_on, "issued_on"}});

/// A field of the card that its number or another field contradicts, or that is not on it as usual.
struct CardDoubt {
    CardField field{};
    Message reason;

    bool operator==(const CardDoubt&) const = default;
};

/// The fields of a citizen card's QR (CCCD, law.md §8). It proves nothing, as anyone can
/// print one: it fills the form, the officer looks at the card.
struct CitizenCard {
    CitizenNumber number;
    /// Of the former card: 9 digits, on some cards 12; or empty.
    std::string old_number;
    std::string full_name;
    /// None where the card has the year alone, as older people's have, or nothing.
    std::optional<Day> birth_date;
    std::optional<int> birth_year; ///< none where it is not on the card
    std::optional<Sex> sex;        ///< none where it is not on the card
    std::string residence;         ///< may be empty
    std::optional<Day> issued_on;  ///< none where it is not on the card
    /// What follows on the cards of 2024 (căn cước), as it stands there: no source says what the
    /// fields are.
    std::vector<std::string> further;
    /// To be shown, never silently taken, what is not on the card among them. Empty when number and
    /// card agree and all is there.
    std::vector<CardDoubt> doubts;
    /// Of `full_name` and `residence`, which of them no form may be filled with: intake refuses
    /// them as they stand here (names.hpp). Each is doubted too.
    std::vector<CardField> damaged;

    bool is_doubtful() const { return !doubts.empty(); }
};

/// 12 digits: 3 province, 1 century and sex (0 man, 1 woman of 19xx; 2, 3 of 20xx; … 9 woman
/// of 23xx), 2 year of birth, 6 more. Any province code is taken: provinces merge.
Result<CitizenNumber> check_citizen_number(std::string_view digits);

/// Reads the UTF-8 payload of a card's QR, also with another sign for its bars (card_line.hpp).
/// Refuses what is no such payload; a card that contradicts itself, has not every field or damaged
/// ones, is read as far as it goes and carries its doubts.
Result<CitizenCard> parse_citizen_card(std::string_view payload);

/// `birth_date`, `sex`, ...
std::string_view to_text(CardField field);

} // namespace core
