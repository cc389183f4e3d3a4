#include "core/agent/local_guard.hpp"

#include "core/agent/problem.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace agent {

namespace {

constexpr std::array<std::string_view, 3> own_names = {"127.0.0.1", "localhost", "[::1]"};

bool is_own_host(std::string_view host, std::uint16_t port) {
    const std::string with_port = ":" + std::to_string(port);
    return std::any_of(own_names.begin(), own_names.end(), [&](std::string_view name) {
        return host.starts_with(name) && host.substr(name.size()) == with_port;
    });
}

/// What browsers tell of the page that asks; a page of ours, or an address typed in, is welcome.
/// So is following a link: it can only open our page.
bool is_another_site(const net::HttpRequest& request) {
    const std::string_view site = request.header("sec-fetch-site");
    const bool is_ours = site.empty() || site == "same-origin" || site == "none";
    return !is_ours && request.header("sec-fetch-mode") != "navigate";
}

} // namespace

std::optional<net::HttpResponse> refuse_cross_site(const net::HttpRequest& request,
                                                   std::uint16_t port) {
    const std::string_view host = request.header("host");
    const std::string_view origin = request.header("origin");
    const bool same_origin = origin.empty() || origin == "http://" + std::string(host);
    if (is_own_host(host, port) && same_origin && !is_another_site(request)) return std::nullopt;
    return problem(language_of(request), 403, "another-site", "another-site");
}

} // namespace agent
