#pragma once

#include "core/agent/device_key.hpp"
#include "core/agent/event_relay.hpp"
#include "core/agent/event_stream.hpp"
#include "core/net/server/http_server.hpp"
#include "kiosk/connectivity.hpp"
#include "kiosk/core_cache.hpp"
#include "kiosk/core_client.hpp"
#include "kiosk/core_clock.hpp"
#include "kiosk/device_report.hpp"
#include "kiosk/devices.hpp"
#include "kiosk/feedback_sender.hpp"
#include "kiosk/page_feed.hpp"
#include "kiosk/page_routes.hpp"
#include "kiosk/settings.hpp"
#include "kiosk/ticket_issuer.hpp"

#include <memory>
#include <string>

namespace kiosk {

/// The kiosk, or a board: its parts held together, and what happens when. All of it on the thread
/// that calls run(); what else has a thread says so.
class Kiosk : private net::HttpHandler {
public:
    /// Throws std::exception when it cannot start, core::Failure where there is something to do.
    Kiosk(const Settings& settings, const agent::DeviceKey& key, agent::WallClock system_time);
    ~Kiosk() override;
    Kiosk(const Kiosk&) = delete;
    Kiosk& operator=(const Kiosk&) = delete;

    std::uint16_t port() const { return server_.port(); }

    /// Until SIGTERM or SIGINT.
    void run();

private:
    net::BodyPlan plan_body(const net::HttpRequest& head) override;
    void handle(net::HttpRequest request, net::Responder respond) override;
    Upgrade upgrade(const net::HttpRequest& request) override;
    net::HttpResponse
    refuse(int status, const std::string& detail, std::string_view languages) override;

    void connection_changed(bool connected);
    void tick();
    void publish();

    const Settings settings_;
    CoreClock clock_;
    net::HttpServer server_;

    // Some have threads that use the server, and each uses those above it.
    Connectivity connectivity_;
    CoreClient core_;
    CoreCache cache_;
    Devices devices_;
    TicketIssuer tickets_;
    FeedbackSender feedback_;
    DeviceReport report_;
    PageFeed feed_;
    agent::EventRelay relay_;
    PageRoutes routes_;
    std::unique_ptr<agent::EventStream> events_; ///< none of a board
};

} // namespace kiosk
