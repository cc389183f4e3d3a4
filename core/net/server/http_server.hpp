#pragma once

#include "core/net/http_handler.hpp"
#include "core/net/tls/tls_files.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace net {

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; ///< 0 lets the system choose
    std::optional<TlsFiles> tls;
    ServerLimits limits;
};

/// Serves HTTP/1.1 (keep-alive, pipelining) and WebSocket on one port, on the thread that calls
/// run(). The requests of one connection are handled one after the other, in their order.
class HttpServer {
public:
    /// Binds at once; throws core::Failure when the address is taken, is no
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

    /// Runs `work` on the server's thread when the process gets SIGTERM or SIGINT; for one that
    /// comes before run(), at its beginning.
    void on_signal(std::function<void(int)> work);

    const ServerCounts& counts() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace net
