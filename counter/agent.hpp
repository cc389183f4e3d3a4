#pragma once

#include "core/agent/core_calls.hpp"
#include "core/agent/device_key.hpp"
#include "core/agent/event_relay.hpp"
#include "core/agent/forwarder.hpp"
#include "core/agent/page_hub.hpp"
#include "core/net/server/http_server.hpp"
#include "core/net/server/static_files.hpp"
#include "counter/draft_routes.hpp"
#include "counter/file_routes.hpp"
#include "counter/login_resolver.hpp"
#include "counter/machine_state.hpp"
#include "counter/moment.hpp"
#include "counter/print_service.hpp"
#include "counter/settings.hpp"
#include "scanner/live/live_scanner.hpp"

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace counter {

/// The officer's PC: serves the page on loopback and does for it what a page cannot. Members run
/// on the thread that calls run() where nothing else is said.
class Agent : private net::HttpHandler {
public:
    /// Binds at once; throws with a sentence when it can't. `version` of the program.
    Agent(const Settings& settings,
          std::optional<agent::DeviceKey> key,
          std::string version,
          Moment now);
    ~Agent() override;

    std::uint16_t port() const { return http_->port(); }

    /// Blocks until SIGTERM or SIGINT.
    void run();

private:
    net::BodyPlan plan_body(const net::HttpRequest& head) override;
    void handle(net::HttpRequest request, net::Responder respond) override;
    Upgrade upgrade(const net::HttpRequest& request) override;
    net::HttpResponse refuse(int status, const std::string& detail) override;

    void handle_local(net::HttpRequest request, const net::Responder& respond);
    net::HttpResponse page(net::HttpRequest request) const;
    void add_printers();
    void add_scanner(const scanner::SourceConfig& source);
    void look_for_core();
    void core_seen(bool online);
    void report_to_core();
    void changed();

    Settings settings_;
    std::optional<agent::DeviceKey> key_;
    std::string version_;
    Moment now_;
    MachineState state_;
    std::string told_;              ///< the pages: the last state
    bool looking_for_core_ = false; ///< an asking is under way
    bool report_is_due_ = false;    ///< something has changed since the last report
    bool report_under_way_ = false;
    net::StaticFiles pages_;
    agent::PageHub hub_;

    // What has threads comes behind what they use.
    std::unique_ptr<net::HttpServer> http_;
    std::unique_ptr<agent::CoreCalls> forwarded_; ///< for pages: attachments may take long
    std::unique_ptr<agent::CoreCalls> own_;
    std::unique_ptr<agent::EventRelay> relay_;
    std::unique_ptr<WorkThread> disk_;
    std::unique_ptr<LoginResolver> who_;
    std::unique_ptr<DraftRoutes> drafts_;
    std::unique_ptr<FileRoutes> files_;
    std::unique_ptr<PrintService> prints_;
    std::deque<scanner::LiveScanner> scanners_;
};

} // namespace counter
