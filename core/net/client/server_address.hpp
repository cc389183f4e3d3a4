#pragma once

#include "core/domain/failure.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace net {

/// The server cannot be reached, went away, did not answer in time or broke the protocol.
class NetError : public core::Failure {
    using core::Failure::Failure;
};

/// Where a server is, and whom to trust there.
struct ServerAddress {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;
    bool tls = false;
    /// TLS: trust this certificate (a LAN's own), or without one the system's authorities.
    std::filesystem::path trusted_certificate;
};

/// Reads `http://host:port`, `https://…`; none for anything else.
std::optional<ServerAddress> parse_server_address(std::string_view url);

} // namespace net
