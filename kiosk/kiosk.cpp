#include "kiosk/kiosk.hpp"

#include "core/agent/problem.hpp"

#include <spdlog/spdlog.h>

#include <utility>

namespace kiosk {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds tick_time{1'000};
constexpr std::chrono::milliseconds refresh_time{250}; ///< of the room, when it changed
constexpr std::chrono::milliseconds stop_grace{500};

net::ClientLimits event_limits() {
    net::ClientLimits limits = background_limits();
    limits.silence_time = 45s; // the core pings every 20 s
    return limits;
}

net::ServerOptions server_options(const Settings& settings) {
    net::ServerOptions options;
    options.address = settings.address;
    options.port = settings.port;
    options.limits.connections = 64;
    return options;
}

} // namespace

Kiosk::Kiosk(const Settings& settings, const agent::DeviceKey& key, agent::WallClock system_time)
    : settings_(settings), clock_(std::move(system_time)),
      server_(server_options(settings_), *this),
      connectivity_(clock_, [this](bool online) { tickets_.set_online(online); }),
      core_(settings_.core, key.key, server_, [this] { publish(); }),
      cache_(settings_.data, core_, connectivity_, clock_, [this] { tickets_.room_changed(); }),
      devices_(settings_,
               server_,
               {[this] { publish(); },
                [this](const scanner::LiveScan& scan) { feed_.tell_scan(scan); }}),
      tickets_(settings_.data / "touches.log", {core_, connectivity_, cache_, clock_, devices_}),
      feedback_(settings_.data / "feedback.log", core_, connectivity_),
      report_(core_, connectivity_, clock_, devices_),
      feed_({clock_, connectivity_, cache_, devices_, tickets_}),
      relay_(settings_.core, key.key, server_, background_limits()),
      routes_({settings_,
               core_,
               feedback_,
               tickets_,
               feed_,
               relay_,
               {clock_, connectivity_, cache_, devices_, tickets_},
               server_.port()}) {
    // Before anybody is told that it listens: who knows may end it.
    server_.on_signal([this](int) { server_.stop(stop_grace); });
    if (settings_.is_board) return;
    cache_.load();
    tickets_.resume();
    devices_.start();
    events_ = std::make_unique<agent::EventStream>(
        settings_.core, key.key, "queue",
        agent::EventStreamHandlers{
            [this](bool connected) {
                server_.post([this, connected] { connection_changed(connected); });
            },
            [this](std::string_view) { server_.post([this] { cache_.expire_room(); }); }},
        event_limits());
}

Kiosk::~Kiosk() = default;

void Kiosk::run() {
    if (!settings_.is_board) {
        server_.every(tick_time, [this] { tick(); });
        server_.every(refresh_time, [this] { cache_.refresh_room(); });
    }
    server_.run();
}

void Kiosk::connection_changed(bool connected) {
    spdlog::info(connected ? "connected to the core" : "the core cannot be reached");
    if (connected) {
        cache_.expire_room();
        cache_.expire_procedures();
    }
    connectivity_.connection_changed(connected);
    publish();
}

void Kiosk::tick() {
    tickets_.tick();
    cache_.tick();
    feedback_.tick();
    report_.tick(feed_.pages() > 0);
    publish();
}

void Kiosk::publish() {
    if (!settings_.is_board) feed_.publish();
}

net::BodyPlan Kiosk::plan_body(const net::HttpRequest& head) { return routes_.plan_body(head); }

void Kiosk::handle(net::HttpRequest request, net::Responder respond) {
    routes_.handle(std::move(request), respond);
}

net::HttpHandler::Upgrade Kiosk::upgrade(const net::HttpRequest& request) {
    return routes_.upgrade(request);
}

net::HttpResponse Kiosk::refuse(int status, const std::string&, std::string_view languages) {
    return agent::refused_by_server(status, languages);
}

} // namespace kiosk
