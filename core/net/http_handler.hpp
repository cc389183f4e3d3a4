#pragma once

#include "core/net/http_message.hpp"
#include "core/net/web_socket.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>

namespace net {

/// What a client may cost. Whoever goes beyond one is refused or cut off; nobody else notices.
struct ServerLimits {
    std::size_t header_bytes = 16 * 1024;
    std::size_t connections = 4000;           ///< more are answered 503 and closed
    std::chrono::seconds header_time{10};     ///< from the first byte of a head to its last
    std::chrono::seconds body_time{30};       ///< without any byte of the body, and …
    std::size_t slowest_body_rate = 4 * 1024; ///< … bytes a second on the whole, after body_time
    std::chrono::seconds idle_time{75};       ///< between two requests of a connection
    std::chrono::seconds write_time{30};      ///< without the client taking anything
    std::size_t outbox_messages = 1024;       ///< of one WebSocket client; then it is dropped
    std::size_t outbox_bytes = 1024 * 1024;
    std::size_t socket_message_bytes = 16 * 1024; ///< the largest that a WebSocket client may send
    std::chrono::seconds ping_after{20}; ///< of a WebSocket's silence; gone after twice that
};

/// What answers requests. All members are called on the server's thread and must return soon;
/// what takes longer answers through the responder later. An exception is answered with 500.
class HttpHandler {
public:
    virtual ~HttpHandler() = default;

    /// The head has come (its body has not).
    virtual BodyPlan plan_body(const HttpRequest& head) = 0;

    virtual void handle(HttpRequest request, Responder respond) = 0;

    /// A WebSocket is asked for: who listens to it, or why not.
    using Upgrade = std::variant<HttpResponse, std::shared_ptr<WebSocketListener>>;
    virtual Upgrade upgrade(const HttpRequest& request) = 0;

    /// Was refused before any of the above: broken HTTP, too large, too slow. To give the body of
    /// the answer (`detail` is a sentence in English) and to be counted. `languages` is the
    /// request's Accept-Language, empty where it did not come as far as that.
    virtual HttpResponse
    refuse(int status, const std::string& detail, std::string_view languages) = 0;
};

/// What happens on the server, for its metrics. Read on the server's thread.
struct ServerCounts {
    std::size_t connections = 0; ///< open now, WebSockets included
    std::size_t web_sockets = 0; ///< open now
    std::uint64_t accepted = 0;
    std::uint64_t refused = 0;         ///< by a limit of connections
    std::uint64_t dropped_sockets = 0; ///< WebSocket clients whose outbox was full
};

} // namespace net
