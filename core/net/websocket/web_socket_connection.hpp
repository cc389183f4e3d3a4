#pragma once

#include "core/net/server_state.hpp"
#include "core/net/tcp_socket.hpp"
#include "core/net/websocket/outbox.hpp"

#include <boost/beast/core/error.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace net {

/// One connection after it has become a WebSocket: its outbox, its silence, its end. The frames
/// are the derived class's, once over TCP and once over TLS: each start_… there ends in the on_…
/// here, later and on the server's thread.
class WebSocketConnection : public Connection {
public:
    WebSocketConnection(ServerState& server, std::shared_ptr<WebSocketListener> listener);

    /// Answers the request that asked for it.
    void start(const HttpRequest& request);

    void send(SharedText text);
    void close(std::uint16_t code, std::string_view reason);

    std::size_t outbox_messages() const { return outbox_.messages() + (writing_ ? 1 : 0); }

    void check_time(SteadyClock::time_point now) override;
    void go_away() override;
    void cut_off() override;

protected:
    using Error = boost::beast::error_code;

    virtual TcpSocket& socket() = 0;
    virtual void start_accept(const HttpRequest& request) = 0;
    virtual void start_read() = 0;

    /// `more_follows`: another text will be written right after, so that this one may wait for it.
    virtual void start_write(const std::string& text, bool more_follows) = 0;
    virtual void start_ping() = 0;
    virtual void start_close(std::uint16_t code, const std::string& reason) = 0;

    void on_accept(const Error& error);
    void on_read(const Error& error, bool is_text, std::string message);
    void on_frame(); ///< of whatever kind
    void on_write(const Error& error);
    void on_close(const Error& error);

    ServerState& server_;

private:
    enum class Phase {
        accepting,
        open,
        closing,  ///< sends what is in the outbox, then the close frame
        farewell, ///< the close frame is on its way, or being answered
        gone
    };

    void send_next();
    void drop();

    /// Runs a call of the listener; what throws ends the WebSocket.
    template <typename Call>
    void tell(Call call);

    std::shared_ptr<WebSocketListener> listener_;
    Phase phase_ = Phase::accepting;
    bool was_opened_ = false;

    Outbox outbox_;
    SharedText writing_; ///< null when nothing is being written
    SteadyClock::time_point write_deadline_ = never;

    std::uint16_t close_code_ = 0;
    std::string close_reason_;
    SteadyClock::time_point end_deadline_; ///< of the handshake, later of the farewell

    SteadyClock::time_point last_heard_;
    bool is_pinged_ = false; ///< since last_heard_
};

} // namespace net
