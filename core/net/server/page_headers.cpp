#include "core/net/server/page_headers.hpp"

namespace net {

namespace {

/// Styles may stand in the page, as the built pages have some there; scripts may not. Pictures and
/// papers come as blobs where they were fetched with a log-in.
constexpr const char* content_security_policy =
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
    "connect-src 'self' ws: wss:; media-src 'self' blob:; frame-src 'self' blob:; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

} // namespace

void add_page_headers(HttpResponse& response, std::string_view referrer_policy) {
    response.headers.emplace_back("Content-Security-Policy", content_security_policy);
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("Referrer-Policy", referrer_policy);
    response.headers.emplace_back("Permissions-Policy", "camera=(self)");
}

} // namespace net
