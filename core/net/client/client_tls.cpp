#include "core/net/client/client_tls.hpp"

#include "core/net/tls/tls_context.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <openssl/ssl.h>

#include <optional>

namespace net {

using Error = boost::system::error_code;

boost::asio::ssl::context client_tls(const ServerAddress& server) {
    try {
        return make_client_tls(server.trusted_certificate);
    } catch (const NetError&) {
        throw;
    } catch (const std::runtime_error& error) {
        throw NetError(error.what());
    }
}

void shake_hands(BlockingLoop& loop,
                 ClientTlsStream& stream,
                 const ServerAddress& server,
                 SteadyClock::time_point deadline) {
    Error no_address;
    boost::asio::ip::make_address(server.host, no_address);
    if (no_address) SSL_set_tlsext_host_name(stream.native_handle(), server.host.c_str());
    stream.set_verify_callback(boost::asio::ssl::host_name_verification(server.host));

    std::optional<Error> outcome;
    stream.async_handshake(ClientTlsStream::client, [&](const Error& error) { outcome = error; });
    const auto is_done = [&] { return outcome.has_value(); };
    if (!loop.run(deadline, is_done)) {
        Error ignored;
        stream.next_layer().close(ignored);
        loop.run(never, is_done);
        throw_net_error(server, "did not answer the TLS handshake", "no answer in time");
    }
    if (*outcome) throw_net_error(server, "is not trusted", outcome->message());
}

} // namespace net
