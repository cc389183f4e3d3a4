#pragma once

#include "core/net/tls/tls_files.hpp"

#include <boost/asio/ssl/context.hpp>

#include <filesystem>

namespace net {

/// TLS 1.2 and up. Throw std::runtime_error with a sentence.
boost::asio::ssl::context make_server_tls(const TlsFiles& files);

/// Trusts the certificate, or without a path the system's authorities.
boost::asio::ssl::context make_client_tls(const std::filesystem::path& trusted_certificate);

} // namespace net
