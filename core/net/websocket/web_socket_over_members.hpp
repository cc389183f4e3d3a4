#pragma once

// The large members of WebSocketOver, for the two files that instantiate it.

#include "core/net/websocket/web_socket_over.hpp"

#include <boost/beast/core/stream_traits.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>

#include <string>
#include <utility>

namespace net {

template <typename Stream>
WebSocketOver<Stream>::WebSocketOver(ServerState& server,
                                     std::shared_ptr<WebSocketListener> listener,
                                     Stream&& stream)
    : WebSocketConnection(server, std::move(listener)),
      stream_(CorkedStream<Stream>(std::move(stream))) {
    namespace websocket = boost::beast::websocket;
    stream_.auto_fragment(false);
    stream_.text(true);
    stream_.read_message_max(server.limits.socket_message_bytes);
    stream_.control_callback(
        [this](websocket::frame_type, boost::beast::string_view) { on_frame(); });
    // Beast would add its own name and version otherwise.
    stream_.set_option(websocket::stream_base::decorator([](websocket::response_type& response) {
        response.set(boost::beast::http::field::server, "");
    }));
}

template <typename Stream>
TcpSocket& WebSocketOver<Stream>::socket() {
    return boost::beast::get_lowest_layer(stream_);
}

template <typename Stream>
void WebSocketOver<Stream>::start_accept(const HttpRequest& request) {
    namespace http = boost::beast::http;
    http::request<http::empty_body> handshake(http::verb::get, request.target, 11);
    for (const auto& [name, value] : request.headers) handshake.insert(name, value);
    stream_.async_accept(
        handshake, [connection = self()](const Error& error) { connection->on_accept(error); });
}

template <typename Stream>
std::string WebSocketOver<Stream>::take_message() {
    // So much stays allocated while the client is silent.
    constexpr std::size_t kept_bytes = 512;
    const auto bytes = input_.cdata();
    std::string message(static_cast<const char*>(bytes.data()), bytes.size());
    input_.clear();
    if (input_.capacity() > kept_bytes) input_.shrink_to_fit();
    return message;
}

template <typename Stream>
void WebSocketOver<Stream>::start_read() {
    stream_.async_read(input_, [connection = self()](const Error& error, std::size_t) {
        connection->on_read(error, connection->stream_.got_text(), connection->take_message());
    });
}

template <typename Stream>
void WebSocketOver<Stream>::start_write(const std::string& text, bool more_follows) {
    constexpr std::size_t enough_bytes = 32 * 1024;
    auto& corked = stream_.next_layer();
    corked.hold(more_follows && corked.held_bytes() + text.size() < enough_bytes);
    stream_.async_write(
        boost::asio::buffer(text),
        [connection = self()](const Error& error, std::size_t) { connection->on_write(error); });
}

template <typename Stream>
void WebSocketOver<Stream>::start_ping() {
    stream_.async_ping({}, [connection = self()](const Error&) {});
}

template <typename Stream>
void WebSocketOver<Stream>::start_close(std::uint16_t code, const std::string& reason) {
    namespace websocket = boost::beast::websocket;
    stream_.next_layer().hold(false);
    const websocket::close_reason why(static_cast<websocket::close_code>(code), reason);
    stream_.async_close(why,
                        [connection = self()](const Error& error) { connection->on_close(error); });
}

} // namespace net
