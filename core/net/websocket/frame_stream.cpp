#include "core/net/websocket/frame_stream.hpp"

#include "core/net/websocket/corked_stream.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <utility>

namespace net {

namespace websocket = boost::beast::websocket;
namespace http = boost::beast::http;

struct FrameStream::Impl {
    explicit Impl(SocketStream&& socket) : stream(CorkedStream(std::move(socket))) {}

    websocket::stream<CorkedStream, false> stream; // false: without compression
    boost::beast::flat_buffer input;
    std::unique_ptr<websocket::response_type> response; ///< at the client's end only
};

FrameStream::FrameStream(SocketStream stream,
                         std::size_t most_bytes,
                         std::function<void()> on_control)
    : impl_(std::make_unique<Impl>(std::move(stream))) {
    impl_->stream.auto_fragment(false);
    impl_->stream.text(true);
    impl_->stream.read_message_max(most_bytes);
    impl_->stream.control_callback(
        [on_control = std::move(on_control)](websocket::frame_type, boost::beast::string_view) {
            on_control();
        });
}

FrameStream::~FrameStream() = default;

TcpSocket& FrameStream::socket() { return impl_->stream.next_layer().next_layer().next_layer(); }

void FrameStream::accept(const HttpRequest& request, IoHandler handler) {
    // Beast would add its own name and version otherwise.
    impl_->stream.set_option(websocket::stream_base::decorator(
        [](websocket::response_type& response) { response.set(http::field::server, ""); }));
    http::request<http::empty_body> handshake(http::verb::get, request.target, 11);
    for (const auto& [name, value] : request.headers) handshake.insert(name, value);
    impl_->stream.async_accept(handshake, std::move(handler));
}

void FrameStream::request(const std::string& authority,
                          const std::string& target,
                          const Headers& headers,
                          IoHandler handler) {
    impl_->stream.set_option(
        websocket::stream_base::decorator([headers](websocket::request_type& request) {
            for (const auto& [name, value] : headers) request.set(name, value);
        }));
    impl_->response = std::make_unique<websocket::response_type>();
    impl_->stream.async_handshake(*impl_->response, authority, target, std::move(handler));
}

bool FrameStream::is_refusal(const IoHandler::Error& error) {
    return error == websocket::error::upgrade_declined;
}

unsigned FrameStream::refusal_status() const { return impl_->response->result_int(); }

void FrameStream::read(IoHandler handler) {
    impl_->stream.async_read(impl_->input, std::move(handler));
}

bool FrameStream::is_text() const { return impl_->stream.got_text(); }

std::string FrameStream::take_message() {
    // So much stays allocated while the other end is silent.
    constexpr std::size_t kept_bytes = 512;
    auto& input = impl_->input;
    const auto bytes = input.cdata();
    std::string message(static_cast<const char*>(bytes.data()), bytes.size());
    input.clear();
    if (input.capacity() > kept_bytes) input.shrink_to_fit();
    return message;
}

void FrameStream::write(const std::string& text, bool more_follows, IoHandler handler) {
    constexpr std::size_t enough_bytes = 32 * 1024;
    auto& corked = impl_->stream.next_layer();
    corked.hold(more_follows && corked.held_bytes() + text.size() < enough_bytes);
    impl_->stream.async_write(boost::asio::buffer(text), std::move(handler));
}

void FrameStream::ping(IoHandler handler) { impl_->stream.async_ping({}, std::move(handler)); }

void FrameStream::close(std::uint16_t code, const std::string& reason, IoHandler handler) {
    impl_->stream.next_layer().hold(false);
    const websocket::close_reason why(static_cast<websocket::close_code>(code), reason);
    impl_->stream.async_close(why, std::move(handler));
}

int FrameStream::close_code() const { return static_cast<int>(impl_->stream.reason().code); }

} // namespace net
