#pragma once

#include "core/net/client/server_address.hpp"
#include "core/net/connection.hpp"
#include "core/net/tcp_socket.hpp"

#include <boost/asio/io_context.hpp>

#include <string>

namespace net {

/// Turns asynchronous operations with a deadline into blocking ones, for the clients.
class BlockingLoop {
public:
    boost::asio::io_context& context() { return context_; }

    /// Runs until `done()`; returns whether it is, at the deadline at the latest.
    template <typename Done>
    bool run(SteadyClock::time_point deadline, Done done) {
        context_.restart();
        context_.poll(); // what is ready counts even when the deadline has passed
        while (!done()) {
            context_.restart();
            if (context_.run_one_until(deadline) == 0) return done();
        }
        return true;
    }

private:
    boost::asio::io_context context_{1};
};

/// `host:port`, for the Host field and for messages.
std::string authority(const ServerAddress& server);

/// Throws NetError: what went wrong with the server, a code with the facts `server` and `reason`.
/// What only the system knows is given as it says it.
[[noreturn]] void
throw_net_error(const ServerAddress& server, const char* code, const core::Message& reason);

/// Resolves the name and connects the socket. Throws NetError.
void connect_socket(BlockingLoop& loop,
                    TcpSocket& socket,
                    const ServerAddress& server,
                    SteadyClock::time_point deadline);

} // namespace net
