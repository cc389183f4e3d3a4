#pragma once

#include "core/words/words.hpp"

#include <exception>
#include <string>

namespace words {

/// What a person is told of an exception: of a core::Failure its message in that language, of any
/// other what the library that threw it says itself.
std::string say(Language language, const std::exception& failure);

} // namespace words
