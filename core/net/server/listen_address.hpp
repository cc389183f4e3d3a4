#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace net {

/// Where a server listens.
struct ListenAddress {
    std::string address;    ///< as it was given; of IPv6 without its brackets
    std::uint16_t port = 0; ///< 0: the system chooses
};

/// Reads `ADDRESS:PORT` or `[ADDRESS]:PORT`; the address may be missing. None for anything else, a
/// port above 65535 too.
std::optional<ListenAddress> parse_listen_address(std::string_view text);

/// A whole number from 0 to 65535; none for anything else.
std::optional<std::uint16_t> parse_port(std::string_view text);

} // namespace net
