#pragma once

#include "core/net/socket_stream.hpp"

#include <boost/beast/core/role.hpp>

#include <cstddef>
#include <string>
#include <utility>

namespace net {

/// Goes between Beast's WebSocket, which writes one frame at a time, and the stream beneath: a
/// burst of frames is held back and goes out with its last one. Small frames cost little to copy;
/// it is the write that is dear.
class CorkedStream {
public:
    using executor_type = SocketStream::executor_type;
    using next_layer_type = SocketStream;
    using Error = SocketStream::Error;

    explicit CorkedStream(SocketStream&& stream) : stream_(std::move(stream)) {}

    executor_type get_executor() { return stream_.get_executor(); }

    SocketStream& next_layer() { return stream_; }

    const SocketStream& next_layer() const { return stream_; }

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
        write(Pieces(buffers), std::forward<Handler>(handler));
    }

    /// Ends TLS, then TCP, as a WebSocket of this role does it.
    void async_end(boost::beast::role_type role, IoHandler handler);

private:
    void write(const Pieces& pieces, IoHandler handler);

    SocketStream stream_;
    bool is_held_ = false;
    std::string held_;
};

/// Beast calls this when the close frames are exchanged.
template <typename Handler>
void async_teardown(boost::beast::role_type role, CorkedStream& stream, Handler&& handler) {
    stream.async_end(role, std::forward<Handler>(handler));
}

} // namespace net
