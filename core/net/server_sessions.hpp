#pragma once

#include "core/net/server_state.hpp"
#include "core/net/tcp_socket.hpp"

#include <memory>
#include <string>

namespace boost::asio::ssl {
class context;
}

namespace net {

class HttpSession;

/// A new connection. The server's list is the caller's to fill.
std::shared_ptr<HttpSession>
make_plain_session(ServerState& server, std::string peer, TcpSocket socket);
std::shared_ptr<HttpSession> make_tls_session(ServerState& server,
                                              std::string peer,
                                              TcpSocket socket,
                                              boost::asio::ssl::context& tls);

/// Answers 503 and waits a little for the client to read it. Not one of the server's sessions.
void turn_away(ServerState& server, TcpSocket socket);

} // namespace net
