#pragma once

// A client's WebSocket over a stream, for the two files that instantiate it.

#include "core/net/client/blocking_loop.hpp"
#include "core/net/websocket/client_socket.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/stream_traits.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace net {

template <typename Stream>
class ClientSocketOver final : public ClientSocket {
public:
    /// `arguments` are the stream's, after its context.
    template <typename... Arguments>
    ClientSocketOver(ServerAddress server, const ClientLimits& limits, Arguments&&... arguments)
        : server_(std::move(server)), limits_(limits), farewell_timer_(loop_.context()),
          stream_(loop_.context(), std::forward<Arguments>(arguments)...) {
        stream_.read_message_max(limits.reply_bytes);
        stream_.control_callback([this](auto, auto) { last_heard_ = SteadyClock::now(); });
    }

    BlockingLoop& loop() { return loop_; }

    Stream& next_layer() { return stream_.next_layer(); }

    /// Requires that the stream below is connected.
    void
    upgrade(const std::string& target, const Headers& headers, SteadyClock::time_point deadline);

    std::optional<std::string> read(std::chrono::milliseconds wait) override;
    void send(const std::string& text) override;
    void close() override;

    int close_code() const override { return close_code_; }

private:
    using Error = boost::beast::error_code;

    void start_read();
    void begin_farewell();
    void end(const std::string& why);

    // So long the server has to answer our close frame.
    static constexpr std::chrono::seconds farewell_time{1};

    ServerAddress server_;
    ClientLimits limits_;
    std::mutex running_; ///< held by whoever runs the loop
    BlockingLoop loop_;
    boost::asio::steady_timer farewell_timer_;
    boost::beast::websocket::stream<Stream, false> stream_; // false: without compression
    boost::beast::flat_buffer input_;
    bool is_reading_ = false;
    bool says_farewell_ = false;
    std::optional<std::string> message_; ///< read and not yet fetched
    std::optional<std::string> ended_;   ///< why, when it is closed
    int close_code_ = 0;
    SteadyClock::time_point last_heard_ = SteadyClock::now();
};

template <typename Stream>
void ClientSocketOver<Stream>::upgrade(const std::string& target,
                                       const Headers& headers,
                                       SteadyClock::time_point deadline) {
    namespace websocket = boost::beast::websocket;
    stream_.set_option(
        websocket::stream_base::decorator([&headers](websocket::request_type& request) {
            for (const auto& [name, value] : headers) request.set(name, value);
        }));
    websocket::response_type response;
    std::optional<Error> outcome;
    stream_.async_handshake(response, authority(server_), target,
                            [&](const Error& error) { outcome = error; });
    const auto is_done = [&] { return outcome.has_value(); };
    if (!loop_.run(deadline, is_done)) {
        Error ignored;
        boost::beast::get_lowest_layer(stream_).close(ignored);
        loop_.run(never, is_done);
        throw_net_error(server_, "did not open a WebSocket", "no answer in time");
    }
    if (*outcome == websocket::error::upgrade_declined)
        throw_net_error(server_, "refused the WebSocket",
                        "status " + std::to_string(response.result_int()));
    if (*outcome) throw_net_error(server_, "did not open a WebSocket", outcome->message());
    stream_.text(true);
}

template <typename Stream>
void ClientSocketOver<Stream>::start_read() {
    is_reading_ = true;
    stream_.async_read(input_, [this](const Error& error, std::size_t) {
        is_reading_ = false;
        last_heard_ = SteadyClock::now();
        if (error) return end(error.message());
        const auto bytes = input_.cdata();
        message_.emplace(static_cast<const char*>(bytes.data()), bytes.size());
        input_.consume(bytes.size());
        // Nobody fetches messages any more; the server's close frame is still to come.
        if (says_farewell_) start_read();
    });
}

template <typename Stream>
void ClientSocketOver<Stream>::end(const std::string& why) {
    close_code_ = static_cast<int>(stream_.reason().code);
    ended_ = why;
    Error ignored;
    boost::beast::get_lowest_layer(stream_).close(ignored);
}

template <typename Stream>
std::optional<std::string> ClientSocketOver<Stream>::read(std::chrono::milliseconds wait) {
    const std::lock_guard running(running_);
    if (!message_ && !ended_ && !is_reading_) start_read();
    const auto deadline = SteadyClock::now() + wait;
    loop_.run(deadline, [&] { return message_ || ended_; });
    if (message_) return std::exchange(message_, std::nullopt);
    if (!ended_ && SteadyClock::now() - last_heard_ > limits_.silence_time)
        end("nothing has come from it for too long");
    if (ended_) throw_net_error(server_, "has closed the WebSocket", *ended_);
    return std::nullopt;
}

template <typename Stream>
void ClientSocketOver<Stream>::send(const std::string& text) {
    const std::lock_guard running(running_);
    std::optional<Error> outcome;
    if (!ended_) {
        stream_.async_write(boost::asio::buffer(text),
                            [&](const Error& error, std::size_t) { outcome = error; });
        const auto is_done = [&] { return outcome.has_value(); };
        if (!loop_.run(SteadyClock::now() + limits_.reply_time, is_done)) {
            end("it does not read");
            loop_.run(never, is_done);
        }
        if (*outcome && !ended_) end(outcome->message());
    }
    if (ended_) throw_net_error(server_, "has closed the WebSocket", *ended_);
}

template <typename Stream>
void ClientSocketOver<Stream>::close() {
    boost::asio::post(loop_.context(), [this] { begin_farewell(); });
    // Another thread's read() does the rest.
    const std::unique_lock running(running_, std::try_to_lock);
    if (!running) return;
    loop_.run(SteadyClock::now() + 2 * farewell_time, [&] { return ended_.has_value(); });
}

template <typename Stream>
void ClientSocketOver<Stream>::begin_farewell() {
    if (ended_ || std::exchange(says_farewell_, true)) return;
    farewell_timer_.expires_after(farewell_time);
    farewell_timer_.async_wait([this](const Error& error) {
        if (!error && !ended_) end("closed by this program");
    });
    stream_.async_close(boost::beast::websocket::close_code::normal, [this](const Error&) {
        farewell_timer_.cancel();
        if (!ended_) end("closed by this program");
    });
}

} // namespace net
