#include "core/net/client/blocking_loop.hpp"

#include "core/domain/failure.hpp"
#include "core/domain/message.hpp"

#include <boost/asio/connect.hpp>

#include <optional>
#include <vector>

namespace net {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;
using Resolver = asio::ip::basic_resolver<tcp, asio::io_context::executor_type>;

std::vector<tcp::endpoint>
resolve(BlockingLoop& loop, const ServerAddress& server, SteadyClock::time_point deadline) {
    Error error;
    const auto address = asio::ip::make_address(server.host, error);
    if (!error) return {{address, server.port}};

    std::optional<Error> outcome;
    std::vector<tcp::endpoint> endpoints;
    Resolver resolver(loop.context());
    resolver.async_resolve(server.host, std::to_string(server.port),
                           [&](const Error& failure, const Resolver::results_type& results) {
                               outcome = failure;
                               for (const auto& result : results)
                                   endpoints.push_back(result.endpoint());
                           });
    if (!loop.run(deadline, [&] { return outcome.has_value(); })) {
        resolver.cancel();
        loop.run(SteadyClock::time_point::max(), [&] { return outcome.has_value(); });
        throw_net_error(server, "net-not-found", "net-no-answer-in-time");
    }
    if (*outcome) throw_net_error(server, "net-not-found", core::system_message(*outcome));
    return endpoints;
}

} // namespace

std::string authority(const ServerAddress& server) {
    const bool is_ipv6 = server.host.find(':') != std::string::npos;
    return (is_ipv6 ? "[" + server.host + "]" : server.host) + ":" + std::to_string(server.port);
}

void throw_net_error(const ServerAddress& server, const char* code, const core::Message& reason) {
    throw NetError(
        {code, {{"server", authority(server)}, {"reason", std::vector<core::Message>{reason}}}});
}

void connect_socket(BlockingLoop& loop,
                    TcpSocket& socket,
                    const ServerAddress& server,
                    SteadyClock::time_point deadline) {
    const auto endpoints = resolve(loop, server, deadline);
    std::optional<Error> outcome;
    asio::async_connect(socket, endpoints,
                        [&](const Error& error, const tcp::endpoint&) { outcome = error; });
    const auto is_done = [&] { return outcome.has_value(); };
    if (!loop.run(deadline, is_done)) {
        Error ignored;
        socket.close(ignored);
        loop.run(SteadyClock::time_point::max(), is_done);
        throw_net_error(server, "net-unreachable", "net-no-answer-in-time");
    }
    if (*outcome) throw_net_error(server, "net-unreachable", core::system_message(*outcome));
    Error ignored;
    socket.set_option(tcp::no_delay(true), ignored);
}

} // namespace net
