#pragma once

#include "core/net/client/client_limits.hpp"
#include "core/net/client/server_address.hpp"
#include "core/net/server/http_server.hpp"

#include <memory>
#include <string>

namespace agent {

/// A page's WebSocket to the core's events: one thread and one connection to the core for each
/// page. When the core's end is lost or refused the page's is closed (1012 "core away", or the
/// core's own 1013 "reload") and the page connects anew, by `since`; the first time too, since its
/// own line is open before the core's is. What a page sends is dropped,
/// as the core does.
class EventRelay {
public:
    static constexpr std::size_t most_pages = 16;

    /// `key` as in CoreCalls; without one the page's cookie is handed on. `server` is the one that
    /// pages connect to; its run() must have ended before this is destroyed.
    EventRelay(net::ServerAddress core,
               std::string key,
               net::HttpServer& server,
               net::ClientLimits limits = {});

    /// Takes as long as connecting to the core at most.
    ~EventRelay();
    EventRelay(const EventRelay&) = delete;
    EventRelay& operator=(const EventRelay&) = delete;

    /// For HttpHandler::upgrade: the request's target and query are the core's. On the server's
    /// thread.
    net::HttpHandler::Upgrade upgrade(const net::HttpRequest& request);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace agent
