#include "core/net/web_socket_over_members.hpp"

#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/websocket/ssl.hpp>

template class net::WebSocketOver<boost::asio::ssl::stream<net::TcpSocket>>;
