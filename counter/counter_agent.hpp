#pragma once

#include "core/agent/core_calls.hpp"
#include "core/agent/device_key.hpp"
#include "core/agent/event_relay.hpp"
#include "core/agent/wall_clock.hpp"
#include "core/net/server/http_server.hpp"
#include "counter/core_probe.hpp"
#include "counter/device_report.hpp"
#include "counter/draft_routes.hpp"
#include "counter/file_routes.hpp"
#include "counter/login_resolver.hpp"
#include "counter/page_feed.hpp"
#include "counter/page_routes.hpp"
#include "counter/print_service.hpp"
#include "counter/settings.hpp"
#include "counter/work_thread.hpp"
#include "scanner/live/live_scanner.hpp"

#include <deque>
#include <optional>
#include <string>

namespace counter {

/// The officer's PC: its parts held together, and what happens when. Serves the page on loopback
/// and does for it what a page cannot. Members run on the thread that calls run().
class CounterAgent : private net::HttpHandler {
public:
    /// Binds at once; throws std::exception when it can't. `version` of the program.
    CounterAgent(const Settings& settings,
                 const std::optional<agent::DeviceKey>& key,
                 const std::string& version,
                 agent::WallClock now);
    ~CounterAgent() override;
    CounterAgent(const CounterAgent&) = delete;
    CounterAgent& operator=(const CounterAgent&) = delete;

    std::uint16_t port() const { return server_.port(); }

    /// Blocks until SIGTERM or SIGINT.
    void run();

private:
    net::BodyPlan plan_body(const net::HttpRequest& head) override;
    void handle(net::HttpRequest request, net::Responder respond) override;
    Upgrade upgrade(const net::HttpRequest& request) override;
    net::HttpResponse
    refuse(int status, const std::string& detail, std::string_view languages) override;

    void add_printer(PrinterRole role,
                     const std::optional<PrinterSetting>& setting,
                     NamedPrinter MachineState::*printer);
    void add_scanner(const scanner::SourceConfig& source);
    void core_answered(bool online);

    const Settings settings_;
    const agent::WallClock now_;
    net::HttpServer server_;

    // Some have threads that use the server, and each uses those above it.
    agent::CoreCalls page_calls_; ///< for pages: attachments may take long
    agent::CoreCalls own_calls_;
    DeviceReport report_;
    PageFeed feed_;
    CoreProbe probe_;
    agent::EventRelay relay_;
    WorkThread disk_;
    LoginResolver logins_;
    DraftRoutes drafts_;
    FileRoutes files_;
    PrintService prints_;
    PageRoutes routes_;
    std::deque<scanner::LiveScanner> scanners_;
};

} // namespace counter
