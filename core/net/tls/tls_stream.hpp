#pragma once

#include "core/net/tcp_socket.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket/teardown.hpp>
#include <openssl/ssl.h>

#include <array>
#include <cstddef>
#include <memory>
#include <utility>

namespace net {

/// The server's TLS over a TCP socket. Asio's own stream keeps 70 KB of buffers for each
/// connection; here OpenSSL works on the socket itself and gives its buffers back while nothing
/// comes. One read and one write may be under way at the same time.
class TlsStream {
public:
    using executor_type = TcpSocket::executor_type;
    using next_layer_type = TcpSocket;
    using Error = boost::beast::error_code;

    TlsStream(TcpSocket socket, SSL_CTX* context);

    executor_type get_executor() { return socket_.get_executor(); }

    TcpSocket& next_layer() { return socket_; }

    const TcpSocket& next_layer() const { return socket_; }

    /// `handler(error)`
    template <typename Handler>
    void async_handshake(Handler handler) {
        attempt([this] { return shake_hands(); }, without_bytes(std::move(handler)), Turn::first);
    }

    /// Sends the client word that nothing more comes; does not wait for the client's.
    template <typename Handler>
    void async_farewell(Handler handler) {
        attempt([this] { return say_farewell(); }, without_bytes(std::move(handler)), Turn::first);
    }

    template <typename Buffers, typename Handler>
    void async_read_some(const Buffers& buffers, Handler&& handler) {
        const boost::asio::mutable_buffer into = first_of<boost::asio::mutable_buffer>(buffers);
        attempt([this, into] { return read(into); }, std::forward<Handler>(handler), Turn::first);
    }

    template <typename Buffers, typename Handler>
    void async_write_some(const Buffers& buffers, Handler&& handler) {
        attempt([this, buffers] { return write_first_of(buffers); }, std::forward<Handler>(handler),
                Turn::first);
    }

private:
    enum class Wants { nothing, to_read, to_write };
    enum class Turn { first, later };

    /// What a step has come to: done, or in want of the socket.
    struct StepResult {
        Wants wants = Wants::nothing;
        Error error;
        std::size_t bytes = 0;
    };

    struct Free {
        void operator()(SSL* ssl) const { SSL_free(ssl); }
    };

    // What goes into one TLS record.
    static constexpr std::size_t record_bytes = 16 * 1024;

    template <typename Handler>
    static auto without_bytes(Handler handler) {
        return [handler = std::move(handler)](const Error& error, std::size_t) mutable {
            handler(error);
        };
    }

    template <typename Buffer, typename Buffers>
    static Buffer first_of(const Buffers& buffers) {
        auto at = boost::asio::buffer_sequence_begin(buffers);
        const auto end = boost::asio::buffer_sequence_end(buffers);
        while (at != end && Buffer(*at).size() == 0) ++at;
        return at == end ? Buffer() : Buffer(*at);
    }

    /// Tries the step until the socket has let it pass. The handler is never called in the first
    /// turn itself.
    template <typename Step, typename Handler>
    void attempt(Step step, Handler&& handler, Turn turn) {
        // The number of a closed socket may belong to another connection by now.
        const StepResult outcome =
            socket_.is_open()
                ? step()
                : StepResult{Wants::nothing, boost::asio::error::operation_aborted, 0};
        if (outcome.wants != Wants::nothing) {
            const auto event =
                outcome.wants == Wants::to_read ? TcpSocket::wait_read : TcpSocket::wait_write;
            socket_.async_wait(
                event, [this, step = std::move(step),
                        handler = std::forward<Handler>(handler)](const Error& error) mutable {
                    if (error) return handler(error, 0);
                    attempt(std::move(step), std::move(handler), Turn::later);
                });
        } else if (turn == Turn::later) {
            handler(outcome.error, outcome.bytes);
        } else {
            boost::asio::post(socket_.get_executor(),
                              [outcome, handler = std::forward<Handler>(handler)]() mutable {
                                  handler(outcome.error, outcome.bytes);
                              });
        }
    }

    /// Small pieces, a frame's head and its text for one, go into one record.
    template <typename Buffers>
    StepResult write_first_of(const Buffers& buffers) {
        const auto first = first_of<boost::asio::const_buffer>(buffers);
        const std::size_t total = boost::asio::buffer_size(buffers);
        if (first.size() == total || first.size() >= record_bytes) return write(first);
        std::array<char, record_bytes> record;
        const std::size_t size = boost::asio::buffer_copy(boost::asio::buffer(record), buffers);
        return write(boost::asio::buffer(record.data(), size));
    }

    StepResult shake_hands();
    StepResult say_farewell();
    StepResult read(boost::asio::mutable_buffer into);
    StepResult write(boost::asio::const_buffer from);
    StepResult failure(int code) const;

    TcpSocket socket_;
    std::unique_ptr<SSL, Free> ssl_;
};

inline void teardown(boost::beast::role_type role, TlsStream& stream, TlsStream::Error& error) {
    boost::beast::websocket::teardown(role, stream.next_layer(), error);
}

template <typename Handler>
void async_teardown(boost::beast::role_type role, TlsStream& stream, Handler&& handler) {
    stream.async_farewell(
        [role, &stream, handler = std::forward<Handler>(handler)](const TlsStream::Error&) mutable {
            boost::beast::websocket::async_teardown(role, stream.next_layer(), std::move(handler));
        });
}

} // namespace net
