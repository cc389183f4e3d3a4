#pragma once

#include "core/domain/result.hpp"
#include "core/words/words.hpp"

#include <stdexcept>
#include <type_traits>
#include <utility>

namespace server {

/// A refusal on its way to main, which prints it as the one line and exits with 1.
class Refused : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// An option that cannot be what it says, on its way to main, which exits with 2.
class BadUsage : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

template <typename T>
T accepted(core::Result<T> result) {
    if (!result) throw Refused(words::say(words::Language(), result.error().message));
    if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

} // namespace server
