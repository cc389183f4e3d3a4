#pragma once

#include "core/words/words.hpp"

#include <string>

/// What a message says to whoever reads English.
inline std::string in_english(const core::Message& message) {
    return words::say(words::Language::find("en").value(), message);
}
