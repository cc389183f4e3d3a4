#include "core/domain/failure.hpp"

namespace core {

Message message_of(const std::exception& failure) {
    if (const auto* known = dynamic_cast<const Failure*>(&failure)) return known->message();
    return {"cannot-be-read", {{"detail", std::string(failure.what())}}};
}

} // namespace core
