#include "core/agent/event_relay.hpp"

#include "core/agent/problem.hpp"
#include "core/net/websocket/web_socket_client.hpp"

#include <atomic>
#include <list>
#include <thread>
#include <utility>

namespace agent {

namespace {

// How soon a line sees that its page is gone.
constexpr std::chrono::milliseconds line_interval{250};

constexpr std::uint16_t service_restart = 1012;
constexpr std::uint16_t try_again_later = 1013; ///< the core's: load anew

/// What of the page's request the core is told.
net::Headers headers_for_core(const net::HttpRequest& request, const std::string& key) {
    if (!key.empty()) return {{"authorization", "Bearer " + key}};
    net::Headers headers;
    for (const std::string_view name : {"authorization", "cookie"}) {
        const std::string_view value = request.header(name);
        if (!value.empty()) headers.emplace_back(name, value);
    }
    return headers;
}

} // namespace

struct EventRelay::Impl {
    class Page;

    /// One page's thread and connection to the core.
    struct Line {
        std::atomic<bool> is_done{false};
        std::thread thread{};
    };

    void start(std::shared_ptr<Page> page);
    void run(const std::shared_ptr<Page>& page) const;
    void join_done_lines();

    net::ServerAddress core;
    std::string key;
    net::HttpServer& server;
    net::ClientLimits limits;
    std::atomic<bool> stopping{false};
    std::list<Line> lines{}; ///< on the server's thread
};

/// The page's end. Its members are used on the server's thread, where not said otherwise.
class EventRelay::Impl::Page : public net::WebSocketListener,
                               public std::enable_shared_from_this<Page> {
public:
    Page(Impl& relay, const net::HttpRequest& request)
        : target(request.target), headers(headers_for_core(request, relay.key)), relay_(relay) {}

    void on_open(std::shared_ptr<net::WebSocket> socket) override {
        socket_ = std::move(socket);
        relay_.start(shared_from_this());
    }

    void on_text(std::string) override {}

    void on_close() override {
        socket_.reset();
        is_gone = true;
    }

    void send(const std::shared_ptr<const std::string>& text) const {
        if (socket_) socket_->send(text);
    }

    void close(std::uint16_t code, std::string_view reason) const {
        if (socket_) socket_->close(code, reason);
    }

    const std::string target;
    const net::Headers headers;
    std::atomic<bool> is_gone{false}; ///< any thread

private:
    Impl& relay_;
    std::shared_ptr<net::WebSocket> socket_; // none before and after
};

void EventRelay::Impl::start(std::shared_ptr<Page> page) {
    Line& line = lines.emplace_back();
    line.thread = std::thread([this, &line, page = std::move(page)] {
        run(page);
        line.is_done = true;
    });
}

void EventRelay::Impl::run(const std::shared_ptr<Page>& page) const {
    std::uint16_t code = service_restart;
    std::optional<net::WebSocketClient> client;
    try {
        client.emplace(core, page->target, page->headers, limits);
        while (!stopping && !page->is_gone) {
            auto message = client->read(line_interval);
            if (!message) continue;
            auto text = std::make_shared<const std::string>(std::move(*message));
            server.post([page, text] { page->send(text); });
        }
        client->close();
    } catch (const net::NetError&) {
        if (client && client->close_code() == try_again_later) code = try_again_later;
    }
    server.post(
        [page, code] { page->close(code, code == try_again_later ? "reload" : "core away"); });
}

void EventRelay::Impl::join_done_lines() {
    lines.remove_if([](Line& line) {
        if (!line.is_done) return false;
        line.thread.join();
        return true;
    });
}

EventRelay::EventRelay(net::ServerAddress core,
                       std::string key,
                       net::HttpServer& server,
                       net::ClientLimits limits)
    : impl_(new Impl{std::move(core), std::move(key), server, limits}) {}

EventRelay::~EventRelay() {
    impl_->stopping = true;
    for (Impl::Line& line : impl_->lines) line.thread.join();
}

net::HttpHandler::Upgrade EventRelay::upgrade(const net::HttpRequest& request) {
    impl_->join_done_lines();
    if (impl_->lines.size() >= most_pages)
        return problem(language_of(request), 503, "busy", "too-many-pages");
    return std::make_shared<Impl::Page>(*impl_, request);
}

} // namespace agent
