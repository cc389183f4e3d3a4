#pragma once

#include "core/domain/message.hpp"

#include <stdexcept>
#include <utility>

namespace core {

/// Something that cannot be carried out and is no refusal of a request: thrown where a Result
/// would burden every caller on the way. `what()` is the message's code, for a log.
class Failure : public std::runtime_error {
public:
    explicit Failure(Message message)
        : std::runtime_error(message.code), message_(std::move(message)) {}

    const Message& message() const { return message_; }

private:
    Message message_;
};

/// What people are told of an exception: the message of a Failure; of any other the program's own
/// words as a detail.
Message message_of(const std::exception& failure);

} // namespace core
