#pragma once

#include "core/domain/message.hpp"

#include <exception>
#include <stdexcept>
#include <string>
#include <system_error>
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

/// What the system says by an error number (errno); a number that there is no sentence for keeps
/// the system's own text.
Message system_message(int error_number);

/// The same of what a library tells as an error code; one that is not the system's own keeps its
/// text.
Message system_message(const std::error_code& error);

/// The same as a fact of another message, `{"reason", system_reason(errno)}`.
std::vector<Message> system_reason(int error_number);
std::vector<Message> system_reason(const std::error_code& error);

/// What people are told of an exception: the message of a Failure; of any other the program's own
/// words as a detail.
Message message_of(const std::exception& failure);

} // namespace core
