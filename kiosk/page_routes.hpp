#pragma once

#include "core/agent/event_relay.hpp"
#include "core/net/server/http_server.hpp"
#include "core/net/server/static_files.hpp"
#include "kiosk/core_client.hpp"
#include "kiosk/feedback_sender.hpp"
#include "kiosk/page_feed.hpp"
#include "kiosk/page_state.hpp"
#include "kiosk/settings.hpp"
#include "kiosk/ticket_issuer.hpp"

#include <cstdint>
#include <string>

namespace kiosk {

/// Who may ask the kiosk for what: pages and sounds, `/local/…`, and the few requests that are
/// handed on to the core. The server's thread.
class PageRoutes {
public:
    /// All must outlive this. `port` is the server's own.
    struct Uses {
        const Settings& settings;
        CoreClient& core;
        FeedbackSender& feedback;
        TicketIssuer& tickets;
        PageFeed& feed;
        agent::EventRelay& relay;
        PageState state;
        std::uint16_t port;
    };

    explicit PageRoutes(Uses uses);

    // As net::HttpHandler has them.
    net::BodyPlan plan_body(const net::HttpRequest& head) const;
    void handle(net::HttpRequest request, const net::Responder& respond);
    net::HttpHandler::Upgrade upgrade(const net::HttpRequest& request);

private:
    bool handle_local(net::HttpRequest& request, const net::Responder& respond);
    bool handle_ticket(net::HttpRequest& request, const net::Responder& respond);
    net::HttpResponse page(const net::HttpRequest& request) const;
    net::HttpResponse find_procedures(const net::HttpRequest& request) const;
    void forward(net::HttpRequest request,
                 const std::string& target,
                 const net::Responder& respond) const;

    Uses uses_;
    net::StaticFiles web_;
    net::StaticFiles sounds_;
};

} // namespace kiosk
