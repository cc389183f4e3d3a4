#pragma once

#include "core/net/client/blocking_loop.hpp"

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

namespace net {

using ClientTlsStream = boost::asio::ssl::stream<TcpSocket>;

inline TcpSocket& lowest_socket(TcpSocket& stream) { return stream; }

inline TcpSocket& lowest_socket(ClientTlsStream& stream) { return stream.next_layer(); }

/// What the server is to be trusted for. Throws NetError when the certificate cannot be read.
boost::asio::ssl::context client_tls(const ServerAddress& server);

/// The TLS handshake on a connected socket. Throws NetError when the server is not who it should
/// be.
void shake_hands(BlockingLoop& loop,
                 ClientTlsStream& stream,
                 const ServerAddress& server,
                 SteadyClock::time_point deadline);

} // namespace net
