#include "core/words/failure.hpp"

#include <utility>

namespace words {

Failure::Failure(core::Message message)
    : std::runtime_error(say(Language::find("en").value_or(Language()), message)),
      message_(std::move(message)) {}

std::string say(Language language, const std::exception& failure) {
    if (const auto* told = dynamic_cast<const Failure*>(&failure))
        return say(language, told->message());
    return failure.what();
}

} // namespace words
