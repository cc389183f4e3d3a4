#pragma once

#include "core/net/server_state.hpp"
#include "core/net/tcp_socket.hpp"

#include <memory>
#include <string>

namespace boost::asio::ssl {
class context;
}

namespace net {

class HttpConnection;

/// A new connection. The server's list is the caller's to fill.
std::shared_ptr<HttpConnection>
make_plain_connection(ServerState& server, std::string peer, TcpSocket socket);
std::shared_ptr<HttpConnection> make_tls_connection(ServerState& server,
                                                    std::string peer,
                                                    TcpSocket socket,
                                                    boost::asio::ssl::context& tls);

/// Answers 503 and waits a little for the client to read it. Not one of the server's connections.
void reject_connection(ServerState& server, TcpSocket socket);

} // namespace net
