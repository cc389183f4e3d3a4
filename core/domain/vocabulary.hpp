#pragma once

#include "core/domain/enum_text.hpp"

#include <span>
#include <string>

namespace core {

/// Every vocabulary that the wire, the journal and the sentences use, taken from the tables beside
/// the enumerations. Whoever writes a new table lists it here. Any thread.
std::span<const Vocabulary> vocabularies();

/// "online, in_person, postal": what may be written in a field.
std::string list_of(const Vocabulary& vocabulary);

} // namespace core
