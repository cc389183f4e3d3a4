#pragma once

#include "core/net/http_message.hpp"
#include "core/net/io_handler.hpp"
#include "core/net/socket_stream.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace net {

/// The frames of a WebSocket, Beast's, at a server's end or a client's: the only file in which they
/// are compiled. One read and one write may be under way at the same time, and a ping or the close
/// beside them. What an operation refers to must live until its handler is called.
class FrameStream {
public:
    /// Longer messages than `most_bytes` end the WebSocket. `on_control` hears of each ping, pong
    /// and close frame of the other end.
    FrameStream(SocketStream stream, std::size_t most_bytes, std::function<void()> on_control);
    ~FrameStream();
    FrameStream(const FrameStream&) = delete;
    FrameStream& operator=(const FrameStream&) = delete;

    TcpSocket& socket();

    /// Answers the request that asked for it, and is the server's end.
    void accept(const HttpRequest& request, IoHandler handler);

    /// Asks for it, with these headers beside those of every handshake, and is the client's end.
    void request(const std::string& authority,
                 const std::string& target,
                 const Headers& headers,
                 IoHandler handler);

    /// Whether it is the outcome of a request that was answered with another status than 101.
    static bool is_refusal(const IoHandler::Error& error);
    unsigned refusal_status() const;

    /// A whole message, to be taken after it.
    void read(IoHandler handler);
    bool is_text() const;
    std::string take_message();

    /// `more_follows`: another text will be written right after, so that this one may wait for it.
    void write(const std::string& text, bool more_follows, IoHandler handler);

    void ping(IoHandler handler);

    /// Sends a close frame, waits for the other end's, and ends the stream below.
    void close(std::uint16_t code, const std::string& reason, IoHandler handler);

    /// That of the other end's close frame; 0 when there was none.
    int close_code() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace net
