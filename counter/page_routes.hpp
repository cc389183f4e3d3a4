#pragma once

#include "core/agent/event_relay.hpp"
#include "core/agent/forwarder.hpp"
#include "core/net/server/http_server.hpp"
#include "core/net/server/static_files.hpp"
#include "counter/draft_routes.hpp"
#include "counter/file_routes.hpp"
#include "counter/login_resolver.hpp"
#include "counter/page_feed.hpp"
#include "counter/print_service.hpp"

#include <cstdint>
#include <filesystem>

namespace counter {

/// Who may ask this machine for what: the page's files, `/local/…`, and the core's own routes
/// handed on. The server's thread.
class PageRoutes {
public:
    /// All must outlive this. `port` is the server's own.
    struct Uses {
        agent::CoreCalls& core; ///< without a key: pages carry an officer's own cookie
        agent::EventRelay& relay;
        LoginResolver& logins;
        DraftRoutes& drafts;
        FileRoutes& files;
        PrintService& prints;
        PageFeed& feed;
        std::uint16_t port;
    };

    /// `web` is the folder of the built pages; empty: there are none.
    PageRoutes(const std::filesystem::path& web, const Uses& uses);

    // As net::HttpHandler has them.
    net::BodyPlan plan_body(const net::HttpRequest& head) const;
    void handle(net::HttpRequest request, const net::Responder& respond);
    net::HttpHandler::Upgrade upgrade(const net::HttpRequest& request);

private:
    void handle_local(net::HttpRequest request, const net::Responder& respond);
    net::HttpResponse page(net::HttpRequest request) const;

    Uses uses_;
    net::StaticFiles web_;
    agent::Forwarder forwarder_;
};

} // namespace counter
