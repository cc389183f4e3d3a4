#pragma once

#include "core/domain/field_damage.hpp"
#include "core/domain/word_letters.hpp"

#include <optional>

namespace core {

/// Whether the text's letters are the bytes of UTF-8, each taken for a letter of a code page and
/// written once more, and how it reads. Without a reading where bytes were lost on the way and
/// nobody can tell them.
std::optional<FieldDamage> find_utf8_twice(const Letters& text);

} // namespace core
