#pragma once

#include "core/domain/message.hpp"

#include <string_view>

namespace words {

/// What a validator says of an option's value that is empty.
inline constexpr const char* no_value = "no value";

/// What is wrong with a command line, from what CLI11 says of it in English: `error_name` is its
/// ParseError's get_name(), `what` its what(). Anything it says in a way not known here stays as it
/// is.
core::Message usage_problem(std::string_view error_name, std::string_view what);

} // namespace words
