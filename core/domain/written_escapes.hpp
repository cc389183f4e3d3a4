#pragma once

#include "core/domain/field_damage.hpp"

#include <optional>
#include <string_view>

namespace core {

/// Whether letters stand in the text as another format writes them, `&#7877;`, `%E1%BB%85` or
/// `\u1ec5`, and how it reads. Percents, ampersands and backslashes of people are none. Requires
/// valid UTF-8.
std::optional<FieldDamage> find_escapes(std::string_view text);

} // namespace core
