#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// The end of a dossier's code as people call it out: `0007`, or date and number, `261129-0007`; or
/// any longer end that begins behind a dash or a point, as code_key() has it. In any spelling:
/// with blanks, points or nothing between its parts, letters O for zeros, and what is put around a
/// code (named_code.hpp). None for what is no such end. Requires valid UTF-8.
std::optional<std::string> code_tail(std::string_view text);

/// The folded words by which people are looked for, as text.hpp's search_words(), with each number
/// as its key: `0912 345 678` and `+84 912345678` are the one word `0912345678`. Several readings
/// where nobody can tell what a number is: whoever fits one of them is found. Never empty; words
/// may be. Requires valid UTF-8.
std::vector<std::vector<std::string>> person_readings(std::string_view text);

} // namespace core
