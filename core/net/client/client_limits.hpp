#pragma once

#include <chrono>
#include <cstddef>

namespace net {

/// How long a client waits, and how much it reads.
struct ClientLimits {
    std::chrono::milliseconds connect_time{5'000};
    std::chrono::milliseconds reply_time{
        30'000}; ///< from the request's first byte to the reply's last
    std::size_t reply_bytes = std::size_t{64} << 20;
    /// A WebSocket on which not even a ping came for so long is gone: no wire tells of a server
    /// whose power failed.
    std::chrono::milliseconds silence_time{90'000};
};

} // namespace net
