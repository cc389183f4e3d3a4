#include "core/net/tls/tls_context.hpp"

#include "core/domain/failure.hpp"

#include <openssl/ssl.h>

#include <stdexcept>
#include <string>

namespace net {

namespace {

namespace ssl = boost::asio::ssl;
using Error = boost::system::error_code;

void require_tls_1_2(ssl::context& context) {
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_options(context.native_handle(), SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    // A connection that waits gives its buffers back.
    SSL_CTX_set_mode(context.native_handle(), SSL_MODE_RELEASE_BUFFERS);
}

/// `code`: of the message, which tells what the file is to be.
void check(const Error& error, const std::filesystem::path& file, const char* code) {
    if (!error) return;
    throw core::Failure({code, {{"file", file.string()}, {"reason", core::system_reason(error)}}});
}

} // namespace

ssl::context make_server_tls(const TlsFiles& files) {
    ssl::context context(ssl::context::tls_server);
    require_tls_1_2(context);
    // Browsers just leave. A client minds: a reply that ends so may have been cut short.
    SSL_CTX_set_options(context.native_handle(), SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_session_cache_mode(context.native_handle(), SSL_SESS_CACHE_OFF);
    Error error;
    context.use_certificate_chain_file(files.certificate.string(), error);
    check(error, files.certificate, "tls-certificate-unusable");
    context.use_private_key_file(files.key.string(), ssl::context::pem, error);
    check(error, files.key, "tls-key-unusable");
    return context;
}

ssl::context make_client_tls(const std::filesystem::path& trusted_certificate) {
    ssl::context context(ssl::context::tls_client);
    require_tls_1_2(context);
    context.set_verify_mode(ssl::verify_peer);
    Error error;
    if (trusted_certificate.empty()) {
        context.set_default_verify_paths(error);
        if (error)
            throw core::Failure(
                {"tls-system-trust-unreadable", {{"reason", core::system_reason(error)}}});
    } else {
        context.load_verify_file(trusted_certificate.string(), error);
        check(error, trusted_certificate, "tls-trust-unusable");
    }
    return context;
}

} // namespace net
