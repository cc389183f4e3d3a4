#include "core/net/server/http_server.hpp"

#include "core/domain/failure.hpp"
#include "core/net/server/http_connection.hpp"
#include "core/net/server/rejected_connection.hpp"
#include "core/net/server_state.hpp"
#include "core/net/tls/tls_context.hpp"

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <csignal>
#include <list>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace net {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;
using std::chrono::milliseconds;

using Loop = asio::io_context;
using Acceptor = asio::basic_socket_acceptor<tcp, Loop::executor_type>;

// After an accept() that failed because descriptors or memory ran out.
constexpr milliseconds accept_pause{100};

// More connections beyond the limit are closed without an answer.
constexpr std::size_t answered_when_turned_away = 64;

/// How often the connections' deadlines are looked at: none is overdue by much more than a quarter.
milliseconds sweep_interval(const ServerLimits& limits) {
    const milliseconds shortest = std::min({limits.header_time, limits.body_time, limits.idle_time,
                                            limits.write_time, limits.ping_after});
    return std::clamp(shortest / 4, milliseconds{50}, milliseconds{1'000});
}

tcp::endpoint endpoint_of(const ServerOptions& options) {
    Error error;
    const auto address = asio::ip::make_address(options.address, error);
    if (error) throw core::Failure({"listen-address-malformed", {{"address", options.address}}});
    return {address, options.port};
}

/// `127.0.0.1:8080`, `[::1]:8080`
std::string shown(const tcp::endpoint& endpoint) {
    std::ostringstream text;
    text << endpoint;
    return text.str();
}

Acceptor listen(Loop& loop, const tcp::endpoint& endpoint) {
    try {
        return Acceptor(loop, endpoint);
    } catch (const boost::system::system_error& error) {
        const std::string wanted = shown(endpoint);
        if (error.code() != asio::error::address_in_use)
            throw core::Failure(
                {"address-not-listened-on",
                 {{"address", wanted}, {"reason", core::system_reason(error.code())}}});
        const Acceptor free(loop, tcp::endpoint(endpoint.address(), 0));
        throw core::Failure(
            {"port-taken", {{"address", wanted}, {"free", shown(free.local_endpoint())}}});
    }
}

} // namespace

struct HttpServer::Impl {
    /// Calls `work` every so often.
    class Ticker {
    public:
        Ticker(Loop& loop, milliseconds interval, std::function<void()> work)
            : timer_(loop), interval_(interval), work_(std::move(work)) {
            timer_.expires_after(interval_);
            wait();
        }

    private:
        void wait() {
            timer_.async_wait([this](const Error& error) {
                if (error) return;
                // Before the work: it may take long, or throw.
                timer_.expires_after(interval_);
                wait();
                work_();
            });
        }

        asio::steady_timer timer_;
        milliseconds interval_;
        std::function<void()> work_;
    };

    Impl(const ServerOptions& options, HttpHandler& handler);
    ~Impl();
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void accept();
    void welcome(TcpSocket socket);
    void sweep();
    void begin_stop(milliseconds grace);
    void cut_off_all();
    void await_signal();

    std::optional<asio::ssl::context> tls;
    Loop loop{1};
    ServerState state;
    Acceptor acceptor;
    asio::steady_timer pause;
    asio::steady_timer grace_timer;
    std::list<Ticker> tickers;
    std::optional<asio::signal_set> signals;
    std::function<void(int)> signal_work;
};

HttpServer::Impl::Impl(const ServerOptions& options, HttpHandler& handler)
    : tls(options.tls ? std::optional(make_server_tls(*options.tls)) : std::nullopt),
      state{options.limits, handler, std::make_shared<Mailbox>(loop), {}, {}, {}, false, {}},
      acceptor(listen(loop, endpoint_of(options))), pause(loop), grace_timer(loop) {
    state.on_last_gone = [this] { loop.stop(); };
    tickers.emplace_back(loop, sweep_interval(options.limits), [this] { sweep(); });
    accept();
}

HttpServer::Impl::~Impl() { state.mailbox->close(); }

void HttpServer::Impl::accept() {
    acceptor.async_accept([this](const Error& error, TcpSocket socket) {
        if (!acceptor.is_open()) return;
        if (!error) {
            welcome(std::move(socket));
            return accept();
        }
        if (error == asio::error::connection_aborted) return accept();
        pause.expires_after(accept_pause);
        pause.async_wait([this](const Error& cancelled) {
            if (!cancelled) accept();
        });
    });
}

void HttpServer::Impl::welcome(TcpSocket socket) {
    ++state.counts.accepted;
    if (state.connections.size() >= state.limits.connections) {
        ++state.counts.refused;
        if (!tls && state.rejected.size() < answered_when_turned_away)
            reject_connection(state, std::move(socket));
        return;
    }
    Error error;
    socket.set_option(tcp::no_delay(true), error);
    const auto peer = socket.remote_endpoint(error);
    if (error) return; // it is gone already
    auto name = peer.address().to_string();
    std::optional<TlsSession> session;
    if (tls) session = TlsSession::of_server(socket.native_handle(), tls->native_handle());
    const auto connection = std::make_shared<HttpConnection>(
        state, std::move(name), SocketStream(std::move(socket), std::move(session)));
    state.add(connection);
    connection->start();
}

void HttpServer::Impl::sweep() {
    const auto now = SteadyClock::now();
    const auto check = [&](Connection& connection) { connection.check_time(now); };
    state.connections.for_each(check);
    state.rejected.for_each(check);
}

void HttpServer::Impl::begin_stop(milliseconds grace) {
    const bool is_first = !std::exchange(state.stopping, true);
    const auto end = SteadyClock::now() + grace;
    if (is_first || end < grace_timer.expiry()) {
        grace_timer.expires_at(end);
        grace_timer.async_wait([this](const Error& error) {
            if (!error) cut_off_all();
        });
    }
    if (!is_first) return;
    Error ignored;
    acceptor.close(ignored);
    pause.cancel();
    state.rejected.for_each([](Connection& connection) { connection.go_away(); });
    state.connections.for_each([](Connection& connection) { connection.go_away(); });
    if (state.connections.size() == 0) loop.stop();
}

void HttpServer::Impl::cut_off_all() {
    state.connections.for_each([](Connection& connection) { connection.cut_off(); });
    loop.stop();
}

void HttpServer::Impl::await_signal() {
    signals->async_wait([this](const Error& error, int signal) {
        if (error) return;
        await_signal();
        signal_work(signal);
    });
}

HttpServer::HttpServer(const ServerOptions& options, HttpHandler& handler)
    : impl_(std::make_unique<Impl>(options, handler)) {}

HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const {
    Error ignored;
    return impl_->acceptor.local_endpoint(ignored).port();
}

void HttpServer::run() {
    impl_->state.mailbox->set_server_thread(std::this_thread::get_id());
    impl_->loop.run();
    impl_->state.mailbox->set_server_thread({});
}

void HttpServer::stop(milliseconds grace) {
    post([this, grace] { impl_->begin_stop(grace); });
}

void HttpServer::post(std::function<void()> work) { impl_->state.mailbox->post(std::move(work)); }

void HttpServer::every(milliseconds interval, std::function<void()> work) {
    post([this, interval, work = std::move(work)] {
        impl_->tickers.emplace_back(impl_->loop, interval, work);
    });
}

void HttpServer::on_signal(std::function<void(int)> work) {
    impl_->signal_work = std::move(work);
    impl_->signals.emplace(impl_->loop, SIGTERM, SIGINT);
    impl_->await_signal();
}

const ServerCounts& HttpServer::counts() const { return impl_->state.counts; }

} // namespace net
