#pragma once

#include "core/domain/field_damage.hpp"

#include <optional>
#include <string_view>

namespace core {

/// Whether the whole field is what a program writes where it has no value: a spreadsheet's error,
/// `#N/A`, or an empty cell of a database, `NULL`, `(null)`, `nan`, `undefined`.
///
/// Names are let be: `Null` with another word is a surname somewhere, `Na` and `Nan` are given
/// names here. So `null` counts only alone, in any case, and `nan` only as programs write it,
/// `nan` and `NaN`. Any text in UTF-8.
std::optional<FieldDamage> find_no_value(std::string_view text);

/// Whether a name is nothing but a number, as `44927`: a date's, where a spreadsheet lost its
/// format. Any text in UTF-8.
std::optional<FieldDamage> find_bare_number(std::string_view text);

} // namespace core
