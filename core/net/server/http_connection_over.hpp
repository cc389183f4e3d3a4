#pragma once

#include "core/net/server/http_connection.hpp"
#include "core/net/websocket/web_socket_over.hpp"

#include <boost/asio/write.hpp>

#include <memory>
#include <string>
#include <utility>

namespace net {

/// The HTTP connection over a stream: TCP, or TLS over it. Instantiated in a .cpp file each.
template <typename Stream>
class HttpConnectionOver : public HttpConnection {
public:
    HttpConnectionOver(ServerState& server, std::string peer, Stream stream)
        : HttpConnection(server, std::move(peer)), stream_(std::move(stream)) {}

protected:
    Stream stream_;

private:
    std::shared_ptr<HttpConnectionOver> this_connection() {
        return std::static_pointer_cast<HttpConnectionOver>(shared_from_this());
    }

    void start_read(boost::asio::mutable_buffer into) final {
        stream_.async_read_some(
            into, [connection = this_connection()](const Error& error, std::size_t bytes) {
                connection->on_read(error, bytes);
            });
    }

    void start_write(const Pieces& pieces) final {
        const auto condition = [this](const Error& error, std::size_t written) -> std::size_t {
            constexpr std::size_t most_at_once = 1024 * 1024;
            if (written > 0) on_write_progress();
            return error ? 0 : most_at_once;
        };
        boost::asio::async_write(stream_, pieces, condition,
                                 [connection = this_connection()](const Error& error, std::size_t) {
                                     connection->on_write(error);
                                 });
    }

    void start_web_socket(const HttpRequest& request,
                          std::shared_ptr<WebSocketListener> listener) final {
        const auto connection = std::make_shared<WebSocketOver<Stream>>(
            server_, std::move(listener), std::move(stream_));
        server_.add(connection);
        connection->start(request);
    }
};

} // namespace net
