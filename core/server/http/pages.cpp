#include "core/server/http/pages.hpp"

namespace server {

namespace {

/// Styles may stand in the page, as the built pages have some there; scripts may not. Pictures and
/// papers come as blobs where they were fetched with a log-in.
constexpr const char* content_security_policy =
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
    "connect-src 'self' ws: wss:; media-src 'self' blob:; frame-src 'self' blob:; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

net::StaticFiles files_of(const std::filesystem::path& folder, const std::string& prefix) {
    return folder.empty() ? net::StaticFiles() : net::StaticFiles(folder, prefix);
}

} // namespace

Pages::Pages(const std::filesystem::path& web, const std::filesystem::path& sounds)
    : pages_(files_of(web, "")), sounds_(files_of(sounds, "/sounds")) {}

std::optional<net::HttpResponse> Pages::answer(const net::HttpRequest& request) const {
    auto response = sounds_.answer(request);
    if (!response) response = pages_.answer(request);
    if (!response) return std::nullopt;
    response->headers.emplace_back("Content-Security-Policy", content_security_policy);
    response->headers.emplace_back("X-Content-Type-Options", "nosniff");
    response->headers.emplace_back("Referrer-Policy", "same-origin");
    response->headers.emplace_back("Permissions-Policy", "camera=(self)");
    return response;
}

} // namespace server
