#pragma once

#include "core/net/client/client_limits.hpp"
#include "core/net/client/server_address.hpp"
#include "core/net/http_message.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace net {

/// A client's end of a WebSocket. Blocking; belongs to one thread, but close() may be called from
/// any to end a read().
class WebSocketClient {
public:
    /// Connects and does the handshake; throws NetError, with the status when it was refused.
    WebSocketClient(const ServerAddress& server,
                    const std::string& target,
                    const Headers& headers = {},
                    ClientLimits limits = {});
    ~WebSocketClient();
    WebSocketClient(const WebSocketClient&) = delete;
    WebSocketClient& operator=(const WebSocketClient&) = delete;
    WebSocketClient(WebSocketClient&&) noexcept;
    WebSocketClient& operator=(WebSocketClient&&) noexcept;

    /// The next text message; none after `wait`. Throws NetError when the socket is closed.
    /// Pings are answered while this waits.
    std::optional<std::string> read(std::chrono::milliseconds wait);

    void send(const std::string& text);
    void close();

    /// The close frame's code after read() threw for it; 0 when there was none.
    int close_code() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace net
