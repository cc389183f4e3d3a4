#include "core/net/socket_stream.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>

#include <array>

namespace net {

namespace {

// What goes into one TLS record.
constexpr std::size_t record_bytes = 16 * 1024;

/// Small pieces, a frame's head and its text for one, go into one record.
TlsSession::StepResult write_record(TlsSession& tls, const Pieces& pieces) {
    if (pieces.begin() == pieces.end()) return {};
    const boost::asio::const_buffer& first = *pieces.begin();
    if (first.size() >= record_bytes || pieces.begin() + 1 == pieces.end()) return tls.write(first);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): what is sent is copied in first
    std::array<char, record_bytes> record;
    const std::size_t size = boost::asio::buffer_copy(boost::asio::buffer(record), pieces);
    return tls.write(boost::asio::buffer(record.data(), size));
}

} // namespace

template <typename Step>
void SocketStream::attempt(Step step, IoHandler handler, Turn turn) {
    // The number of a closed socket may belong to another connection by now.
    TlsSession::StepResult outcome{TlsSession::Wants::nothing,
                                   boost::asio::error::operation_aborted, 0};
    if (socket_.is_open()) outcome = step();
    if (outcome.wants != TlsSession::Wants::nothing) {
        const auto event = outcome.wants == TlsSession::Wants::to_read ? TcpSocket::wait_read
                                                                       : TcpSocket::wait_write;
        socket_.async_wait(event, [this, step = std::move(step),
                                   handler = std::move(handler)](const Error& error) mutable {
            if (error) return handler(error);
            attempt(std::move(step), std::move(handler), Turn::later);
        });
    } else if (turn == Turn::later) {
        handler(outcome.error, outcome.bytes);
    } else {
        boost::asio::post(socket_.get_executor(),
                          [outcome, handler = std::move(handler)]() mutable {
                              handler(outcome.error, outcome.bytes);
                          });
    }
}

void SocketStream::async_handshake(IoHandler handler) {
    attempt([this] { return tls_ ? tls_->shake_hands() : TlsSession::StepResult{}; },
            std::move(handler), Turn::first);
}

void SocketStream::async_farewell(IoHandler handler) {
    attempt([this] { return tls_ ? tls_->say_farewell() : TlsSession::StepResult{}; },
            std::move(handler), Turn::first);
}

void SocketStream::read(boost::asio::mutable_buffer into, IoHandler handler) {
    if (!tls_) return socket_.async_read_some(into, std::move(handler));
    attempt([this, into] { return tls_->read(into); }, std::move(handler), Turn::first);
}

void SocketStream::write(const Pieces& pieces, IoHandler handler) {
    if (!tls_) return socket_.async_write_some(pieces, std::move(handler));
    attempt([this, pieces] { return write_record(*tls_, pieces); }, std::move(handler),
            Turn::first);
}

} // namespace net
