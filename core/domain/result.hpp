#pragma once

#include "core/domain/message.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace core {

enum class ErrorKind { invalid_input, not_found, not_allowed, conflict };

/// Why a request was refused: what kind of refusal, and what to say.
struct Error {
    ErrorKind kind;
    Message message;
    std::string field{}; ///< the member of the request that is wrong, where it is one
};

/// A value, or the reason there is none. For refusals that are part of a
/// function's job; a broken disk or printer throws instead.
/// Member names follow std::expected, which replaces this class under C++23.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : outcome_(std::move(value)) {} // NOLINT(google-explicit-constructor)

    Result(Error error) : outcome_(std::move(error)) {} // NOLINT(google-explicit-constructor)

    bool has_value() const { return outcome_.index() == 0; }

    explicit operator bool() const { return has_value(); }

    /// Throws std::bad_variant_access when there is no value.
    const T& value() const& { return std::get<0>(outcome_); }

    T&& value() && { return std::get<0>(std::move(outcome_)); }

    const T& operator*() const { return value(); }

    const T* operator->() const { return &value(); }

    const Error& error() const { return std::get<1>(outcome_); }

private:
    std::variant<T, Error> outcome_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;

    Result(Error error) : error_(std::move(error)) {} // NOLINT(google-explicit-constructor)

    bool has_value() const { return !error_; }

    explicit operator bool() const { return has_value(); }

    const Error& error() const { return error_.value(); }

private:
    std::optional<Error> error_;
};

} // namespace core
