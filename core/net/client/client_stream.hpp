#pragma once

#include "core/net/client/http_client.hpp"
#include "core/net/connection.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/system/error_code.hpp>

#include <memory>
#include <string_view>

namespace net {

/// A client's connection, plain or TLS, used in a blocking way.
class ClientStream {
public:
    virtual ~ClientStream() = default;

    /// No error when all has been written. `timed_out` at the deadline; then it is of no more use.
    virtual boost::system::error_code write(std::string_view bytes,
                                            SteadyClock::time_point deadline) = 0;

    /// What comes next; `bytes` is set to its length.
    virtual boost::system::error_code read_some(boost::asio::mutable_buffer into,
                                                std::size_t& bytes,
                                                SteadyClock::time_point deadline) = 0;

    /// Whether the server has ended it while nobody looked.
    virtual bool was_closed() = 0;
};

/// Throw NetError.
std::unique_ptr<ClientStream> connect_plain(const ServerAddress& server,
                                            SteadyClock::time_point deadline);
std::unique_ptr<ClientStream> connect_tls(const ServerAddress& server,
                                          SteadyClock::time_point deadline);

} // namespace net
