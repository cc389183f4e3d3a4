#include "core/net/client/connect_stream.hpp"

#include "core/domain/failure.hpp"
#include "core/net/tls/tls_context.hpp"

#include <boost/asio/ssl/context.hpp>

#include <optional>
#include <stdexcept>
#include <utility>

namespace net {

namespace {

using Error = boost::system::error_code;

/// What the server is to be trusted for.
boost::asio::ssl::context client_tls(const ServerAddress& server) {
    try {
        return make_client_tls(server.trusted_certificate);
    } catch (const core::Failure& failure) {
        throw NetError(failure.message());
    } catch (const std::runtime_error& failure) {
        throw_net_error(server, "net-not-trusted", core::Message(failure.what()));
    }
}

void shake_hands(BlockingLoop& loop,
                 SocketStream& stream,
                 const ServerAddress& server,
                 SteadyClock::time_point deadline) {
    std::optional<Error> outcome;
    stream.async_handshake([&](const Error& error) { outcome = error; });
    const auto is_done = [&] { return outcome.has_value(); };
    if (!loop.run(deadline, is_done)) {
        Error ignored;
        stream.next_layer().close(ignored);
        loop.run(never, is_done);
        throw_net_error(server, "net-no-handshake", "net-no-answer-in-time");
    }
    if (*outcome) throw_net_error(server, "net-not-trusted", core::system_message(*outcome));
}

} // namespace

SocketStream
connect_stream(BlockingLoop& loop, const ServerAddress& server, SteadyClock::time_point deadline) {
    // First: a certificate that cannot be read is told of before the server is asked for.
    std::optional<boost::asio::ssl::context> context;
    if (server.tls) context.emplace(client_tls(server));
    TcpSocket socket(loop.context());
    connect_socket(loop, socket, server, deadline);
    if (!context) return SocketStream(std::move(socket));
    auto session =
        TlsSession::of_client(socket.native_handle(), context->native_handle(), server.host);
    SocketStream stream(std::move(socket), std::move(session));
    shake_hands(loop, stream, server, deadline);
    return stream;
}

} // namespace net
