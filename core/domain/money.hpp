#pragma once

#include "core/domain/field_damage.hpp"
#include "core/domain/result.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace core {

/// More than any fee of an office: a larger amount is a slip of the keyboard.
inline constexpr std::int64_t most_vnd = 1'000'000'000'000;

/// An amount in đồng: `10000`, `10.000`, `10,000`, `10 000 đ`, `10.000 VND`. Groups of three have
/// one sign between them; what may be a fraction (`10.5`, `1.0000`) and what is below zero is
/// refused: Empty is 0. Requires valid UTF-8.
Result<std::int64_t> read_money(std::string_view text);

/// What a spreadsheet did to an amount that read_money() refuses: `1E+05`, `####`, `=10000`, or
/// `10.000,00`, which reads as `10000`. Requires valid UTF-8.
std::optional<FieldDamage> find_money_damage(std::string_view text);

} // namespace core
