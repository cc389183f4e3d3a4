#include "core/net/websocket/corked_stream.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/websocket/teardown.hpp>

namespace net {

void CorkedStream::write(const Pieces& pieces, IoHandler handler) {
    if (!is_held_ && held_.empty()) return stream_.async_write_some(pieces, std::move(handler));
    const std::size_t before = held_.size();
    for (const boost::asio::const_buffer& piece : pieces)
        held_.append(static_cast<const char*>(piece.data()), piece.size());
    const std::size_t added = held_.size() - before;
    if (is_held_) {
        boost::asio::post(get_executor(), [handler = std::move(handler), added]() mutable {
            handler(Error{}, added);
        });
        return;
    }
    boost::asio::async_write(
        stream_, boost::asio::buffer(held_),
        [this, handler = std::move(handler), added](const Error& error, std::size_t) mutable {
            held_ = {};
            handler(error, error ? 0 : added);
        });
}

void CorkedStream::async_end(boost::beast::role_type role, IoHandler handler) {
    stream_.async_farewell([this, role, handler = std::move(handler)](const Error&) mutable {
        boost::beast::websocket::async_teardown(role, stream_.next_layer(), std::move(handler));
    });
}

} // namespace net
