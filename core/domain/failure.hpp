#pragma once

#include "core/domain/message.hpp"

#include <exception>
#include <stdexcept>
#include <string>
#include <vector>

namespace core {

/// Something that cannot be carried out and is no refusal of a request: thrown where a Result
/// would burden every caller on the way. Whoever tells a person says message() in that person's
/// language; `what()` is for a log, in no language: the message's code and its facts.
class Failure : public std::runtime_error {
public:
    explicit Failure(Message message);

    const Message& message() const { return message_; }

private:
    Message message_;
};

/// `file-unwritable (file: /var/x, reason: No space left on device)`: a message for a log.
std::string log_text(const Message& message);

/// Why something failed, as a fact of another message: the message of a Failure; of any other
/// exception what the library that threw it says.
std::vector<Message> reason_of(const std::exception& failure);

/// What people are told of an exception: the message of a Failure; of any other the program's own
/// words as a detail.
Message message_of(const std::exception& failure);

} // namespace core
