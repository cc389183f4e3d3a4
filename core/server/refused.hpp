#pragma once

#include "core/domain/failure.hpp"
#include "core/domain/result.hpp"

#include <type_traits>
#include <utility>

namespace server {

/// A refusal on its way to main, which says it as the one line and exits with 1.
class Refused : public core::Failure {
    using core::Failure::Failure;
};

template <typename T>
T accepted(core::Result<T> result) {
    if (!result) throw Refused(result.error().message);
    if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

} // namespace server
