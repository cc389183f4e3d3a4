#pragma once

#include "core/net/client/blocking_loop.hpp"
#include "core/net/socket_stream.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/system/error_code.hpp>

#include <optional>
#include <string_view>

namespace net {

/// A client's connection, plain or TLS, used in a blocking way.
class ClientStream {
public:
    /// Connects. Throws NetError.
    ClientStream(const ServerAddress& server, SteadyClock::time_point deadline);

    /// No error when all has been written. `timed_out` at the deadline; then it is of no more use.
    boost::system::error_code write(std::string_view bytes, SteadyClock::time_point deadline);

    /// What comes next; `bytes` is set to its length.
    boost::system::error_code read_some(boost::asio::mutable_buffer into,
                                        std::size_t& bytes,
                                        SteadyClock::time_point deadline);

    /// Whether the server has ended it while nobody looked.
    bool was_closed();

private:
    boost::system::error_code wait_for(const std::optional<boost::system::error_code>& outcome,
                                       SteadyClock::time_point deadline);

    BlockingLoop loop_;
    SocketStream stream_;
};

} // namespace net
