#pragma once

#include "core/net/io_handler.hpp"
#include "core/net/pieces.hpp"
#include "core/net/tcp_socket.hpp"
#include "core/net/tls/tls_session.hpp"

#include <boost/asio/buffer.hpp>

#include <optional>
#include <utility>

namespace net {

/// What a connection's bytes go through: TCP, or TLS over it. One read and one write may be under
/// way at the same time. No handler is called by the function that was given it.
class SocketStream {
public:
    using executor_type = TcpSocket::executor_type;
    using next_layer_type = TcpSocket;
    using Error = IoHandler::Error;

    explicit SocketStream(TcpSocket socket, std::optional<TlsSession> tls = std::nullopt)
        : socket_(std::move(socket)), tls_(std::move(tls)) {}

    executor_type get_executor() { return socket_.get_executor(); }

    TcpSocket& next_layer() { return socket_; }

    const TcpSocket& next_layer() const { return socket_; }

    /// That of TLS; over TCP there is nothing to do.
    void async_handshake(IoHandler handler);

    /// Sends the other end word, above TCP, that nothing more comes; does not wait for its own.
    void async_farewell(IoHandler handler);

    template <typename Buffers, typename Handler>
    void async_read_some(const Buffers& buffers, Handler&& handler) {
        read(first_place(buffers), std::forward<Handler>(handler));
    }

    template <typename Buffers, typename Handler>
    void async_write_some(const Buffers& buffers, Handler&& handler) {
        write(Pieces(buffers), std::forward<Handler>(handler));
    }

private:
    enum class Turn { first, later };

    void read(boost::asio::mutable_buffer into, IoHandler handler);
    void write(const Pieces& pieces, IoHandler handler);

    /// Tries a step of TLS until the socket has let it pass.
    template <typename Step>
    void attempt(Step step, IoHandler handler, Turn turn);

    TcpSocket socket_;
    std::optional<TlsSession> tls_; ///< none over plain TCP
};

} // namespace net
