#pragma once

#include "core/domain/citizen_id.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace core {

/// As a text is with Caps Lock in the other state. Requires valid UTF-8.
std::string with_case_turned(std::string_view text);

/// A card's line as a keyboard typed it: also with the case of its letters turned by Caps Lock, and
/// without the letters that its layout has not. The sex is completed only from what is left of
/// `Nữ`, and only where the number says the same; it stays open where it is anything else that
/// begins so, with a doubt. Refuses as parse_citizen_card. Requires valid UTF-8.
Result<CitizenCard> read_typed_card(std::string_view line);

/// Why the text, if it is a card's line, was refused by read_typed_card(): the field that cannot be
/// read where the others stand in their places, else that the line is broken.
std::optional<Message> problem_of_card(std::string_view text, const Error& refusal);

} // namespace core
