#include "core/agent/local_guard.hpp"

#include <catch2/catch.hpp>

namespace {

bool is_refused(net::Headers headers) {
    net::HttpRequest request;
    request.headers = std::move(headers);
    const auto refusal = agent::refuse_cross_site(request, 8081);
    return refusal && refusal->status == 403;
}

} // namespace

TEST_CASE("a page of this machine may ask", "[agent][local_guard]") {
    CHECK_FALSE(is_refused({{"host", "127.0.0.1:8081"}}));
    CHECK_FALSE(is_refused({{"host", "localhost:8081"}, {"origin", "http://localhost:8081"}}));
    CHECK_FALSE(is_refused({{"host", "[::1]:8081"}, {"origin", "http://[::1]:8081"}}));
    CHECK_FALSE(is_refused({{"host", "127.0.0.1:8081"}, {"sec-fetch-site", "same-origin"}}));
    CHECK_FALSE(is_refused({{"host", "127.0.0.1:8081"}, {"sec-fetch-site", "none"}}));
    CHECK_FALSE(is_refused({{"host", "127.0.0.1:8081"},
                            {"sec-fetch-site", "cross-site"},
                            {"sec-fetch-mode", "navigate"}}));
}

TEST_CASE("other names, ports and pages are turned away", "[agent][local_guard]") {
    CHECK(is_refused({}));
    CHECK(is_refused({{"host", "evil.example:8081"}}));
    CHECK(is_refused({{"host", "127.0.0.1"}}));
    CHECK(is_refused({{"host", "127.0.0.1:8082"}}));
    CHECK(is_refused({{"host", "127.0.0.1:80811"}}));
    CHECK(is_refused({{"host", "127.0.0.1.evil.example:8081"}}));
    CHECK(is_refused({{"host", "127.0.0.1:8081"}, {"origin", "http://evil.example"}}));
    CHECK(is_refused({{"host", "127.0.0.1:8081"}, {"origin", "http://localhost:8081"}}));
    CHECK(is_refused({{"host", "127.0.0.1:8081"}, {"origin", "null"}}));
    CHECK(is_refused({{"host", "127.0.0.1:8081"},
                      {"sec-fetch-site", "same-site"},
                      {"sec-fetch-mode", "no-cors"}}));
}
