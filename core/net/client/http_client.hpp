#pragma once

#include "core/net/http_message.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace net {

/// The server cannot be reached, went away, did not answer in time or broke the protocol.
class NetError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Where a server is, and whom to trust there.
struct ServerAddress {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;
    bool tls = false;
    /// TLS: trust this certificate (a LAN's own), or without one the system's authorities.
    std::filesystem::path trusted_certificate;
};

/// Reads `http://host:port`, `https://…`; none for anything else.
std::optional<ServerAddress> parse_server_address(std::string_view url);

struct HttpReply {
    int status = 0;
    Headers headers; // names in lower case
    std::string body;

    std::string_view header(std::string_view name) const;
};

struct ClientLimits {
    std::chrono::milliseconds connect_time{5'000};
    std::chrono::milliseconds reply_time{
        30'000}; ///< from the request's first byte to the reply's last
    std::size_t reply_bytes = std::size_t{64} << 20;
    /// A WebSocket on which not even a ping came for so long is gone: no wire tells of a server
    /// whose power failed.
    std::chrono::milliseconds silence_time{90'000};
};

/// One connection to a server, kept alive and opened again when it is gone. Blocking; belongs to
/// one thread at a time.
class HttpClient {
public:
    explicit HttpClient(ServerAddress server, ClientLimits limits = {});
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;
    HttpClient(HttpClient&&) noexcept;
    HttpClient& operator=(HttpClient&&) noexcept;

    /// Throws NetError. A request is sent again on a new connection only when the old one was
    /// idle and closed before any byte of the reply, so give a POST its Idempotency-Key.
    HttpReply request(const std::string& method,
                      const std::string& target,
                      const Headers& headers = {},
                      std::string_view body = {});

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

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
