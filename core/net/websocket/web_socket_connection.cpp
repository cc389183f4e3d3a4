#include "core/net/websocket/web_socket_connection.hpp"

#include <boost/asio/socket_base.hpp>

#include <algorithm>
#include <exception>
#include <utility>

namespace net {

namespace {

// The client has so long to answer a close frame, and one that was too slow to take it.
constexpr std::chrono::seconds farewell_time{3};

constexpr std::uint16_t going_away = 1001;
constexpr std::uint16_t unsupported_data = 1003;
constexpr std::uint16_t internal_error = 1011;
constexpr std::uint16_t try_again_later = 1013;

// The system's own buffer grows to megabytes otherwise, and hides that a client does not read.
constexpr int system_buffer_bytes = 128 * 1024;

/// What a listener holds: harmless when the connection is gone.
class WebSocketHandle final : public WebSocket {
public:
    explicit WebSocketHandle(std::weak_ptr<WebSocketConnection> connection)
        : connection_(std::move(connection)) {}

    void send(SharedText text) override {
        if (const auto connection = connection_.lock()) connection->send(std::move(text));
    }

    void close(std::uint16_t code, std::string_view reason) override {
        if (const auto connection = connection_.lock()) connection->close(code, reason);
    }

    std::size_t outbox_messages() const override {
        const auto connection = connection_.lock();
        return connection ? connection->outbox_messages() : 0;
    }

private:
    std::weak_ptr<WebSocketConnection> connection_;
};

} // namespace

WebSocketConnection::WebSocketConnection(ServerState& server,
                                         std::shared_ptr<WebSocketListener> listener,
                                         SocketStream stream)
    : server_(server), listener_(std::move(listener)),
      frames_(std::move(stream), server.limits.socket_message_bytes, [this] { on_frame(); }) {}

void WebSocketConnection::start(const HttpRequest& request) {
    const auto now = SteadyClock::now();
    end_deadline_ = now + server_.limits.header_time;
    last_heard_ = now;
    ++server_.counts.web_sockets;
    Error ignored;
    frames_.socket().set_option(boost::asio::socket_base::send_buffer_size(system_buffer_bytes),
                                ignored);
    frames_.accept(request, [alive = self()](const Error& error) { alive->on_accept(error); });
}

template <typename Call>
void WebSocketConnection::tell(Call call) {
    try {
        call();
    } catch (const std::exception&) {
        close(internal_error, "internal error");
    }
}

void WebSocketConnection::on_accept(const Error& error) {
    if (phase_ == Phase::gone) return;
    if (error) return cut_off();
    phase_ = Phase::open;
    end_deadline_ = never;
    was_opened_ = true;
    last_heard_ = SteadyClock::now();
    auto handle = std::make_shared<WebSocketHandle>(self());
    tell([&] { listener_->on_open(std::move(handle)); });
    if (server_.stopping) go_away();
    if (phase_ != Phase::gone) start_read();
}

void WebSocketConnection::on_frame() {
    last_heard_ = SteadyClock::now();
    is_pinged_ = false;
}

void WebSocketConnection::start_read() {
    frames_.read([alive = self()](const Error& error) { alive->on_read(error); });
}

void WebSocketConnection::on_read(const Error& error) {
    if (phase_ == Phase::gone) return;
    if (error) return cut_off(); // Beast has sent the close frame that belongs to it
    on_frame();
    std::string message = frames_.take_message();
    if (phase_ == Phase::open && frames_.is_text()) {
        tell([&] { listener_->on_text(std::move(message)); });
    } else if (phase_ == Phase::open) {
        close(unsupported_data, "only text is spoken here");
    }
    if (phase_ != Phase::gone) start_read();
}

void WebSocketConnection::send(SharedText text) {
    if (phase_ != Phase::open || !text) return;
    const ServerLimits& limits = server_.limits;
    const std::size_t bytes = outbox_.bytes() + (writing_ ? writing_->size() : 0);
    // A single text may be larger than the outbox: it is shared, and nothing waits before it.
    const bool is_full = outbox_messages() >= limits.outbox_messages ||
                         (bytes > 0 && bytes + text->size() > limits.outbox_bytes);
    if (is_full) return drop();
    outbox_.push(std::move(text));
    send_next();
}

void WebSocketConnection::drop() {
    ++server_.counts.dropped_sockets;
    outbox_.clear();
    close(try_again_later, "reload");
}

void WebSocketConnection::close(std::uint16_t code, std::string_view reason) {
    if (phase_ != Phase::open) return;
    phase_ = Phase::closing;
    close_code_ = code;
    close_reason_ = reason;
    end_deadline_ = SteadyClock::now() + farewell_time;
    send_next();
}

void WebSocketConnection::send_next() {
    if (writing_) return;
    if (!outbox_.empty()) {
        writing_ = outbox_.pop();
        write_deadline_ = SteadyClock::now() + server_.limits.write_time;
        frames_.write(*writing_, !outbox_.empty(),
                      [alive = self()](const Error& error) { alive->on_write(error); });
    } else if (phase_ == Phase::closing) {
        phase_ = Phase::farewell;
        frames_.close(close_code_, close_reason_,
                      [alive = self()](const Error&) { alive->cut_off(); });
    }
}

void WebSocketConnection::on_write(const Error& error) {
    if (phase_ == Phase::gone) return;
    writing_.reset();
    write_deadline_ = never;
    // An error here comes with one of the pending read, which knows whether it was a farewell.
    if (error) return outbox_.clear();
    send_next();
}

void WebSocketConnection::check_time(SteadyClock::time_point now) {
    if (now >= std::min(write_deadline_, end_deadline_)) return cut_off();
    if (phase_ != Phase::open) return;
    const auto silence = now - last_heard_;
    const auto ping_after = server_.limits.ping_after;
    if (silence >= 2 * ping_after) return cut_off();
    if (silence < ping_after || is_pinged_) return;
    is_pinged_ = true;
    frames_.ping([alive = self()](const Error&) {});
}

void WebSocketConnection::go_away() {
    if (phase_ == Phase::open) close(going_away, "the server stops");
}

void WebSocketConnection::cut_off() {
    if (phase_ == Phase::gone) return;
    phase_ = Phase::gone;
    Error ignored;
    frames_.socket().close(ignored);
    outbox_.clear();
    --server_.counts.web_sockets;
    const auto alive = shared_from_this();
    const auto listener = std::move(listener_);
    if (was_opened_) {
        try {
            listener->on_close();
        } catch (const std::exception&) { // it is gone all the same
        }
    }
    server_.remove(*this);
}

} // namespace net
