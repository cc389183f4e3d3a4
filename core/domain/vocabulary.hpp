#pragma once

#include "core/domain/enum_text.hpp"

#include <span>
#include <string>
#include <string_view>

namespace core {

/// Every vocabulary that the wire, the journal and the sentences use, taken from the tables beside
/// the enumerations. Whoever writes a new table lists it here. Any thread.
std::span<const Vocabulary> vocabularies();

/// "online, in_person, postal": what may be written in a field.
std::string list_of(const Vocabulary& vocabulary);

/// A JSON schema, which writes a vocabulary by its name, with the names themselves:
/// `["<priority>", null]` becomes `["age_80_or_older", …, "other", null]`. `further` are lists that
/// only this schema has. Throws std::logic_error for a name that is no vocabulary's.
std::string with_names(std::string_view schema, std::span<const Vocabulary> further = {});

} // namespace core
