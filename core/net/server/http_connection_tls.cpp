#include "core/net/server/http_connection_over.hpp"
#include "core/net/server/server_connections.hpp"
#include "core/net/tls/tls_stream.hpp"

#include <boost/asio/ssl/context.hpp>

namespace net {

namespace {

class TlsConnection final : public HttpConnectionOver<TlsStream> {
    using HttpConnectionOver::HttpConnectionOver;

    TcpSocket& socket() override { return stream_.next_layer(); }

    void start_handshake() override {
        stream_.async_handshake(
            [connection = self_as_tls()](const Error& error) { connection->on_handshake(error); });
    }

    void start_farewell() override {
        stream_.async_farewell(
            [connection = self_as_tls()](const Error&) { connection->on_farewell(); });
    }

    std::shared_ptr<TlsConnection> self_as_tls() {
        return std::static_pointer_cast<TlsConnection>(shared_from_this());
    }
};

} // namespace

std::shared_ptr<HttpConnection> make_tls_connection(ServerState& server,
                                                    std::string peer,
                                                    TcpSocket socket,
                                                    boost::asio::ssl::context& tls) {
    return std::make_shared<TlsConnection>(server, std::move(peer),
                                           TlsStream(std::move(socket), tls.native_handle()));
}

} // namespace net
