#include "core/net/http_session_over.hpp"
#include "core/net/server_sessions.hpp"
#include "core/net/tls_stream.hpp"

#include <boost/asio/ssl/context.hpp>

namespace net {

namespace {

class TlsSession final : public HttpSessionOver<TlsStream> {
    using HttpSessionOver::HttpSessionOver;

    TcpSocket& socket() override { return stream_.next_layer(); }

    void start_handshake() override {
        stream_.async_handshake(
            [session = self_as_tls()](const Error& error) { session->on_handshake(error); });
    }

    void start_farewell() override {
        stream_.async_farewell([session = self_as_tls()](const Error&) { session->on_farewell(); });
    }

    std::shared_ptr<TlsSession> self_as_tls() {
        return std::static_pointer_cast<TlsSession>(shared_from_this());
    }
};

} // namespace

std::shared_ptr<HttpSession> make_tls_session(ServerState& server,
                                              std::string peer,
                                              TcpSocket socket,
                                              boost::asio::ssl::context& tls) {
    return std::make_shared<TlsSession>(server, std::move(peer),
                                        TlsStream(std::move(socket), tls.native_handle()));
}

} // namespace net
