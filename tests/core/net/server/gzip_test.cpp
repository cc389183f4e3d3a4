#include "core/net/server/gzip.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace {

net::HttpResponse answer(std::size_t bytes, const char* type) {
    net::HttpResponse response;
    response.headers = {{"Content-Type", type}};
    response.body.assign(bytes, 'x');
    return response;
}

net::HttpRequest from_client_that_takes(const char* encodings) {
    net::HttpRequest request;
    request.headers = {{"accept-encoding", encodings}};
    return request;
}

bool is_packed(std::size_t bytes, const char* type, const char* encodings) {
    auto response = answer(bytes, type);
    net::pack_answer(from_client_that_takes(encodings), response);
    const bool is_said =
        std::find(response.headers.begin(), response.headers.end(),
                  std::pair<std::string, std::string>{"content-encoding", "gzip"}) !=
        response.headers.end();
    CHECK(is_said == (response.body.size() != bytes));
    return is_said;
}

} // namespace

TEST_CASE("a long answer of text is packed for a client that takes it", "[net][gzip]") {
    CHECK(is_packed(100'000, "application/json", "gzip, br"));
    CHECK(is_packed(100'000, "text/csv; charset=utf-8", "*"));
    CHECK_FALSE(is_packed(100'000, "application/json", "br"));
    CHECK_FALSE(is_packed(100'000, "application/json", "gzip;q=0"));
    CHECK_FALSE(is_packed(100, "application/json", "gzip"));
    CHECK_FALSE(is_packed(100'000, "application/pdf", "gzip"));
}
