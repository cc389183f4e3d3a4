#include "core/agent/page_hub.hpp"
#include "core/net/websocket/web_socket_client.hpp"
#include "tests/core/net/test_server.hpp"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;

TEST_CASE("each page is greeted with the state and told what happens", "[agent][page_hub]") {
    std::string state = "A";
    agent::PageHub hub([&](words::Language) { return state; });
    TestHandler handler;
    handler.on_upgrade = [&](const net::HttpRequest& request) { return hub.upgrade(request); };
    TestServer server(handler);
    net::WebSocketClient first(server.address(), "/local/events");
    CHECK(first.read(10s) == "A");
    server->post([&] { state = "B"; });
    net::WebSocketClient second(server.address(), "/local/events");
    CHECK(second.read(10s) == "B");
    server->post([&] { hub.tell([](words::Language) { return "scan"; }); });
    CHECK(first.read(10s) == "scan");
    CHECK(second.read(10s) == "scan");
    CHECK(server.ask([&] { return hub.pages(); }) == 2);
    first.close();
    REQUIRE(server.wait_for_counts([](const auto& now) { return now.web_sockets == 1; }));
    CHECK(server.ask([&] { return hub.pages(); }) == 1);
}

TEST_CASE("each page is told in the language that it asks for", "[agent][page_hub]") {
    const auto message = [](words::Language language) {
        return words::say(language, "printer-paper-out");
    };
    agent::PageHub hub(message);
    TestHandler handler;
    handler.on_upgrade = [&](const net::HttpRequest& request) { return hub.upgrade(request); };
    TestServer server(handler);
    net::WebSocketClient english(server.address(), "/local/events?language=en");
    net::WebSocketClient plain(server.address(), "/local/events");
    for (int told = 0; told < 2; ++told) {
        CHECK_THAT(english.read(10s).value(), Catch::Contains("out of paper"));
        CHECK_THAT(plain.read(10s).value(), Catch::Contains("hết giấy"));
        server->post([&] { hub.tell(message); });
    }
}

TEST_CASE("a hub takes so many pages only", "[agent][page_hub]") {
    agent::PageHub hub([](words::Language) { return std::string("A"); });
    TestHandler handler;
    handler.on_upgrade = [&](const net::HttpRequest& request) { return hub.upgrade(request); };
    TestServer server(handler);
    std::vector<net::WebSocketClient> pages;
    for (std::size_t i = 0; i < agent::PageHub::most_pages; ++i) {
        pages.emplace_back(server.address(), "/local/events");
        CHECK(pages.back().read(10s) == "A");
    }
    CHECK_THROWS_WITH(net::WebSocketClient(server.address(), "/local/events"),
                      Catch::Contains("503"));
}
