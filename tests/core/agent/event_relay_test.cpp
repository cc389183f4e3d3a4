#include "core/agent/event_relay.hpp"
#include "core/net/websocket/web_socket_client.hpp"
#include "tests/core/agent/shouting_core.hpp"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;

namespace {

/// A machine whose pages hear the core's events.
struct RelayingMachine {
    explicit RelayingMachine(const ShoutingCore& core, const std::string& key)
        : relay(core.address(), key, *server.operator->()) {
        handler.on_upgrade = [this](const net::HttpRequest& request) {
            return relay.upgrade(request);
        };
    }

    ~RelayingMachine() { server.stop(); }

    RelayingMachine(const RelayingMachine&) = delete;
    RelayingMachine& operator=(const RelayingMachine&) = delete;

    net::WebSocketClient page(const net::Headers& headers = {}) {
        return {server.address(), "/api/v1/events?topics=queue&since=7", headers};
    }

    TestHandler handler;
    TestServer server{handler};
    agent::EventRelay relay;
};

/// The close code of a page that is about to be closed.
int close_code_of(net::WebSocketClient& page) {
    CHECK_THROWS_AS(page.read(10s), net::NetError);
    return page.close_code();
}

} // namespace

TEST_CASE("pages hear the core's events by the machine's key", "[agent][event_relay]") {
    ShoutingCore core;
    RelayingMachine machine(core, "secret");
    net::WebSocketClient first = machine.page({{"cookie", "a=b"}});
    net::WebSocketClient second = machine.page();
    const std::string asked = "/api/v1/events?topics=queue&since=7 Bearer secret";
    CHECK(core.next_request() == asked);
    CHECK(core.next_request() == asked);
    core.shout("một");
    CHECK(first.read(10s) == "một");
    CHECK(second.read(10s) == "một");
    second.send("nobody minds");
    second.close();
    core.shout("hai");
    CHECK(first.read(10s) == "hai");
}

TEST_CASE("without a key the page's own cookie is handed on", "[agent][event_relay]") {
    ShoutingCore core;
    RelayingMachine machine(core, "");
    const net::WebSocketClient page = machine.page({{"cookie", "motcua=abc"}});
    CHECK(core.next_request() == "/api/v1/events?topics=queue&since=7 motcua=abc");
}

TEST_CASE("a page is told when the core goes away or wants it to load anew",
          "[agent][event_relay]") {
    ShoutingCore core;
    RelayingMachine machine(core, "secret");
    net::WebSocketClient slow = machine.page();
    core.next_request();
    core.shout("x"); // is open once this has come
    CHECK(slow.read(10s) == "x");
    core.close_all(1013);
    CHECK(close_code_of(slow) == 1013);

    net::WebSocketClient page = machine.page();
    core.next_request();
    core.stop();
    CHECK(close_code_of(page) == 1012);
    net::WebSocketClient in_vain = machine.page();
    CHECK(close_code_of(in_vain) == 1012);
}

TEST_CASE("a machine relays to so many pages only, and to others once they are gone",
          "[agent][event_relay]") {
    ShoutingCore core;
    RelayingMachine machine(core, "");
    std::vector<net::WebSocketClient> pages;
    for (std::size_t i = 0; i < agent::EventRelay::most_pages; ++i) pages.push_back(machine.page());
    CHECK_THROWS_WITH(machine.page(), Catch::Contains("503"));
    pages.clear();
    const auto end = std::chrono::steady_clock::now() + 10s;
    bool opened = false;
    while (!opened && std::chrono::steady_clock::now() < end) {
        try {
            machine.page();
            opened = true;
        } catch (const net::NetError&) {
            std::this_thread::yield();
        }
    }
    CHECK(opened);
}
