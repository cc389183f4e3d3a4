#pragma once

#include "core/domain/field_damage.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace core {

/// What a spreadsheet did to a code, of a dossier or a procedure: `####`, `7.5E+05`, `="0012"`, or
/// a date, which the code was taken for. Codes of other offices may be anything else. Requires
/// valid UTF-8.
std::optional<FieldDamage> find_code_damage(std::string_view text);

/// Whether something is written that has no letter and no digit: `-`, where there is no code.
/// Requires valid UTF-8.
bool is_no_code(std::string_view text);

/// The damage of a procedure's code, whose national form is 1, 2 or 3, a point and six digits:
/// `2.00093` lost its last zero as a number does. Shorter ones, and others in front, may be an
/// office's own.
std::optional<FieldDamage> find_procedure_code_damage(std::string_view text);

/// `2.000930` for `2.00093`, `2,00093` or `2,000930`: a number that a code of the national form was
/// taken for. None for what is no such number, and for a code that is whole.
std::optional<std::string> with_last_zeros(std::string_view text);

} // namespace core
