#pragma once

#include "core/net/client/blocking_loop.hpp"
#include "core/net/socket_stream.hpp"

namespace net {

/// A connection to the server, over TLS when its address says so. Throws NetError: it cannot be
/// found or reached, or it is not who it should be.
SocketStream
connect_stream(BlockingLoop& loop, const ServerAddress& server, SteadyClock::time_point deadline);

} // namespace net
