#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket/teardown.hpp>

#include <cstddef>
#include <string>
#include <utility>

namespace net {

/// Goes between Beast's WebSocket, which writes one frame at a time, and the stream beneath: a
/// burst of frames is held back and goes out with its last one. Small frames cost little to copy;
/// it is the write that is dear.
template <typename Stream>
class CorkedStream {
public:
    using executor_type = typename Stream::executor_type;
    using next_layer_type = Stream;

    explicit CorkedStream(Stream&& stream) : stream_(std::move(stream)) {}

    executor_type get_executor() { return stream_.get_executor(); }

    Stream& next_layer() { return stream_; }

    const Stream& next_layer() const { return stream_; }

    /// Whether what is written from now on waits for what comes after it. Someone must write when
    /// it no longer does.
    void hold(bool is_held) { is_held_ = is_held; }

    std::size_t held_bytes() const { return held_.size(); }

    template <typename Buffers, typename Handler>
    void async_read_some(const Buffers& buffers, Handler&& handler) {
        stream_.async_read_some(buffers, std::forward<Handler>(handler));
    }

    template <typename Buffers, typename Handler>
    void async_write_some(const Buffers& buffers, Handler&& handler) {
        if (!is_held_ && held_.empty())
            return stream_.async_write_some(buffers, std::forward<Handler>(handler));
        const std::size_t before = held_.size();
        for (auto piece = boost::asio::buffer_sequence_begin(buffers);
             piece != boost::asio::buffer_sequence_end(buffers); ++piece) {
            const boost::asio::const_buffer bytes = *piece;
            held_.append(static_cast<const char*>(bytes.data()), bytes.size());
        }
        const std::size_t added = held_.size() - before;
        if (is_held_) {
            boost::asio::post(stream_.get_executor(), [done = std::forward<Handler>(handler),
                                                       added]() mutable { done(Error{}, added); });
        } else {
            write_held(std::forward<Handler>(handler), added);
        }
    }

private:
    using Error = boost::beast::error_code;

    template <typename Handler>
    void write_held(Handler&& handler, std::size_t added) {
        boost::asio::async_write(stream_, boost::asio::buffer(held_),
                                 [this, done = std::forward<Handler>(handler),
                                  added](const Error& error, std::size_t) mutable {
                                     held_ = {};
                                     done(error, error ? 0 : added);
                                 });
    }

    Stream stream_;
    bool is_held_ = false;
    std::string held_;
};

template <typename Stream>
void teardown(boost::beast::role_type role,
              CorkedStream<Stream>& stream,
              boost::beast::error_code& error) {
    using boost::beast::websocket::teardown;
    teardown(role, stream.next_layer(), error);
}

template <typename Stream, typename Handler>
void async_teardown(boost::beast::role_type role, CorkedStream<Stream>& stream, Handler&& handler) {
    using boost::beast::websocket::async_teardown;
    async_teardown(role, stream.next_layer(), std::forward<Handler>(handler));
}

} // namespace net
