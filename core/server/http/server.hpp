#pragma once

#include "core/engine/ports/clock.hpp"
#include "core/server/config.hpp"
#include "core/server/http/device_states.hpp"
#include "core/server/http/event_feed.hpp"
#include "core/server/http/login_guard.hpp"
#include "core/server/http/metrics.hpp"
#include "core/server/http/pages.hpp"
#include "core/server/http/people.hpp"
#include "core/server/http/response_cache.hpp"
#include "core/server/http/route.hpp"
#include "core/server/http/workers.hpp"
#include "core/server/upkeep/maintenance.hpp"

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

namespace server {

/// The books of one office on the network: routes, log-ins, events. Requests are read and answered
/// on the thread that calls run(); changes are made by the store's writer; long reads and passwords
/// are for workers.
class Server : private net::HttpHandler {
public:
    /// Long reads that may wait, and passwords that may wait to be checked; more are "busy".
    static constexpr std::size_t read_queue_limit = 512;
    static constexpr std::size_t password_queue_limit = 32;
    static constexpr std::size_t upload_queue_limit = 64;

    /// Binds at once; throws with a sentence when it can't. All must outlive the server.
    Server(core::Store& store,
           core::AgencyId agency,
           const core::Clock& clock,
           const Config& config);
    ~Server() override;

    std::uint16_t port() const { return http_->port(); }

    /// Blocks until stopped by SIGTERM or SIGINT.
    void run();

    const Router& router() const { return router_; }

    // For routes; on the network thread where nothing else is said.

    core::Store& store() { return store_; }

    core::AgencyId agency() const { return agency_; }

    const core::Clock& clock() const { return clock_; }

    const Config& config() const { return config_; }

    const RulesPtr& rules() const { return rules_; }

    People& people() { return people_; }

    LoginGuard& guard() { return guard_; }

    EventFeed& feed() { return feed_; }

    DeviceStates& device_states() { return device_states_; }

    /// A device whose WebSocket is open is there.
    void note_listening_devices();

    Maintenance& maintenance() { return *maintenance_; }

    Workers& passwords() { return passwords_; }

    /// Attachments on their way into the books.
    Workers& uploads() { return uploads_; }

    /// Runs a change through the writer and answers: with its answer, the one kept for the same
    /// Idempotency-Key, or why not. `after` is called on the network thread when it was made.
    void write(const CallPtr& call,
               WriteWork work,
               net::Responder respond,
               std::function<void()> after = {});

    /// Runs a read on a worker and answers.
    void read_later(const CallPtr& call, ReadWork work, net::Responder respond);

    /// The description of all routes (OpenAPI 3.1).
    const std::string& description() const { return description_; }

    std::string metrics_text();

    /// Whether the books can be read.
    bool is_ready();

    void reload_people();
    void reload_rules();

    /// From any thread.
    void post(std::function<void()> work) { http_->post(std::move(work)); }

    /// Logs what broke and gives the answer for it. Any thread.
    net::HttpResponse broken(const std::exception& failure, std::string_view where);

private:
    net::BodyPlan plan_body(const net::HttpRequest& head) override;
    void handle(net::HttpRequest request, net::Responder respond) override;
    Upgrade upgrade(const net::HttpRequest& request) override;
    net::HttpResponse refuse(int status, const std::string& detail) override;

    /// Who may not is told why; none when the caller may.
    std::optional<net::HttpResponse> refuse_caller(const Route& route,
                                                   const net::HttpRequest& request,
                                                   const Caller& caller,
                                                   bool stale);
    std::optional<net::HttpResponse> refuse_path(const net::HttpRequest& request,
                                                 const Router::Match& match);
    void carry_out(const Route& route, const CallPtr& call, net::Responder respond);
    net::HttpResponse read_now(const Call& call, const QuickRead& read);
    net::Responder counted(const Route& route, net::Responder respond);
    void keep_refusal(const CallPtr& call, const net::HttpResponse& response);
    void committed(std::span<const core::Event> events);
    void look_for_foreign_changes();
    void housekeep();
    void read_page(std::int64_t after, std::function<void(EventFeed::Page)> done);

    core::Store& store_;
    core::AgencyId agency_;
    const core::Clock& clock_;
    Config config_;
    RulesPtr rules_;
    People people_;
    LoginGuard guard_;
    Metrics metrics_;
    Router router_;
    std::string description_;
    Pages pages_;
    DeviceStates device_states_;
    EventFeed feed_;
    ResponseCache shown_;
    std::atomic<bool> anything_shown_{false}; // from then on changes are told to shown_
    std::atomic<std::uint64_t> errors_{0};
    std::int64_t behind_since_ = 0; // a journal row nobody told of, seen at the last look
    std::unique_ptr<net::HttpServer> http_;
    Workers reads_; // after http_: they post to it
    Workers passwords_;
    Workers uploads_;
    std::unique_ptr<Maintenance> maintenance_; // posts to http_ too
};

/// Adds every route of the program.
void add_routes(Router& router);

} // namespace server
