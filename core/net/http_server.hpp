#pragma once

#include "core/net/http_message.hpp"
#include "core/net/web_socket.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
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

struct TlsFiles {
    std::filesystem::path certificate; ///< PEM, with its chain
    std::filesystem::path key;         ///< PEM
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; ///< 0 lets the system choose
    std::optional<TlsFiles> tls;
    ServerLimits limits;
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
    /// the answer (`detail` is a sentence in English) and to be counted.
    virtual HttpResponse refuse(int status, const std::string& detail) = 0;
};

/// What happens on the server, for its metrics. Read on the server's thread.
struct ServerCounts {
    std::size_t connections = 0; ///< open now, WebSockets included
    std::size_t web_sockets = 0; ///< open now
    std::uint64_t accepted = 0;
    std::uint64_t refused = 0;         ///< by a limit of connections
    std::uint64_t dropped_sockets = 0; ///< WebSocket clients whose outbox was full
};

/// Serves HTTP/1.1 (keep-alive, pipelining) and WebSocket on one port, on the thread that calls
/// run(). The requests of one connection are handled one after the other, in their order.
class HttpServer {
public:
    /// Binds at once; throws std::runtime_error with a sentence when the address is taken, is no
    /// address, or the certificate cannot be used. The handler must outlive the server.
    HttpServer(const ServerOptions& options, HttpHandler& handler);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    std::uint16_t port() const;

    /// Blocks until stop() has been carried out.
    void run();

    /// Takes no new connections and requests, lets those at hand be answered, tells WebSocket
    /// clients that the server goes away (1001), and ends run(): after `grace` at the latest.
    /// Any thread, and signal handlers through on_signal() only.
    void stop(std::chrono::milliseconds grace);

    /// Runs `work` on the server's thread, soon. Any thread.
    void post(std::function<void()> work);

    /// Runs `work` on the server's thread every so often, as long as it runs.
    void every(std::chrono::milliseconds interval, std::function<void()> work);

    /// Runs `work` on the server's thread when the process gets SIGTERM or SIGINT.
    void on_signal(std::function<void(int)> work);

    const ServerCounts& counts() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace net
