#pragma once

#include "core/domain/civil_time.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// How many fields of a card's line are read (citizen_id.hpp); newer cards have more.
inline constexpr std::size_t card_fields_read = 7;

/// Where the fields of a card's line stand, behind the number.
enum CardPlace : std::size_t {
    old_number_place = 1,
    name_place = 2,
    birth_place = 3,
    sex_place = 4,
    issue_place = 6
};

/// What stands between the separators; at least one field.
std::vector<std::string_view> fields_of_line(std::string_view line, std::string_view separator);

/// The fields with `|` between them.
std::string line_of_fields(const std::vector<std::string_view>& fields);

/// DDMMYYYY, as cards have it. Not parse_date: its years begin with the office's records, people
/// are older.
std::optional<Day> parse_card_date(std::string_view text);

/// Whether a card's number stands in front, and something behind it.
bool begins_as_card(std::string_view line);

/// The line of a card as its QR has it: with `|` where a keyboard's layout made the same other sign
/// of each (`~`, `¦`, `\`, full-width `｜`, a tab, line ends, ...). Only where the number, the
/// dates and the sex stand in their places, so that nothing else can be meant; any other text stays
/// as it is. Requires valid UTF-8.
std::string with_bars(std::string_view line);

/// Whether a text that could not be read most likely is a card's line, cut off or with other signs
/// for `|`: one that begins as a card does, or with its number and has a name and a card's date
/// behind it, that has such a date between such signs, or as many bars as nothing else that people
/// type. Requires valid UTF-8.
bool looks_like_card_line(std::string_view text);

} // namespace core
