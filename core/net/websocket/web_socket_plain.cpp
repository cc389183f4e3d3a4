#include "core/net/websocket/web_socket_over_members.hpp"

template class net::WebSocketOver<net::TcpSocket>;
