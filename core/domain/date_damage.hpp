#pragma once

#include "core/domain/field_damage.hpp"

#include <optional>
#include <string_view>

namespace core {

/// What a spreadsheet did to a date that read_written_date() refuses: `45000`, which lost its
/// format and reads as `2023-03-15`, `####`, `="03/01/2023"`. Requires valid UTF-8.
std::optional<FieldDamage> find_day_damage(std::string_view text);

/// The same of a date with a time, `45000.3417`: none is read of a number without a fraction, as
/// the hour is gone too.
std::optional<FieldDamage> find_instant_damage(std::string_view text);

/// Whether a whole text is a date as spreadsheets write one, where no date should stand: `15-Mar`
/// and `15-Thg3`, which read as `15/3`, `Mar-23`, `15/03/2023`, `2023-03-15`. With a year nobody
/// can tell what was typed. Requires valid UTF-8.
std::optional<FieldDamage> find_date_for_text(std::string_view text);

} // namespace core
