#pragma once

#include "core/net/server_state.hpp"
#include "core/net/tcp_socket.hpp"

namespace net {

/// Answers 503 and waits a little for the client to read it. Not one of the server's connections.
void reject_connection(ServerState& server, TcpSocket socket);

} // namespace net
