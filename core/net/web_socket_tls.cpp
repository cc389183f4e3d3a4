#include "core/net/tls_stream.hpp"
#include "core/net/web_socket_over_members.hpp"

template class net::WebSocketOver<net::TlsStream>;
