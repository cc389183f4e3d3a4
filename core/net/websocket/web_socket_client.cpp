#include "core/net/websocket/web_socket_client.hpp"

#include "core/domain/failure.hpp"
#include "core/domain/message.hpp"
#include "core/net/client/blocking_loop.hpp"
#include "core/net/client/connect_stream.hpp"
#include "core/net/websocket/frame_stream.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace net {

namespace {

using Error = boost::system::error_code;

// So long the server has to answer our close frame.
constexpr std::chrono::seconds client_farewell_time{1};
constexpr std::uint16_t normal_closure = 1000;

} // namespace

struct WebSocketClient::Impl {
    /// Connects. `upgrade` comes next.
    Impl(const ServerAddress& server,
         const ClientLimits& client_limits,
         SteadyClock::time_point deadline)
        : address(server), limits(client_limits), farewell_timer(loop.context()),
          frames(connect_stream(loop, server, deadline), limits.reply_bytes, [this] {
              last_heard = SteadyClock::now();
          }) {}

    void
    upgrade(const std::string& target, const Headers& headers, SteadyClock::time_point deadline);
    std::optional<std::string> read(std::chrono::milliseconds wait);
    void send(const std::string& text);
    void close();

    void start_read();
    void begin_farewell();
    void end(const core::Message& why);

    ServerAddress address;
    ClientLimits limits;
    std::mutex running; ///< held by whoever runs the loop
    BlockingLoop loop;
    boost::asio::steady_timer farewell_timer;
    FrameStream frames;
    bool is_reading = false;
    bool says_farewell = false;
    std::optional<std::string> message; ///< read and not yet fetched
    std::optional<core::Message> ended; ///< why, when it is closed
    int close_code = 0;
    SteadyClock::time_point last_heard = SteadyClock::now();
};

void WebSocketClient::Impl::upgrade(const std::string& target,
                                    const Headers& headers,
                                    SteadyClock::time_point deadline) {
    std::optional<Error> outcome;
    frames.request(authority(address), target, headers,
                   [&](const Error& error) { outcome = error; });
    const auto is_done = [&] { return outcome.has_value(); };
    if (!loop.run(deadline, is_done)) {
        Error ignored;
        frames.socket().close(ignored);
        loop.run(never, is_done);
        throw_net_error(address, "net-no-websocket", "net-no-answer-in-time");
    }
    if (FrameStream::is_refusal(*outcome))
        throw NetError(
            {"net-websocket-refused",
             {{"server", authority(address)}, {"status", std::int64_t{frames.refusal_status()}}}});
    if (*outcome) throw_net_error(address, "net-no-websocket", core::system_message(*outcome));
}

void WebSocketClient::Impl::start_read() {
    is_reading = true;
    frames.read([this](const Error& error) {
        is_reading = false;
        last_heard = SteadyClock::now();
        if (error) return end(core::system_message(error));
        message = frames.take_message();
        // Nobody fetches messages any more; the server's close frame is still to come.
        if (says_farewell) start_read();
    });
}

void WebSocketClient::Impl::end(const core::Message& why) {
    close_code = frames.close_code();
    ended = why;
    Error ignored;
    frames.socket().close(ignored);
}

std::optional<std::string> WebSocketClient::Impl::read(std::chrono::milliseconds wait) {
    const std::lock_guard is_running(running);
    if (!message && !ended && !is_reading) start_read();
    const auto deadline = SteadyClock::now() + wait;
    loop.run(deadline, [&] { return message || ended; });
    if (message) return std::exchange(message, std::nullopt);
    if (!ended && SteadyClock::now() - last_heard > limits.silence_time) end("net-nothing-heard");
    if (ended) throw_net_error(address, "net-websocket-closed", *ended);
    return std::nullopt;
}

void WebSocketClient::Impl::send(const std::string& text) {
    const std::lock_guard is_running(running);
    std::optional<Error> outcome;
    if (!ended) {
        frames.write(text, false, [&](const Error& error) { outcome = error; });
        const auto is_done = [&] { return outcome.has_value(); };
        if (!loop.run(SteadyClock::now() + limits.reply_time, is_done)) {
            end("net-not-read");
            loop.run(never, is_done);
        }
        if (*outcome && !ended) end(outcome->message());
    }
    if (ended) throw_net_error(address, "net-websocket-closed", *ended);
}

void WebSocketClient::Impl::close() {
    boost::asio::post(loop.context(), [this] { begin_farewell(); });
    // Another thread's read() does the rest.
    const std::unique_lock is_running(running, std::try_to_lock);
    if (!is_running) return;
    loop.run(SteadyClock::now() + 2 * client_farewell_time, [&] { return ended.has_value(); });
}

void WebSocketClient::Impl::begin_farewell() {
    if (ended || std::exchange(says_farewell, true)) return;
    farewell_timer.expires_after(client_farewell_time);
    farewell_timer.async_wait([this](const Error& error) {
        if (!error && !ended) end("net-closed-here");
    });
    frames.close(normal_closure, {}, [this](const Error&) {
        farewell_timer.cancel();
        if (!ended) end("net-closed-here");
    });
}

WebSocketClient::WebSocketClient(const ServerAddress& server,
                                 const std::string& target,
                                 const Headers& headers,
                                 ClientLimits limits) {
    const auto deadline = SteadyClock::now() + limits.connect_time;
    impl_ = std::make_unique<Impl>(server, limits, deadline);
    impl_->upgrade(target, headers, deadline);
}

WebSocketClient::~WebSocketClient() = default;
WebSocketClient::WebSocketClient(WebSocketClient&&) noexcept = default;
WebSocketClient& WebSocketClient::operator=(WebSocketClient&&) noexcept = default;

std::optional<std::string> WebSocketClient::read(std::chrono::milliseconds wait) {
    return impl_->read(wait);
}

void WebSocketClient::send(const std::string& text) { impl_->send(text); }

void WebSocketClient::close() { impl_->close(); }

int WebSocketClient::close_code() const { return impl_->close_code; }

} // namespace net
