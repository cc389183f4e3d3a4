#include "core/server/http/server.hpp"

#include "core/net/server/gzip.hpp"
#include "core/server/http/openapi.hpp"
#include "core/server/http/upload.hpp"
#include "core/server/practice_clock.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace server {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds feed_interval{25};
constexpr milliseconds look_interval{1'000};
constexpr milliseconds housekeeping_interval{10'000};
constexpr milliseconds grace{5'000};

constexpr std::size_t read_threads = 2;
constexpr std::size_t password_threads = 1;
constexpr std::size_t upload_threads = 1;

net::HttpResponse busy_response() {
    auto response = problem_response(
        {503, "busy", "Too much waits already", "Hệ thống đang quá tải: hãy thử lại sau giây lát"});
    response.headers.emplace_back("Retry-After", "1");
    return response;
}

bool changes_something(std::string_view method) { return method != "GET" && method != "HEAD"; }

/// Another site's page that makes a browser send its cookie along gives itself away here.
bool is_from_another_site(const net::HttpRequest& request) {
    const std::string_view origin = request.header("origin");
    if (origin.empty()) return false;
    const std::size_t host = origin.find("://");
    return host == std::string_view::npos || origin.substr(host + 3) != request.header("host");
}

} // namespace

Server::Server(core::Store& store,
               core::AgencyId agency,
               const core::Clock& clock,
               const Config& config)
    : store_(store), agency_(agency), clock_(clock), config_(config),
      people_(config.session_idle_time), pages_(config.web, config.sounds),
      feed_(clock,
            [this](std::int64_t after, std::function<void(EventFeed::Page)> done) {
                read_page(after, std::move(done));
            }),
      reads_(read_threads, read_queue_limit), passwords_(password_threads, password_queue_limit),
      uploads_(upload_threads, upload_queue_limit) {
    add_routes(router_);
    description_ = describe_api(router_);
    reload_rules();
    reload_people();
    feed_.note_seq(store_.read(agency_)->journal_head().seq);
    http_ = std::make_unique<net::HttpServer>(
        net::ServerOptions{config_.address, config_.port, config_.tls, config_.limits},
        static_cast<net::HttpHandler&>(*this));
    maintenance_ = std::make_unique<Maintenance>(
        config_.backup, store_, agency_, clock_,
        [this](std::function<void()> work) { http_->post(std::move(work)); });
    store_.listen([this](core::AgencyId of, std::span<const core::Event> events) {
        if (of == agency_) committed(events);
    });
}

Server::~Server() = default;

void Server::run() {
    http_->every(feed_interval, [this] { feed_.pump(); });
    http_->every(look_interval, [this] {
        look_for_foreign_changes();
        maintenance_->look_at_the_clock();
    });
    http_->every(housekeeping_interval, [this] { housekeep(); });
    http_->on_signal([this](int) {
        spdlog::info("stopping: answering what is at hand");
        http_->stop(grace);
    });
    http_->run();
    spdlog::info("stopped");
}

void Server::reload_rules() {
    rules_ = std::make_shared<const OfficeRules>(*store_.read(agency_));
    shown_.forget_all();
}

void Server::reload_people() {
    const core::Instant now = clock_.now();
    people_.reload(*store_.read(agency_), now);
    feed_.keep_only([&](const Caller& caller) { return people_.still_known(caller, now); });
}

/// On the writer's thread: nobody's answer waits for what is told of it. Whoever made a change is
/// answered through the network thread too, so behind what is posted here.
void Server::committed(std::span<const core::Event> events) {
    if (feed_.would_tell()) {
        http_->post([this, told = std::vector<core::Event>(events.begin(), events.end())] {
            for (const core::Event& event : told) shown_.forget(event.subject);
            feed_.publish(told);
        });
        return;
    }
    std::vector<std::string> subjects;
    if (anything_shown_) {
        subjects.reserve(events.size());
        for (const core::Event& event : events) subjects.push_back(event.subject);
    }
    http_->post([this, seq = events.back().seq, subjects = std::move(subjects)] {
        for (const std::string& subject : subjects) shown_.forget(subject);
        // Told later would be too late for look_for_foreign_changes(), and it costs little.
        feed_.note_seq(seq);
    });
}

/// The administrator's commands may write beside the server: what they changed is read anew.
void Server::look_for_foreign_changes() {
    try {
        const auto books = store_.read(agency_);
        const std::int64_t head = books->journal_head().seq;
        const bool behind = head > feed_.seq();
        // The server's own commits are told of within a moment.
        if (!behind || behind_since_ != feed_.seq() + 1) {
            behind_since_ = behind ? feed_.seq() + 1 : 0;
            return;
        }
        std::vector<core::Event> events;
        books->each_event(feed_.seq() + 1, [&](const core::Event& event) {
            events.push_back(event);
            return events.size() < EventFeed::page_size;
        });
        feed_.publish(events);
        reload_rules();
        reload_people();
    } catch (const std::exception& failure) {
        broken(failure, "look for changes");
    }
}

void Server::note_listening_devices() {
    const core::Instant now = clock_.now();
    feed_.each_client([&](const Caller& caller) {
        if (caller.kind == Caller::Kind::device)
            device_states_.note_seen(caller.name, now, steady_clock::now());
    });
}

void Server::housekeep() {
    note_listening_devices();
    constexpr std::int64_t most_answers = 2'000;
    constexpr std::size_t most_tickets = 500;
    const core::ActContext at{{"system", "server"}, clock_.now()};
    try {
        store_.submit(
            agency_,
            [rules = rules_, at](core::Books& books) -> core::Result<void> {
                rules->front_desk.close_days_before(books, at, most_tickets);
                books.write_idempotency_records().forget(at.recorded_at, most_answers);
                return {};
            },
            [this](const core::Result<void>&, const std::exception_ptr& failure) {
                if (!failure) return;
                try {
                    std::rethrow_exception(failure);
                } catch (const std::exception& error) {
                    broken(error, "housekeeping");
                }
            });
    } catch (const std::exception& failure) {
        broken(failure, "housekeeping");
    }
}

void Server::read_page(std::int64_t after, std::function<void(EventFeed::Page)> done) {
    auto work = [this, after, done] {
        EventFeed::Page page;
        try {
            const auto books = store_.read(agency_);
            page.head = books->journal_head().seq;
            if (page.head - after <= EventFeed::replay_limit) {
                books->each_event(after + 1, [&](const core::Event& event) {
                    page.events.push_back(event);
                    return page.events.size() < EventFeed::page_size;
                });
            }
        } catch (const std::exception& failure) {
            broken(failure, "replay of events");
            page.head = after + EventFeed::replay_limit + 1; // the client is told to reload
            page.events.clear();
        }
        http_->post([done, page = std::move(page)] { done(page); });
    };
    if (reads_.submit(work)) return;
    http_->post([done, after] { done({{}, after + EventFeed::replay_limit + 1}); });
}

net::HttpResponse Server::broken(const std::exception& failure, std::string_view where) {
    ++errors_;
    spdlog::error("{} broke: {}", where, failure.what());
    return broken_response(failure);
}

std::optional<net::HttpResponse> Server::refuse_path(const net::HttpRequest& request,
                                                     const Router::Match& match) {
    if (match.route) return std::nullopt;
    if (auto page = pages_.answer(request)) return page;
    if (match.allowed.empty()) {
        return problem_response({404, "not-found", "There is no such address",
                                 "Không có địa chỉ này: hãy xem /api/openapi.json"});
    }
    auto response = problem_response({405, "method-not-allowed", "This address has other methods",
                                      "Địa chỉ này chỉ có: " + match.allowed});
    response.headers.emplace_back("Allow", match.allowed);
    return response;
}

std::optional<net::HttpResponse> Server::refuse_caller(const Route& route,
                                                       const net::HttpRequest& request,
                                                       const Caller& caller,
                                                       bool stale) {
    if (caller.by_cookie && changes_something(request.method) && is_from_another_site(request)) {
        return problem_response({403, "another-site", "The request comes from another site's page",
                                 "Yêu cầu đến từ trang khác: hãy mở trang của hệ thống"});
    }
    if ((route.allowed & caller.as_set()) != 0 || (route.allowed & callers::nobody) != 0)
        return std::nullopt;
    if (caller.kind == Caller::Kind::nobody || stale) {
        auto response =
            problem_response({401, stale ? "session-ended" : "not-logged-in", "Log in first",
                              stale ? "Phiên làm việc đã hết: hãy đăng nhập lại"
                                    : "Cần đăng nhập: gửi kèm Authorization: Bearer"});
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
        return response;
    }
    return problem_response({403, "not-permitted", "Your role may not do this",
                             "Vai trò của tài khoản hoặc thiết bị này không được làm việc này"});
}

net::BodyPlan Server::plan_body(const net::HttpRequest& head) {
    net::BodyPlan plan;
    if (!changes_something(head.method)) return plan;
    plan.limit_bytes = json_body_limit;
    const auto match = router_.find(head.method, head.path);
    if (!match.route) return plan;
    // Who takes no body passes over one, so that the answer is the one to the request.
    if (match.route->body_limit <= json_body_limit) return plan;
    // A file is long: who may not, or sends what is not taken, is told before it comes.
    bool stale = false;
    const Caller caller = people_.authenticate(head, clock_.now(), stale);
    plan.refusal = refuse_caller(*match.route, head, caller, stale);
    plan.limit_bytes = match.route->body_limit;
    if (match.route->body_limit != upload_body_limit) return plan;
    if (!plan.refusal) plan.refusal = refuse_upload(head, config_);
    if (!plan.refusal) plan.sink = begin_upload();
    plan.limit_bytes = config_.attachment_bytes;
    return plan;
}

void Server::handle(net::HttpRequest request, net::Responder respond) {
    auto match = router_.find(request.method, request.path);
    if (auto refusal = refuse_path(request, match)) {
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
    respond = counted(route, std::move(respond));
    if (auto refusal = refuse_caller(route, call->request, call->caller, stale))
        return respond(std::move(*refusal));
    try {
        carry_out(route, call, respond);
    } catch (const std::exception& failure) {
        respond(broken(failure, route.pattern));
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
        respond(read_now(*call, *quick));
    } else if (const auto* slow = std::get_if<LongRead>(&route.work)) {
        read_later(call, slow->work, std::move(respond));
    } else if (const auto* change = std::get_if<Write>(&route.work)) {
        auto prepared = change->prepare(*call);
        if (auto* response = std::get_if<net::HttpResponse>(&prepared))
            return respond(std::move(*response));
        write(call, std::get<WriteWork>(std::move(prepared)), std::move(respond));
    } else {
        std::get<Own>(route.work).work(*this, call, std::move(respond));
    }
}

net::HttpResponse Server::read_now(const Call& call, const QuickRead& read) {
    if (!read.until_changed) return read.work(call, *store_.read(agency_));
    const std::string& code = call.path.front();
    if (const auto* shown = shown_.find(code)) return *shown;
    anything_shown_ = true; // before the books are looked at: a change meanwhile is told
    auto response = read.work(call, *store_.read(agency_));
    constexpr int ok = 200;
    if (response.status == ok) shown_.keep(code, response);
    return response;
}

void Server::read_later(const CallPtr& call, ReadWork work, net::Responder respond) {
    const auto later = [this, call, work = std::move(work), respond] {
        net::HttpResponse response;
        try {
            response = work(*call, *store_.read(agency_));
            net::pack_answer(call->request, response);
        } catch (const std::exception& failure) {
            response = broken(failure, call->request.path.substr(0, 16));
        }
        http_->post(
            [respond, response = std::move(response)]() mutable { respond(std::move(response)); });
    };
    if (!reads_.submit(later)) respond(busy_response());
}

net::HttpHandler::Upgrade Server::upgrade(const net::HttpRequest& request) {
    if (request.path != "/api/v1/events") {
        return problem_response(
            {404, "not-found", "There is no such WebSocket", "WebSocket chỉ có ở /api/v1/events"});
    }
    bool stale = false;
    const Caller caller = people_.authenticate(request, clock_.now(), stale);
    const auto match = router_.find("GET", request.path);
    if (auto refusal = refuse_caller(*match.route, request, caller, stale)) return *refusal;
    if (caller.by_cookie && is_from_another_site(request)) {
        return problem_response({403, "another-site", "The request comes from another site's page",
                                 "Yêu cầu đến từ trang khác: hãy mở trang của hệ thống"});
    }
    const auto topics = parse_topics(net::query_value(request.query, "topics").value_or(""));
    if (!topics)
        return fields_response({{"topics", "queue, dossiers, office (must be some of these)"}});
    const bool may_hear_of_dossiers = ((callers::people | callers::counter) & caller.as_set()) != 0;
    if ((*topics & ~topic::queue) != 0 && !may_hear_of_dossiers) {
        return problem_response({403, "not-permitted", "This device hears of the queue only",
                                 "Thiết bị này chỉ được nhận tin về hàng đợi: topics=queue"});
    }
    std::optional<std::int64_t> since;
    if (const auto text = net::query_value(request.query, "since")) {
        since = parse_count(*text);
        if (!since) return fields_response({{"since", "phải là số seq (must be a seq)"}});
    }
    return feed_.subscribe(caller, *topics, since);
}

net::HttpResponse Server::refuse(int status, const std::string& detail) {
    metrics_.note("(none)", "(refused)", status, {});
    if (status >= 500) ++errors_;
    return problem_response({status, "refused-" + std::to_string(status),
                             std::string(net::reason_phrase(status)), detail});
}

std::string Server::metrics_text() {
    Metrics::Gauges gauges;
    gauges.net = http_->counts();
    gauges.writer = store_.writer_figures();
    gauges.reads_waiting = reads_.waiting();
    const auto books = store_.read(agency_);
    for (const auto& stored : books->tickets().live(core::local_date(clock_.now())))
        gauges.tickets_waiting += stored.ticket.state == core::TicketState::waiting ? 1 : 0;
    gauges.journal_seq = books->journal_head().seq;
    gauges.feed_clients = feed_.clients();
    gauges.feed_messages = feed_.messages();
    gauges.feed_reloads = feed_.reloads();
    gauges.errors = errors_;
    gauges.last_backup = maintenance_->backup().last_success;
    return metrics_.text(gauges);
}

bool Server::is_ready() {
    try {
        return store_.read(agency_)->journal_head().seq > 0;
    } catch (const std::exception& failure) {
        broken(failure, "health check");
        return false;
    }
}

} // namespace server
