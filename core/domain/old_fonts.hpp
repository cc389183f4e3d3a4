#pragma once

#include "core/domain/field_damage.hpp"
#include "core/domain/word_letters.hpp"

#include <optional>

namespace core {

/// Whether a text was written with an old Vietnamese font or code page and taken for Latin letters,
/// and how it reads. Without a reading where two of them would each make Vietnamese of it.
std::optional<FieldDamage> find_old_font(const Letters& text);

} // namespace core
