#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace net {

/// One text that many clients are sent: made once, shared by all outboxes.
using SharedText = std::shared_ptr<const std::string>;

/// A server's end of a WebSocket. All members on the server's thread.
class WebSocket {
public:
    virtual ~WebSocket() = default;

    /// Puts a text message into the outbox. When that is full the client is too slow: it is told
    /// so (close code 1013 "reload") if it still listens, and cut off. Nothing happens when closed.
    virtual void send(SharedText text) = 0;

    /// Sends what is in the outbox, then the close frame.
    virtual void close(std::uint16_t code, std::string_view reason) = 0;

    /// So many messages wait to be sent.
    virtual std::size_t outbox_messages() const = 0;
};

/// Hears of one WebSocket. All members are called on the server's thread.
class WebSocketListener {
public:
    virtual ~WebSocketListener() = default;

    /// The handshake is done; the socket may be kept and used from now on until on_close().
    virtual void on_open(std::shared_ptr<WebSocket> socket) = 0;

    /// A text message of the client, sound UTF-8, within the limit.
    virtual void on_text(std::string text) = 0;

    /// It is gone, whoever ended it. The last call.
    virtual void on_close() = 0;
};

} // namespace net
