#pragma once

#include "core/engine/ports/clock.hpp"
#include "core/server/config.hpp"
#include "core/server/http/change_watcher.hpp"
#include "core/server/http/command_runner.hpp"
#include "core/server/http/device_states.hpp"
#include "core/server/http/event_feed.hpp"
#include "core/server/http/failure_log.hpp"
#include "core/server/http/login_guard.hpp"
#include "core/server/http/metrics.hpp"
#include "core/server/http/pages.hpp"
#include "core/server/http/people.hpp"
#include "core/server/http/read_runner.hpp"
#include "core/server/http/request_gate.hpp"
#include "core/server/http/route.hpp"
#include "core/server/http/workers.hpp"
#include "core/server/upkeep/calendar_watch.hpp"
#include "core/server/upkeep/housekeeping.hpp"
#include "core/server/upkeep/maintenance.hpp"
#include "core/server/upkeep/register_imports.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace server {

/// The books of one office on the network: holds the parts together that routes, log-ins and events
/// are made of. A request passes the gate, finds its route, and is answered by the runner of its
/// kind. Requests are read and answered on the thread that calls run(); changes are made by the
/// store's writer; long reads and passwords are for workers.
class Server : private net::HttpHandler {
public:
    /// Passwords that may wait to be checked, and attachments to be stored; more are "busy".
    static constexpr std::size_t password_queue_limit = 32;
    static constexpr std::size_t upload_queue_limit = 64;

    /// Binds at once; throws with a sentence when it can't. All must outlive the server.
    Server(core::Store& store,
           core::AgencyId agency,
           const core::Clock& clock,
           const Config& config);
    ~Server() override;
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const { return http_->port(); }

    /// Blocks until stopped by SIGTERM or SIGINT.
    void run();

    // For routes; on the network thread where nothing else is said.

    core::Store& store() { return store_; }

    core::AgencyId agency() const { return agency_; }

    const Config& config() const { return config_; }

    const RulesPtr& rules() const { return rules_; }

    People& people() { return people_; }

    LoginGuard& guard() { return guard_; }

    EventFeed& feed() { return feed_; }

    DeviceStates& device_states() { return device_states_; }

    /// A device whose WebSocket is open is there.
    void note_listening_devices();

    Maintenance& maintenance() { return *maintenance_; }

    RegisterImports& registers() { return *registers_; }

    Workers& passwords() { return passwords_; }

    /// Attachments on their way into the books.
    Workers& uploads() { return uploads_; }

    /// See CommandRunner::run.
    void write(const CallPtr& call,
               WriteWork work,
               net::Responder respond,
               std::function<void()> after = {});

    /// See ReadRunner::later.
    void read_later(const CallPtr& call, ReadWork work, const net::Responder& respond);

    /// The description of all routes (OpenAPI 3.1).
    const std::string& description() const { return description_; }

    /// `unsure_dossiers` costs a long read: whoever asks has counted them, or not.
    std::string metrics_text(std::optional<std::int64_t> unsure_dossiers);

    /// The years whose days off the administrator is asked for (core::years_asked_for); none while
    /// the books cannot be read.
    std::vector<std::chrono::year> years_asked_for();

    /// Whether the books can be read.
    bool is_ready();

    void reload_people();
    void reload_rules();

    /// From any thread.
    void post(std::function<void()> work) { http_->post(std::move(work)); }

    /// See FailureLog::broken. Any thread.
    net::HttpResponse
    broken(const std::exception& failure, std::string_view where, words::Language language = {}) {
        return failures_.broken(failure, where, language);
    }

private:
    net::BodyPlan plan_body(const net::HttpRequest& head) override;
    void handle(net::HttpRequest request, net::Responder respond) override;
    Upgrade upgrade(const net::HttpRequest& request) override;
    net::HttpResponse
    refuse(int status, const std::string& detail, std::string_view languages) override;

    void carry_out(const Route& route, const CallPtr& call, net::Responder respond);
    net::Responder counted(const Route& route, net::Responder respond);

    core::Store& store_;
    core::AgencyId agency_;
    const core::Clock& clock_;
    Config config_;
    RulesPtr rules_;
    People people_;
    LoginGuard guard_;
    FailureLog failures_;
    Metrics metrics_;
    Router router_;
    std::string description_;
    Pages pages_;
    RequestGate gate_;
    DeviceStates device_states_;
    EventFeed feed_;
    std::unique_ptr<net::HttpServer> http_;
    ReadRunner reads_; // from here on: they post to http_
    CommandRunner commands_;
    ChangeWatcher changes_;
    Housekeeping housekeeping_;
    CalendarWatch calendar_watch_;
    Workers passwords_;
    Workers uploads_;
    std::unique_ptr<Maintenance> maintenance_;
    std::unique_ptr<RegisterImports> registers_;
};

/// Adds every route of the program.
void add_routes(Router& router);

} // namespace server
