#pragma once

#include "core/net/websocket/corked_stream.hpp"
#include "core/net/websocket/web_socket_connection.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <memory>
#include <string>
#include <utility>

namespace net {

/// The WebSocket over a stream: TCP, or TLS over it. Its large members are instantiated in a .cpp
/// file each.
template <typename Stream>
class WebSocketOver final : public WebSocketConnection {
public:
    WebSocketOver(ServerState& server,
                  std::shared_ptr<WebSocketListener> listener,
                  Stream&& stream);

private:
    TcpSocket& socket() override;
    void start_accept(const HttpRequest& request) override;
    void start_read() override;
    void start_write(const std::string& text, bool more_follows) override;
    void start_ping() override;
    void start_close(std::uint16_t code, const std::string& reason) override;

    std::shared_ptr<WebSocketOver> self() {
        return std::static_pointer_cast<WebSocketOver>(shared_from_this());
    }

    std::string take_message();

    boost::beast::websocket::stream<CorkedStream<Stream>, false>
        stream_; // false: without compression
    boost::beast::flat_buffer input_;
};

} // namespace net
