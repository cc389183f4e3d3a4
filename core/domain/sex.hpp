#pragma once

#include "core/domain/enum_text.hpp"

#include <optional>
#include <string_view>

namespace core {

enum class Sex { man, woman };

inline constexpr auto sexes = enum_text<Sex>("sex", {{Sex::man, "man"}, {Sex::woman, "woman"}});

/// `man`, `woman`
constexpr std::string_view to_text(Sex sex) { return sexes.text(sex); }

constexpr std::optional<Sex> parse_sex(std::string_view text) { return sexes.parse(text); }

} // namespace core
