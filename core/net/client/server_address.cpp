#include "core/net/client/server_address.hpp"

#include "core/net/letter_case.hpp"
#include "core/net/server/listen_address.hpp"

#include <algorithm>

namespace net {

namespace {

constexpr std::uint16_t http_port = 80;
constexpr std::uint16_t https_port = 443;

bool is_host_letter(char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
           (letter >= 'A' && letter <= 'Z') || letter == '-' || letter == '.' || letter == '_';
}

bool is_sound_host(std::string_view host, bool is_ipv6) {
    if (host.empty()) return false;
    return std::all_of(host.begin(), host.end(), [&](char letter) {
        return is_host_letter(letter) || (is_ipv6 && (letter == ':' || letter == '%'));
    });
}

} // namespace

std::optional<ServerAddress> parse_server_address(std::string_view url) {
    ServerAddress server;
    if (starts_with_ignoring_case(url, "http://")) {
        url.remove_prefix(7);
    } else if (starts_with_ignoring_case(url, "https://")) {
        url.remove_prefix(8);
        server.tls = true;
    } else {
        return std::nullopt;
    }
    if (url.ends_with('/')) url.remove_suffix(1);

    const bool is_ipv6 = url.starts_with('[');
    const std::size_t end_of_host = is_ipv6 ? url.find(']') : url.find(':');
    if (is_ipv6 && end_of_host == std::string_view::npos) return std::nullopt;
    server.host = is_ipv6 ? url.substr(1, end_of_host - 1) : url.substr(0, end_of_host);
    if (!is_sound_host(server.host, is_ipv6)) return std::nullopt;

    std::string_view rest;
    if (is_ipv6) {
        rest = url.substr(end_of_host + 1);
    } else if (end_of_host != std::string_view::npos) {
        rest = url.substr(end_of_host);
    }
    server.port = server.tls ? https_port : http_port;
    if (rest.empty()) return server;
    const auto port = rest.starts_with(':') ? parse_port(rest.substr(1)) : std::nullopt;
    if (!port || *port == 0) return std::nullopt;
    server.port = *port;
    return server;
}

} // namespace net
