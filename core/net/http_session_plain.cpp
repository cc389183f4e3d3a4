#include "core/net/http_session_over.hpp"
#include "core/net/server_sessions.hpp"

#include <boost/asio/post.hpp>

namespace net {

namespace {

class PlainSession final : public HttpSessionOver<TcpSocket> {
    using HttpSessionOver::HttpSessionOver;

    TcpSocket& socket() override { return stream_; }

    void start_handshake() override { on_handshake({}); }

    void start_farewell() override { on_farewell(); }
};

} // namespace

std::shared_ptr<HttpSession>
make_plain_session(ServerState& server, std::string peer, TcpSocket socket) {
    return std::make_shared<PlainSession>(server, std::move(peer), std::move(socket));
}

} // namespace net
