#pragma once

#include "core/net/server_state.hpp"
#include "core/net/websocket/frame_stream.hpp"
#include "core/net/websocket/outbox.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace net {

/// One connection after it has become a WebSocket: its outbox, its silence, its end.
class WebSocketConnection final : public Connection {
public:
    WebSocketConnection(ServerState& server,
                        std::shared_ptr<WebSocketListener> listener,
                        SocketStream stream);

    /// Answers the request that asked for it.
    void start(const HttpRequest& request);

    void send(SharedText text);
    void close(std::uint16_t code, std::string_view reason);

    std::size_t outbox_messages() const { return outbox_.messages() + (writing_ ? 1 : 0); }

    void check_time(SteadyClock::time_point now) override;
    void go_away() override;
    void cut_off() override;

private:
    using Error = IoHandler::Error;

    enum class Phase {
        accepting,
        open,
        closing,  ///< sends what is in the outbox, then the close frame
        farewell, ///< the close frame is on its way, or being answered
        gone
    };

    void on_accept(const Error& error);
    void start_read();
    void on_read(const Error& error);
    void on_frame(); ///< of whatever kind
    void send_next();
    void on_write(const Error& error);
    void drop();

    std::shared_ptr<WebSocketConnection> self() {
        return std::static_pointer_cast<WebSocketConnection>(shared_from_this());
    }

    /// Runs a call of the listener; what throws ends the WebSocket.
    template <typename Call>
    void tell(Call call);

    ServerState& server_;
    std::shared_ptr<WebSocketListener> listener_;
    FrameStream frames_;
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
