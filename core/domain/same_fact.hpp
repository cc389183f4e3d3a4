#pragma once

#include "core/domain/enum_text.hpp"

#include <string_view>

namespace core {

/// What two people have in common. A name alone says little: it counts only where no ID number
/// contradicts.
enum class SameFact { id_number, phone, name };

inline constexpr auto same_facts = enum_text<SameFact>(
    "same_fact",
    {{SameFact::id_number, "id_number"}, {SameFact::phone, "phone"}, {SameFact::name, "name"}});

/// `id_number`, as sent.
constexpr std::string_view to_text(SameFact fact) { return same_facts.text(fact); }

} // namespace core
