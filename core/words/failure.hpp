#pragma once

#include "core/words/words.hpp"

#include <exception>
#include <stdexcept>
#include <string>

namespace words {

/// Something broke that a person is to be told of: a disk, a device, a setting. what() says it in
/// English, for the log; whoever tells a person says message() in that person's language.
class Failure : public std::runtime_error {
public:
    explicit Failure(core::Message message);

    const core::Message& message() const { return message_; }

private:
    core::Message message_;
};

/// What to tell of it: a Failure in that language, any other exception as it says itself.
std::string say(Language language, const std::exception& failure);

} // namespace words
