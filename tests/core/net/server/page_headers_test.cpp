#include "core/net/server/page_headers.hpp"

#include <catch2/catch.hpp>

TEST_CASE("a page loads no script from elsewhere, and is shown in no other page", "[net][pages]") {
    net::HttpResponse response;
    net::add_page_headers(response, "no-referrer");
    const auto header = [&](const std::string& name) {
        for (const auto& [each, value] : response.headers) {
            if (each == name) return value;
        }
        return std::string();
    };
    const std::string policy = header("Content-Security-Policy");
    CHECK_THAT(policy, Catch::Contains("default-src 'self'"));
    CHECK_THAT(policy, Catch::Contains("frame-ancestors 'none'"));
    CHECK_THAT(policy, !Catch::Contains("script-src") && !Catch::Contains("unsafe-eval"));
    CHECK(header("X-Content-Type-Options") == "nosniff");
    CHECK(header("Referrer-Policy") == "no-referrer");
    CHECK(header("Permissions-Policy") == "camera=(self)");
}
