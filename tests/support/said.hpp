#pragma once

#include "core/domain/result.hpp"
#include "core/words/failure.hpp"
#include "core/words/words.hpp"

#include <exception>
#include <optional>
#include <string>

/// Messages as people read them, for tests whose point is what is told.
namespace samples {

inline std::string in_english(const core::Message& message) {
    return words::say(words::Language::find("en").value(), message);
}

inline std::string in_english(const std::optional<core::Message>& message) {
    return message ? in_english(*message) : std::string();
}

inline std::string in_vietnamese(const core::Message& message) {
    return words::say(words::Language(), message);
}

/// What is told, in English, of the exception that the work throws; empty where it throws none.
template <typename Work>
std::string told_by(Work work) {
    try {
        work();
    } catch (const std::exception& failure) {
        return words::say(words::Language::find("en").value(), failure);
    }
    return {};
}

/// The refusal in English; empty where there is none.
template <typename T>
std::string refusal_of(const core::Result<T>& result) {
    return result ? std::string() : in_english(result.error().message);
}

} // namespace samples
