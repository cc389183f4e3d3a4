#include "core/net/websocket/client_socket_over.hpp"

namespace net {

std::unique_ptr<ClientSocket> open_plain_socket(const ServerAddress& server,
                                                const std::string& target,
                                                const Headers& headers,
                                                const ClientLimits& limits) {
    const auto deadline = SteadyClock::now() + limits.connect_time;
    auto client = std::make_unique<ClientSocketOver<TcpSocket>>(server, limits);
    connect_socket(client->loop(), client->next_layer(), server, deadline);
    client->upgrade(target, headers, deadline);
    return client;
}

} // namespace net
