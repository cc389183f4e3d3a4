#pragma once

#include "core/domain/message.hpp"

#include <string>

namespace core {

/// What was done and should be thought of once more: nobody is refused for it.
struct Notice {
    std::string field; ///< of the request
    Message message;
};

} // namespace core
