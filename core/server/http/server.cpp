#include "core/server/http/server.hpp"

#include "core/engine/desk/room_state.hpp"
#include "core/engine/dossiers/unsure_dossiers.hpp"
#include "core/server/http/openapi.hpp"

#include <spdlog/spdlog.h>

#include <utility>

namespace server {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds feed_interval{25};
constexpr milliseconds look_interval{1'000};
constexpr milliseconds housekeeping_interval{10'000};
constexpr milliseconds grace{5'000};

constexpr std::size_t password_threads = 1;
constexpr std::size_t upload_threads = 1;

} // namespace

Server::Server(core::Store& store,
               core::AgencyId agency,
               const core::Clock& clock,
               const Config& config)
    : store_(store), agency_(agency), clock_(clock), config_(config),
      people_(config.session_idle_time), pages_(config.web, config.sounds),
      gate_(router_, people_, pages_, config_, clock_),
      feed_(
          clock,
          [this](std::int64_t after, const std::function<void(EventFeed::Page)>& done) {
              reads_.event_page(after, done);
          },
          [this](const Caller& caller) { return people_.still_known(caller, clock_.now()); }),
      reads_(
          store, agency, [this](auto work) { post(std::move(work)); }, failures_),
      commands_(
          store, agency, [this](auto work) { post(std::move(work)); }, failures_),
      changes_(
          store,
          agency,
          [this](auto work) { post(std::move(work)); },
          feed_,
          reads_,
          failures_,
          [this] {
              reload_rules();
              reload_people();
          }),
      housekeeping_(store, agency, clock, failures_),
      passwords_(password_threads, password_queue_limit),
      uploads_(upload_threads, upload_queue_limit) {
    add_routes(router_);
    description_ = describe_api(router_);
    reload_rules();
    reload_people();
    feed_.note_seq(store_.read(agency_)->journal_head().seq);
    http_ = std::make_unique<net::HttpServer>(
        net::ServerOptions{config_.address, config_.port, config_.tls, config_.limits},
        static_cast<net::HttpHandler&>(*this));
    // Before anybody is told that it listens: who knows may end it.
    http_->on_signal([this](int) {
        spdlog::info("stopping: answering what is at hand");
        http_->stop(grace);
    });
    maintenance_ = std::make_unique<Maintenance>(config_.backup, store_, agency_, clock_,
                                                 [this](auto work) { post(std::move(work)); });
    registers_ = std::make_unique<RegisterImports>(store_, agency_, clock_,
                                                   [this](auto work) { post(std::move(work)); });
    store_.listen([this](core::AgencyId of, std::span<const core::Event> events) {
        if (of == agency_) changes_.committed(events);
    });
}

Server::~Server() = default;

void Server::run() {
    http_->every(feed_interval, [this] { feed_.pump(); });
    http_->every(look_interval, [this] {
        changes_.look_beside();
        maintenance_->look_at_the_clock();
    });
    http_->every(housekeeping_interval, [this] {
        feed_.drop_unknown(); // a log-in ends by its time as well
        note_listening_devices();
        housekeeping_.tidy(rules_);
        calendar_watch_.look(years_asked_for(), core::local_date(clock_.now()));
    });
    http_->run();
    spdlog::info("stopped");
}

void Server::reload_rules() {
    rules_ = std::make_shared<const OfficeRules>(*store_.read(agency_));
    reads_.forget_all();
}

void Server::reload_people() {
    people_.reload(*store_.read(agency_), clock_.now());
    feed_.drop_unknown();
}

void Server::note_listening_devices() {
    const core::Instant now = clock_.now();
    feed_.each_client([&](const Caller& caller) {
        if (caller.kind == Caller::Kind::device)
            device_states_.note_seen(caller.name, now, steady_clock::now());
    });
}

net::BodyPlan Server::plan_body(const net::HttpRequest& head) { return gate_.plan_body(head); }

void Server::handle(net::HttpRequest request, net::Responder respond) {
    auto match = router_.find(request.method, request.path);
    if (auto refusal = gate_.refuse_path(request, match)) {
        metrics_.note(request.method, "(none)", refusal->status, {});
        return respond(std::move(*refusal));
    }
    const Route& route = *match.route;
    auto call = std::make_shared<Call>();
    bool stale = false;
    call->now = clock_.now();
    call->caller = people_.authenticate(request, call->now, stale);
    if (call->caller.kind == Caller::Kind::device)
        device_states_.note_seen(call->caller.name, call->now, steady_clock::now());
    call->request = std::move(request);
    call->path = std::move(match.path);
    call->rules = rules_;
    call->language = language_of(call->request);
    respond = counted(route, std::move(respond));
    if (auto refusal = gate_.refuse_caller(route, call->request, call->caller, stale))
        return respond(std::move(*refusal));
    try {
        carry_out(route, call, respond);
    } catch (const std::exception& failure) {
        respond(failures_.broken(failure, route.pattern, call->language));
    }
}

/// Counts the answer on the network thread, whichever thread gives it.
net::Responder Server::counted(const Route& route, net::Responder respond) {
    return [this, &route, began = steady_clock::now(),
            respond = std::move(respond)](net::HttpResponse response) {
        const int status = response.status;
        respond(std::move(response));
        const auto took = steady_clock::now() - began;
        if (took > std::chrono::seconds{1})
            spdlog::warn("{} {} took {} ms", route.method, route.pattern,
                         std::chrono::duration_cast<milliseconds>(took).count());
        metrics_.note(route.method, route.pattern, status, took);
    };
}

void Server::carry_out(const Route& route, const CallPtr& call, net::Responder respond) {
    if (const auto* quick = std::get_if<QuickRead>(&route.work)) {
        respond(reads_.now(*call, *quick));
    } else if (const auto* lasting = std::get_if<LastingRead>(&route.work)) {
        respond(reads_.now(*call, *lasting));
    } else if (const auto* slow = std::get_if<LongRead>(&route.work)) {
        reads_.later(call, slow->work, respond);
    } else if (const auto* change = std::get_if<Write>(&route.work)) {
        auto prepared = change->prepare(*call);
        if (auto* response = std::get_if<net::HttpResponse>(&prepared))
            return respond(std::move(*response));
        commands_.run(call, std::get<WriteWork>(std::move(prepared)), std::move(respond), {});
    } else {
        std::get<Own>(route.work)
            .work(*this, call, [call, respond = std::move(respond)](net::HttpResponse response) {
                const bool is_json = !response.headers.empty() &&
                                     response.headers.front().second == "application/json";
                if (is_json && !response.shared_body)
                    response.body = with_ignored(std::move(response.body), *call);
                respond(std::move(response));
            });
    }
}

void Server::write(const CallPtr& call,
                   WriteWork work,
                   net::Responder respond,
                   std::function<void()> after) {
    commands_.run(call, std::move(work), std::move(respond), std::move(after));
}

void Server::read_later(const CallPtr& call, ReadWork work, const net::Responder& respond) {
    reads_.later(call, std::move(work), respond);
}

net::HttpHandler::Upgrade Server::upgrade(const net::HttpRequest& request) {
    auto admitted = gate_.admit_listener(request);
    if (auto* refusal = std::get_if<net::HttpResponse>(&admitted)) return std::move(*refusal);
    const auto& wanted = std::get<Subscription>(admitted);
    return feed_.subscribe(wanted.caller, wanted.topics, wanted.since);
}

net::HttpResponse
Server::refuse(int status, const std::string& detail, std::string_view languages) {
    metrics_.note("(none)", "(refused)", status, {});
    if (status >= 500) failures_.count_one();
    spdlog::debug("refused with {}: {}", status, detail);
    const std::string type = "refused-" + std::to_string(status);
    return problem_response({status, type, type}, words::Language::accepted(languages));
}

std::string Server::metrics_text(std::optional<std::int64_t> unsure_dossiers) {
    Metrics::Gauges gauges;
    gauges.net = http_->counts();
    gauges.writer = store_.writer_figures();
    gauges.reads_waiting = reads_.waiting();
    const auto books = store_.read(agency_);
    gauges.tickets_waiting = core::count_waiting(*books, rules_->front_desk, clock_.now());
    gauges.journal_seq = books->journal_head().seq;
    gauges.feed_clients = feed_.clients();
    gauges.feed_messages = feed_.messages();
    gauges.feed_reloads = feed_.reloads();
    gauges.errors = failures_.count();
    gauges.last_backup = maintenance_->backup().last_success;
    gauges.years_not_loaded =
        core::years_asked_for(*books, rules_->calendar, core::local_date(clock_.now())).size();
    gauges.unsure_dossiers = unsure_dossiers;
    return metrics_.text(gauges);
}

std::vector<std::chrono::year> Server::years_asked_for() {
    try {
        return core::years_asked_for(*store_.read(agency_), rules_->calendar,
                                     core::local_date(clock_.now()));
    } catch (const std::exception& failure) {
        failures_.broken(failure, "years that the calendar lacks");
        return {};
    }
}

bool Server::is_ready() {
    try {
        return store_.read(agency_)->journal_head().seq > 0;
    } catch (const std::exception& failure) {
        failures_.broken(failure, "health check");
        return false;
    }
}

} // namespace server
