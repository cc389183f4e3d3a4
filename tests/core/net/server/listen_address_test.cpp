#include "core/net/server/listen_address.hpp"

#include <catch2/catch.hpp>

#include <string>

TEST_CASE("an address to listen on is read with its port", "[net][listen_address]") {
    const auto read = [](const std::string& text) {
        const auto listen = net::parse_listen_address(text);
        REQUIRE(listen);
        return listen->address + " " + std::to_string(listen->port);
    };
    CHECK(read("127.0.0.1:8080") == "127.0.0.1 8080");
    CHECK(read("[::1]:0") == "::1 0");
    CHECK(read(":65535") == " 65535");
}

TEST_CASE("a port beyond 65535 is none, and is never another one", "[net][listen_address]") {
    for (const char* text : {"127.0.0.1:65536", "127.0.0.1:70000", "127.0.0.1:", "127.0.0.1",
                             "127.0.0.1:80x", "127.0.0.1:-1", "127.0.0.1: 80", ""}) {
        INFO(text);
        CHECK_FALSE(net::parse_listen_address(text));
    }
}
