#include "core/words/failure.hpp"

#include "core/domain/failure.hpp"

namespace words {

std::string say(Language language, const std::exception& failure) {
    if (const auto* told = dynamic_cast<const core::Failure*>(&failure))
        return say(language, told->message());
    return failure.what();
}

} // namespace words
