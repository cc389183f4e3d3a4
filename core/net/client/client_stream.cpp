#include "core/net/client/client_stream.hpp"

#include "core/net/client/connect_stream.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/write.hpp>
#include <sys/socket.h>

#include <cerrno>

namespace net {

namespace asio = boost::asio;
using Error = boost::system::error_code;

ClientStream::ClientStream(const ServerAddress& server, SteadyClock::time_point deadline)
    : stream_(connect_stream(loop_, server, deadline)) {}

Error ClientStream::write(std::string_view bytes, SteadyClock::time_point deadline) {
    std::optional<Error> outcome;
    asio::async_write(stream_, asio::buffer(bytes),
                      [&](const Error& error, std::size_t) { outcome = error; });
    return wait_for(outcome, deadline);
}

Error ClientStream::read_some(asio::mutable_buffer into,
                              std::size_t& bytes,
                              SteadyClock::time_point deadline) {
    std::optional<Error> outcome;
    stream_.async_read_some(into, [&](const Error& error, std::size_t count) {
        outcome = error;
        bytes = count;
    });
    return wait_for(outcome, deadline);
}

bool ClientStream::was_closed() {
    char byte = 0;
    const int socket = stream_.next_layer().native_handle();
    const auto peeked = ::recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return peeked == 0 || (peeked < 0 && errno != EAGAIN && errno != EWOULDBLOCK);
}

Error ClientStream::wait_for(const std::optional<Error>& outcome,
                             SteadyClock::time_point deadline) {
    const auto is_done = [&] { return outcome.has_value(); };
    if (loop_.run(deadline, is_done)) return *outcome;
    Error ignored;
    stream_.next_layer().close(ignored);
    loop_.run(never, is_done);
    return asio::error::timed_out;
}

} // namespace net
