#include "core/net/tls/tls_stream.hpp"
#include "core/net/websocket/web_socket_over_members.hpp"

template class net::WebSocketOver<net::TlsStream>;
