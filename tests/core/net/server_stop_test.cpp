#include "tests/core/net/raw_socket.hpp"
#include "tests/core/net/test_server.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <functional>

using namespace std::chrono_literals;

namespace {

/// Keeps the responders for the test.
struct Kept {
    explicit Kept(TestHandler& handler) {
        handler.on_handle = [this](const net::HttpRequest&, net::Responder respond) {
            given.set_value(std::move(respond));
        };
    }

    std::promise<net::Responder> given;
};

} // namespace

TEST_CASE("a server that stops answers what is at hand and closes what is idle", "[net][stop]") {
    TestHandler handler;
    Kept kept(handler);
    TestServer server(handler);
    RawSocket idle(server->port());
    RawSocket busy(server->port());
    busy.send(plain_get + plain_get);
    const net::Responder respond = kept.given.get_future().get();

    server->stop(10s);
    CHECK(idle.read_to_end().empty());
    CHECK_THROWS(RawSocket(server->port()));
    respond(TestHandler::text("at last"));
    const std::string answer = busy.read_to_end();
    CHECK(answer.find("connection: close\r\n") != std::string::npos);
    CHECK(answer.ends_with("at last"));
    busy.close();
    server.stop(10s);
}

TEST_CASE("a server that stops waits no longer than its grace", "[net][stop]") {
    TestHandler handler;
    Kept kept(handler);
    TestServer server(handler);
    RawSocket busy(server->port());
    busy.send(plain_get);
    const net::Responder respond = kept.given.get_future().get();
    const auto start = std::chrono::steady_clock::now();
    server.stop(100ms);
    CHECK(std::chrono::steady_clock::now() - start < 5s);
    CHECK(busy.read_to_end().empty());
    respond(TestHandler::text("too late"));
}

TEST_CASE("a server may be stopped before it runs", "[net][stop]") {
    TestHandler handler;
    net::HttpServer server({}, handler);
    server.stop(1s);
    server.run();
}

TEST_CASE("a server that never ran goes without a trace", "[net][stop]") {
    TestHandler handler;
    const net::HttpServer server({}, handler);
    RawSocket client(server.port());
    client.send(plain_get);
}

TEST_CASE("work is done on the server's thread, once or every so often", "[net][server]") {
    TestHandler handler;
    net::HttpServer server({}, handler);
    int ticks = 0;
    std::thread::id place;
    server.every(1ms, [&] {
        if (++ticks == 3) server.stop(1s);
    });
    server.post([&] { place = std::this_thread::get_id(); });
    server.run();
    CHECK(ticks >= 3);
    CHECK(place == std::this_thread::get_id());
}

namespace {

/// The signal that a server is told which runs once `before` is done, and which it ends by.
int told_signal(const std::function<void(net::HttpServer&)>& before) {
    TestHandler handler;
    net::HttpServer server({}, handler);
    int signal = 0;
    server.on_signal([&](int number) {
        signal = number;
        server.stop(1s);
    });
    before(server);
    server.run();
    return signal;
}

} // namespace

TEST_CASE("a signal is told to who asked for it", "[net][server]") {
    CHECK(told_signal([](net::HttpServer& server) { server.post([] { std::raise(SIGTERM); }); }) ==
          SIGTERM);
}

TEST_CASE("a signal that comes before the server runs ends it at once", "[net][server]") {
    CHECK(told_signal([](net::HttpServer&) { std::raise(SIGTERM); }) == SIGTERM);
}

TEST_CASE("an address that cannot be listened on is named", "[net][server]") {
    TestHandler handler;
    net::ServerOptions options;
    const net::HttpServer server(options, handler);
    options.port = server.port();
    CHECK_THROWS_WITH((net::HttpServer{options, handler}),
                      Catch::Contains(std::to_string(server.port())) &&
                          Catch::Contains("port-taken") && Catch::Contains("free: 127.0.0.1:"));
    options.address = "nowhere";
    CHECK_THROWS_WITH((net::HttpServer{options, handler}),
                      Catch::Contains("listen-address-malformed") && Catch::Contains("nowhere"));
}
