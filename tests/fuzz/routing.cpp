// Addresses of requests: what reaches a route has no way out of its path.

#include "core/net/http_message.hpp"
#include "core/net/refused.hpp"
#include "core/net/server/request_target.hpp"
#include "core/server/http/route.hpp"

#include <cstddef>
#include <cstdint>

namespace {

server::Router make_router() {
    server::Router router;
    for (const char* pattern :
         {"/healthz", "/api/v1/dossiers", "/api/v1/dossiers/{code}",
          "/api/v1/dossiers/{code}/attachments/{name}", "/api/v1/counters/{n}/call"})
        router.add({"GET", pattern, server::callers::all, server::QuickRead{}, {"x", "x"}});
    return router;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const server::Router router = make_router();
    const std::string target(reinterpret_cast<const char*>(data), size);
    net::HttpRequest request;
    try {
        net::read_target(target, request);
    } catch (const net::Refused&) {
        return 0;
    }
    if (request.path.find("/../") != std::string::npos ||
        request.path.find('\0') != std::string::npos)
        __builtin_trap();
    const auto match = router.find("GET", request.path);
    for (const std::string& part : match.path) {
        if (part.empty() || part.find('/') != std::string::npos) __builtin_trap();
    }
    (void)net::parse_query(request.query);
    (void)net::query_value(request.query, "q");
    return 0;
}
