#pragma once

#include "core/net/client/http_client.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace net {

/// What is behind a WebSocketClient, over TCP or TLS.
class ClientSocket {
public:
    virtual ~ClientSocket() = default;

    virtual std::optional<std::string> read(std::chrono::milliseconds wait) = 0;
    virtual void send(const std::string& text) = 0;
    virtual void close() = 0; ///< any thread
    virtual int close_code() const = 0;
};

/// Throw NetError.
std::unique_ptr<ClientSocket> open_plain_socket(const ServerAddress& server,
                                                const std::string& target,
                                                const Headers& headers,
                                                const ClientLimits& limits);
std::unique_ptr<ClientSocket> open_tls_socket(const ServerAddress& server,
                                              const std::string& target,
                                              const Headers& headers,
                                              const ClientLimits& limits);

} // namespace net
