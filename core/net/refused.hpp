#pragma once

#include <string>
#include <utility>

namespace net {

/// Thrown by what reads a request that cannot be answered in earnest; the connection catches it,
/// answers and closes the connection.
struct Refused {
    int status;
    std::string detail; ///< a sentence
};

} // namespace net
