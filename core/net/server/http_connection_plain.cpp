#include "core/net/server/http_connection_over.hpp"
#include "core/net/server/server_connections.hpp"

#include <boost/asio/post.hpp>

namespace net {

namespace {

class PlainConnection final : public HttpConnectionOver<TcpSocket> {
    using HttpConnectionOver::HttpConnectionOver;

    TcpSocket& socket() override { return stream_; }

    void start_handshake() override { on_handshake({}); }

    void start_farewell() override { on_farewell(); }
};

} // namespace

std::shared_ptr<HttpConnection>
make_plain_connection(ServerState& server, std::string peer, TcpSocket socket) {
    return std::make_shared<PlainConnection>(server, std::move(peer), std::move(socket));
}

} // namespace net
