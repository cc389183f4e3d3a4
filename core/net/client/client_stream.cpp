#include "core/net/client/client_stream.hpp"

#include "core/net/client/blocking_loop.hpp"
#include "core/net/client/client_tls.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/write.hpp>
#include <sys/socket.h>

#include <cerrno>
#include <optional>
#include <utility>

namespace net {

namespace {

namespace asio = boost::asio;
using Error = boost::system::error_code;

template <typename Stream>
class ClientStreamOver : public ClientStream {
public:
    /// `arguments` are the stream's, after the socket or its context.
    template <typename... Arguments>
    explicit ClientStreamOver(Arguments&&... arguments)
        : stream_(loop_.context(), std::forward<Arguments>(arguments)...) {}

    BlockingLoop& loop() { return loop_; }

    Stream& stream() { return stream_; }

    Error write(std::string_view bytes, SteadyClock::time_point deadline) override {
        std::optional<Error> outcome;
        asio::async_write(stream_, asio::buffer(bytes),
                          [&](const Error& error, std::size_t) { outcome = error; });
        return wait_for(outcome, deadline);
    }

    Error read_some(asio::mutable_buffer into,
                    std::size_t& bytes,
                    SteadyClock::time_point deadline) override {
        std::optional<Error> outcome;
        stream_.async_read_some(into, [&](const Error& error, std::size_t count) {
            outcome = error;
            bytes = count;
        });
        return wait_for(outcome, deadline);
    }

    bool was_closed() override {
        char byte = 0;
        const auto peeked = ::recv(socket().native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
        return peeked == 0 || (peeked < 0 && errno != EAGAIN && errno != EWOULDBLOCK);
    }

private:
    TcpSocket& socket() { return lowest_socket(stream_); }

    Error wait_for(const std::optional<Error>& outcome, SteadyClock::time_point deadline) {
        const auto is_done = [&] { return outcome.has_value(); };
        if (loop_.run(deadline, is_done)) return *outcome;
        Error ignored;
        socket().close(ignored);
        loop_.run(never, is_done);
        return asio::error::timed_out;
    }

    BlockingLoop loop_;
    Stream stream_;
};

} // namespace

std::unique_ptr<ClientStream> connect_plain(const ServerAddress& server,
                                            SteadyClock::time_point deadline) {
    auto client = std::make_unique<ClientStreamOver<TcpSocket>>();
    connect_socket(client->loop(), client->stream(), server, deadline);
    return client;
}

std::unique_ptr<ClientStream> connect_tls(const ServerAddress& server,
                                          SteadyClock::time_point deadline) {
    auto context = client_tls(server);
    auto client = std::make_unique<ClientStreamOver<ClientTlsStream>>(context);
    connect_socket(client->loop(), client->stream().next_layer(), server, deadline);
    shake_hands(client->loop(), client->stream(), server, deadline);
    return client;
}

} // namespace net
