#include "core/net/tls/tls_session.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/ssl/error.hpp>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>
#include <sys/socket.h>

#include <cerrno>
#include <climits>
#include <cstdint>
#include <new>

namespace net {

namespace {

// OpenSSL's own BIO for sockets writes with write(), which kills the process by SIGPIPE when the
// client is gone.

int socket_of(BIO* bio) {
    return static_cast<int>(reinterpret_cast<std::intptr_t>(BIO_get_data(bio)));
}

bool is_temporary(int error) { return error == EAGAIN || error == EWOULDBLOCK || error == EINTR; }

int write_socket(BIO* bio, const char* bytes, int count) {
    BIO_clear_retry_flags(bio);
    const auto sent =
        ::send(socket_of(bio), bytes, static_cast<std::size_t>(count), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && is_temporary(errno)) BIO_set_retry_write(bio);
    return static_cast<int>(sent);
}

int read_socket(BIO* bio, char* bytes, int count) {
    BIO_clear_retry_flags(bio);
    const auto received =
        ::recv(socket_of(bio), bytes, static_cast<std::size_t>(count), MSG_DONTWAIT);
    if (received < 0 && is_temporary(errno)) BIO_set_retry_read(bio);
    if (received == 0) BIO_set_flags(bio, BIO_FLAGS_IN_EOF);
    return static_cast<int>(received);
}

long control_socket(BIO* bio, int command, long, void*) {
    if (command == BIO_CTRL_EOF) return BIO_test_flags(bio, BIO_FLAGS_IN_EOF);
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

BIO_METHOD* make_method() {
    BIO_METHOD* const method = BIO_meth_new(BIO_TYPE_SOURCE_SINK | BIO_get_new_index(), "socket");
    if (method == nullptr) throw std::bad_alloc();
    BIO_meth_set_write(method, write_socket);
    BIO_meth_set_read(method, read_socket);
    BIO_meth_set_ctrl(method, control_socket);
    return method;
}

BIO* make_bio(int socket) {
    static BIO_METHOD* const method = make_method();
    BIO* const bio = BIO_new(method);
    if (bio == nullptr) throw std::bad_alloc();
    // NOLINTNEXTLINE(performance-no-int-to-ptr): OpenSSL keeps a pointer, of ours is a number
    BIO_set_data(bio, reinterpret_cast<void*>(static_cast<std::intptr_t>(socket)));
    BIO_set_init(bio, 1);
    return bio;
}

} // namespace

void TlsSession::Free::operator()(ssl_st* ssl) const { SSL_free(ssl); }

TlsSession::TlsSession(int socket, ssl_ctx_st* context) : ssl_(SSL_new(context)) {
    if (!ssl_) throw std::bad_alloc();
    BIO* const bio = make_bio(socket);
    SSL_set_bio(ssl_.get(), bio, bio);
    SSL_set_mode(ssl_.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                 SSL_MODE_RELEASE_BUFFERS);
}

TlsSession TlsSession::of_server(int socket, ssl_ctx_st* context) {
    TlsSession session(socket, context);
    SSL_set_accept_state(session.ssl_.get());
    return session;
}

TlsSession TlsSession::of_client(int socket, ssl_ctx_st* context, const std::string& host) {
    TlsSession session(socket, context);
    SSL* const ssl = session.ssl_.get();
    SSL_set_connect_state(ssl);
    if (X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host.c_str()) == 1) return session;
    if (SSL_set_tlsext_host_name(ssl, host.c_str()) != 1 || SSL_set1_host(ssl, host.c_str()) != 1)
        throw std::bad_alloc();
    return session;
}

TlsSession::StepResult TlsSession::shake_hands() {
    ERR_clear_error();
    const int code = SSL_do_handshake(ssl_.get());
    return code == 1 ? StepResult{} : failure(code);
}

TlsSession::StepResult TlsSession::say_farewell() {
    ERR_clear_error();
    const int code = SSL_shutdown(ssl_.get());
    return code >= 0 ? StepResult{} : failure(code);
}

TlsSession::StepResult TlsSession::read(boost::asio::mutable_buffer into) {
    if (into.size() == 0) return {};
    ERR_clear_error();
    StepResult outcome;
    const int code = SSL_read_ex(ssl_.get(), into.data(), into.size(), &outcome.bytes);
    return code == 1 ? outcome : failure(code);
}

TlsSession::StepResult TlsSession::write(boost::asio::const_buffer from) {
    if (from.size() == 0) return {};
    ERR_clear_error();
    StepResult outcome;
    const int code = SSL_write_ex(ssl_.get(), from.data(), from.size(), &outcome.bytes);
    return code == 1 ? outcome : failure(code);
}

TlsSession::StepResult TlsSession::failure(int code) const {
    const int system_error = errno;
    switch (SSL_get_error(ssl_.get(), code)) {
    case SSL_ERROR_WANT_READ:
        return {Wants::to_read, {}, 0};
    case SSL_ERROR_WANT_WRITE:
        return {Wants::to_write, {}, 0};
    case SSL_ERROR_ZERO_RETURN:
        return {Wants::nothing, boost::asio::error::eof, 0};
    case SSL_ERROR_SYSCALL:
        if (system_error == 0) return {Wants::nothing, boost::asio::error::eof, 0};
        return {Wants::nothing, {system_error, boost::system::system_category()}, 0};
    default:
        return {Wants::nothing,
                {static_cast<int>(ERR_get_error()), boost::asio::error::get_ssl_category()},
                0};
    }
}

} // namespace net
