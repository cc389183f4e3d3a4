#include "core/net/client/http_client.hpp"
#include "core/net/websocket/client_socket.hpp"

#include <utility>

namespace net {

struct WebSocketClient::Impl {
    std::unique_ptr<ClientSocket> socket;
};

WebSocketClient::WebSocketClient(const ServerAddress& server,
                                 const std::string& target,
                                 const Headers& headers,
                                 ClientLimits limits)
    : impl_(std::make_unique<Impl>()) {
    impl_->socket = server.tls ? open_tls_socket(server, target, headers, limits)
                               : open_plain_socket(server, target, headers, limits);
}

WebSocketClient::~WebSocketClient() = default;
WebSocketClient::WebSocketClient(WebSocketClient&&) noexcept = default;
WebSocketClient& WebSocketClient::operator=(WebSocketClient&&) noexcept = default;

std::optional<std::string> WebSocketClient::read(std::chrono::milliseconds wait) {
    return impl_->socket->read(wait);
}

void WebSocketClient::send(const std::string& text) { impl_->socket->send(text); }

void WebSocketClient::close() { impl_->socket->close(); }

int WebSocketClient::close_code() const { return impl_->socket->close_code(); }

} // namespace net
