// Who goes beyond a limit is cut off, and nobody else notices.

#include "tests/core/net/raw_socket.hpp"
#include "tests/core/net/test_server.hpp"

#include <catch2/catch.hpp>
#include <sys/resource.h>
#include <sys/times.h>

#include <optional>

using namespace std::chrono_literals;

namespace {

net::ServerOptions impatient() {
    net::ServerOptions options;
    options.limits.header_time = 1s;
    options.limits.body_time = 1s;
    options.limits.idle_time = 1s;
    options.limits.write_time = 1s;
    return options;
}

/// Lets no new descriptor be opened in this process as long as it lives.
class NoDescriptors {
public:
    NoDescriptors() {
        getrlimit(RLIMIT_NOFILE, &before_);
        const int first_free = ::dup(0);
        ::close(first_free);
        rlimit now = before_;
        now.rlim_cur = static_cast<rlim_t>(first_free);
        setrlimit(RLIMIT_NOFILE, &now);
    }

    ~NoDescriptors() { setrlimit(RLIMIT_NOFILE, &before_); }

    NoDescriptors(const NoDescriptors&) = delete;
    NoDescriptors& operator=(const NoDescriptors&) = delete;

private:
    rlimit before_{};
};

} // namespace

TEST_CASE("a head that does not come to its end in time is refused", "[net][limits]") {
    TestHandler handler;
    TestServer server(handler, impatient());
    RawSocket client(server->port());
    client.send("GET / HTTP/1.1\r\n");
    CHECK(client.read_to_end().starts_with("HTTP/1.1 408 "));
}

TEST_CASE("a head that trickles in is refused all the same", "[net][limits]") {
    TestHandler handler;
    TestServer server(handler, impatient());
    RawSocket client(server->port());
    std::thread sender([&] {
        for (int i = 0; i < 100 && client.send("a"); ++i) std::this_thread::sleep_for(50ms);
    });
    CHECK(client.read_to_end().starts_with("HTTP/1.1 408 "));
    sender.join();
}

TEST_CASE("a body that stops coming is refused", "[net][limits]") {
    TestHandler handler;
    TestServer server(handler, impatient());
    RawSocket client(server->port());
    client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
    CHECK(client.read_to_end().starts_with("HTTP/1.1 408 "));
}

TEST_CASE("a body that trickles in is refused while others are served", "[net][limits]") {
    TestHandler handler;
    TestServer server(handler, impatient());
    RawSocket slow(server->port());
    slow.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");
    std::thread sender([&] {
        for (int i = 0; i < 100 && slow.send("a"); ++i) std::this_thread::sleep_for(50ms);
    });
    RawSocket other(server->port());
    other.send(plain_get);
    CHECK(other.read_response().ends_with("hello"));
    CHECK(slow.read_to_end().starts_with("HTTP/1.1 408 "));
    sender.join();
}

TEST_CASE("a connection that is not used is closed without a word", "[net][limits]") {
    TestHandler handler;
    TestServer server(handler, impatient());
    RawSocket fresh(server->port());
    RawSocket used(server->port());
    used.send(plain_get);
    CHECK(used.read_response().ends_with("hello"));
    CHECK(used.read_to_end().empty());
    CHECK(fresh.read_to_end().empty());
    CHECK(server.wait_for_counts([](const auto& now) { return now.connections == 0; }));
    server.stop();
    CHECK(handler.refusals.empty());
}

TEST_CASE("a request may take longer than any limit of the connection", "[net][limits]") {
    TestHandler handler;
    std::promise<net::Responder> given;
    handler.on_handle = [&](const net::HttpRequest&, net::Responder respond) {
        given.set_value(std::move(respond));
    };
    TestServer server(handler, impatient());
    RawSocket client(server->port());
    client.send(plain_get);
    const net::Responder respond = given.get_future().get();
    RawSocket idle(server->port());
    idle.read_to_end(); // one idle_time has passed
    respond(TestHandler::text("at last"));
    CHECK(client.read_response().ends_with("at last"));
}

