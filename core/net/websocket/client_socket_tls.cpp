#include "core/net/client/client_tls.hpp"
#include "core/net/websocket/client_socket_over.hpp"

#include <boost/beast/websocket/ssl.hpp>

namespace net {

std::unique_ptr<ClientSocket> open_tls_socket(const ServerAddress& server,
                                              const std::string& target,
                                              const Headers& headers,
                                              const ClientLimits& limits) {
    const auto deadline = SteadyClock::now() + limits.connect_time;
    auto context = client_tls(server);
    auto client = std::make_unique<ClientSocketOver<ClientTlsStream>>(server, limits, context);
    connect_socket(client->loop(), client->next_layer().next_layer(), server, deadline);
    shake_hands(client->loop(), client->next_layer(), server, deadline);
    client->upgrade(target, headers, deadline);
    return client;
}

} // namespace net
