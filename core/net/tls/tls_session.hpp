#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/system/error_code.hpp>

#include <cstddef>
#include <memory>
#include <string>

struct ssl_st;     // OpenSSL's SSL
struct ssl_ctx_st; // and SSL_CTX

namespace net {

/// One end of TLS over a TCP socket, in steps that do not wait. Asio's own stream keeps 70 KB of
/// buffers for each connection; here OpenSSL works on the socket itself and gives its buffers back
/// while nothing comes.
class TlsSession {
public:
    enum class Wants { nothing, to_read, to_write };

    /// What a step has come to: done, or to be tried again when the socket can do what it wants.
    struct StepResult {
        Wants wants = Wants::nothing;
        boost::system::error_code error;
        std::size_t bytes = 0;
    };

    /// The server's end. The socket's number must stay its own for as long as steps are tried.
    /// Throws std::bad_alloc.
    static TlsSession of_server(int socket, ssl_ctx_st* context);

    /// The client's end; the server's certificate must be one for `host`, a name or an address.
    static TlsSession of_client(int socket, ssl_ctx_st* context, const std::string& host);

    StepResult shake_hands();
    StepResult say_farewell();
    StepResult read(boost::asio::mutable_buffer into);

    /// May be tried again with the same bytes at another place.
    StepResult write(boost::asio::const_buffer from);

private:
    TlsSession(int socket, ssl_ctx_st* context);

    StepResult failure(int code) const;

    struct Free {
        void operator()(ssl_st* ssl) const;
    };

    std::unique_ptr<ssl_st, Free> ssl_;
};

} // namespace net