TEST_CASE("a client that does not read its answer is cut off", "[net][limits]") {
    TestHandler handler;
    handler.on_handle = [](const net::HttpRequest&, const net::Responder& respond) {
        respond(TestHandler::text(std::string(std::size_t{64} << 20, 'a')));
    };
    TestServer server(handler, impatient());
    RawSocket client;
    client.limit_receive_buffer(4 * 1024);
    client.connect(server->port());
    client.send(plain_get);
    REQUIRE(server.wait_for_counts([](const auto& now) { return now.connections == 1; }));
    CHECK(server.wait_for_counts([](const auto& now) { return now.connections == 0; }));
}

TEST_CASE("a client that reads its answer slowly is not cut off", "[net][limits]") {
    constexpr std::size_t size = 1'500'000;
    TestHandler handler;
    handler.on_handle = [](const net::HttpRequest&, const net::Responder& respond) {
        respond(TestHandler::text(std::string(size, 'a')));
    };
    TestServer server(handler, impatient());
    RawSocket client;
    client.limit_receive_buffer(4 * 1024);
    client.connect(server->port());
    client.send(plain_get);
    client.read_until("\r\n\r\n");
    const auto start = std::chrono::steady_clock::now();
    std::size_t read = 0;
    for (int tenth = 1; tenth <= 25; ++tenth) {
        read += client.read_bytes(20'000).size();
        std::this_thread::sleep_until(start + tenth * 100ms);
    }
    CHECK(client.read_bytes(size - read).size() == size - read);
}

TEST_CASE("a connection beyond the limit is answered and closed, and counted", "[net][limits]") {
    TestHandler handler;
    net::ServerOptions options;
    options.limits.connections = 2;
    TestServer server(handler, options);
    std::optional<RawSocket> first(std::in_place, server->port());
    RawSocket second(server->port());
    second.send(plain_get);
    CHECK(second.read_response().ends_with("hello"));

    RawSocket third(server->port());
    third.send(plain_get);
    const std::string answer = third.read_to_end();
    CHECK(answer.starts_with("HTTP/1.1 503 "));
    CHECK(answer.find("connection: close") != std::string::npos);
    CHECK(server.counts().refused == 1);
    CHECK(server.counts().connections == 2);

    first.reset();
    REQUIRE(server.wait_for_counts([](const auto& now) { return now.connections == 1; }));
    RawSocket fourth(server->port());
    fourth.send(plain_get);
    CHECK(fourth.read_response().ends_with("hello"));
}

TEST_CASE("a flood beyond the limit leaves the connections within it alone", "[net][limits]") {
    TestHandler handler;
    net::ServerOptions options;
    options.limits.connections = 1;
    TestServer server(handler, options);
    RawSocket first(server->port());
    REQUIRE(server.wait_for_counts([](const auto& now) { return now.connections == 1; }));
    std::vector<std::unique_ptr<RawSocket>> flood;
    for (int i = 0; i < 300; ++i) flood.push_back(std::make_unique<RawSocket>(server->port()));
    first.send(plain_get);
    CHECK(first.read_response().ends_with("hello"));
    CHECK(server.wait_for_counts([](const auto& now) { return now.refused == 300; }));
}

TEST_CASE("a server without descriptors waits until there are some, without spinning",
          "[net][limits]") {
    TestHandler handler;
    TestServer server(handler);
    RawSocket client;
    tms before{};
    tms after{};
    {
        const NoDescriptors none;
        client.connect(server->port());
        client.send(plain_get);
        times(&before);
        std::this_thread::sleep_for(500ms);
        times(&after);
        CHECK(server.counts().accepted == 0);
    }
    CHECK(client.read_response().ends_with("hello"));
    const auto ticks = after.tms_utime + after.tms_stime - before.tms_utime - before.tms_stime;
    CHECK(ticks < sysconf(_SC_CLK_TCK) / 4);
}
