#include "core/net/web_socket.hpp"
#include "core/net/websocket/web_socket_client.hpp"
#include "tests/core/net/raw_web_socket.hpp"
#include "tests/core/net/test_server.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {

net::SharedText shared(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
}

/// The WebSockets that are open; only touched on the server's thread.
using Sockets = std::set<std::shared_ptr<net::WebSocket>>;

/// Sends back what it hears; `throw` and `close` are orders.
class Echo : public net::WebSocketListener {
public:
    explicit Echo(Sockets& open) : open_(open) {}

    void on_open(std::shared_ptr<net::WebSocket> socket) override {
        socket_ = std::move(socket);
        open_.insert(socket_);
    }

    void on_text(std::string text) override {
        if (text == "throw") throw std::runtime_error("no");
        if (text == "close") {
            socket_->send(shared("good-bye"));
            socket_->close(4000, "as you wish");
        }
        socket_->send(shared(std::move(text)));
    }

    void on_close() override { open_.erase(socket_); }

private:
    Sockets& open_;
    std::shared_ptr<net::WebSocket> socket_;
};

/// A handler whose WebSockets are all an Echo.
struct Room : TestHandler {
    Room() {
        on_upgrade = [this](const net::HttpRequest&) { return std::make_shared<Echo>(open); };
    }

    Sockets open;
};

bool all_gone(const net::ServerCounts& now) { return now.web_sockets == 0 && now.connections == 0; }

} // namespace

TEST_CASE("a WebSocket carries texts both ways", "[net][web_socket]") {
    Room room;
    TestServer server(room);
    net::WebSocketClient client(server.address(), "/events");
    for (const std::string& text : {"một"s, ""s, std::string(16 * 1024, 'a')}) {
        client.send(text);
        CHECK(client.read(5s) == text);
    }
    CHECK(client.read(0ms) == std::nullopt);
    CHECK(server.counts().web_sockets == 1);
    client.close();
    CHECK(client.close_code() == 1000);
    CHECK_THROWS_AS(client.read(1s), net::NetError);
    CHECK_THROWS_AS(client.send("more"), net::NetError);
    CHECK(server.wait_for_counts(all_gone));
    CHECK(server.ask([&] { return room.open.empty(); }));
}

TEST_CASE("a handshake does not tell what the server is made of", "[net][web_socket]") {
    Room room;
    TestServer server(room);
    const RawWebSocket client(server->port());
    CHECK(client.answer.find("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=") != std::string::npos);
    CHECK(client.answer.find("Beast") == std::string::npos);
}

TEST_CASE("a request for a WebSocket must be a sound one", "[net][web_socket]") {
    Room room;
    TestServer server(room);
    RawSocket client(server->port());
    const std::string head = "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n";
    const std::string key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    const std::string connection = "Connection: keep-alive, Upgrade\r\n";
    const std::string version = "Sec-WebSocket-Version: 13\r\n";

    client.send(head + key + version + "\r\n");
    CHECK(client.read_response().starts_with("HTTP/1.1 400 "));
    client.send(head + connection + version + "\r\n");
    CHECK(client.read_response().starts_with("HTTP/1.1 400 "));
    client.send(head + connection + version + "Sec-WebSocket-Key: short\r\n\r\n");
    CHECK(client.read_response().starts_with("HTTP/1.1 400 "));
    client.send(head + connection + key + "Sec-WebSocket-Version: 8\r\n\r\n");
    const std::string other = client.read_response();
    CHECK(other.starts_with("HTTP/1.1 426 "));
    CHECK(other.find("sec-websocket-version: 13\r\n") != std::string::npos);

    // With another method it is a request like others.
    client.send("PUT" + head.substr(3) + connection + key + version + "\r\n");
    CHECK(client.read_response().ends_with("hello"));
    client.send(head + connection + key + version + "\r\n");
    CHECK(client.read_until("\r\n\r\n").starts_with("HTTP/1.1 101 "));
}

TEST_CASE("a WebSocket that is refused leaves the connection to HTTP", "[net][web_socket]") {
    TestHandler handler;
    TestServer server(handler);
    CHECK_THROWS_WITH((net::WebSocketClient{server.address(), "/events"}), Catch::Contains("404"));
    RawSocket client(server->port());
    client.send("GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
                "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(client.read_to_end().starts_with("HTTP/1.1 400 ")); // sent on before the answer
}

TEST_CASE("one text reaches all who are connected, in order", "[net][web_socket]") {
    Room room;
    TestServer server(room);
    std::vector<net::WebSocketClient> clients;
    for (int i = 0; i < 20; ++i) clients.emplace_back(server.address(), "/events");
    REQUIRE(server.wait_for_counts([](const auto& now) { return now.web_sockets == 20; }));
    for (int i = 0; i < 100; ++i) {
        server->post([&, text = shared(std::to_string(i))] {
            for (const auto& socket : room.open) socket->send(text);
        });
    }
    for (auto& client : clients) {
        for (int i = 0; i < 100; ++i) REQUIRE(client.read(5s) == std::to_string(i));
    }
}

TEST_CASE("a client that does not read is told to reload, and others notice nothing",
          "[net][web_socket]") {
    Room room;
    net::ServerOptions options;
    options.limits.outbox_bytes = 256 * 1024;
    TestServer server(room, options);
    RawWebSocket slow(server->port(), 4 * 1024);
    net::WebSocketClient other(server.address(), "/events");
    REQUIRE(server.wait_for_counts([](const auto& now) { return now.web_sockets == 2; }));
    const std::string text(10'000, 'a');
    int sent = 0;
    while (server.counts().dropped_sockets == 0 && sent < 1'000) {
        ++sent;
        server->post([&, text = shared(text)] {
            for (const auto& socket : room.open) socket->send(text);
        });
        REQUIRE(other.read(5s) == text);
    }
    CHECK(server.counts().dropped_sockets == 1);

    RawWebSocket::Frame last = slow.read();
    for (; last.opcode == 1; last = slow.read()) CHECK(last.payload == text);
    CHECK(last.close_code() == 1013);
    CHECK(last.payload.substr(2) == "reload");
    slow.send(8, last.payload);
    slow.socket.close();
    CHECK(server.wait_for_counts([](const auto& now) { return now.web_sockets == 1; }));
}

TEST_CASE("a client that never reads again is cut off", "[net][web_socket]") {
    Room room;
    net::ServerOptions options;
    options.limits.outbox_messages = 10;
    TestServer server(room, options);
    const RawWebSocket slow(server->port(), 4 * 1024);
    REQUIRE(server.wait_for_counts([](const auto& now) { return now.web_sockets == 1; }));
    server->post([&] {
        const auto sockets = room.open;
        for (int i = 0; i < 12; ++i) {
            for (const auto& socket : sockets) socket->send(shared(std::string(1'000'000, 'a')));
        }
    });
    CHECK(server.wait_for_counts([](const auto& now) { return now.dropped_sockets == 1; }));
    CHECK(server.wait_for_counts(all_gone));
}

TEST_CASE("a message that is too long ends the WebSocket", "[net][web_socket]") {
    Room room;
    TestServer server(room);
    RawWebSocket client(server->port());
    client.send(1, std::string(16 * 1024 + 1, 'a'));
    CHECK(client.read().close_code() == 1009);
    client.socket.close();
    CHECK(server.wait_for_counts(all_gone));
}

TEST_CASE("a message that is not UTF-8 ends the WebSocket", "[net][web_socket]") {
    Room room;
    TestServer server(room);
    RawWebSocket client(server->port());
    client.send(1, "a\xFF");
    CHECK(client.read().close_code() == 1007);
}

TEST_CASE("a message that is no text ends the WebSocket", "[net][web_socket]") {
    Room room;
    TestServer server(room);
    RawWebSocket client(server->port());
    client.send(2, "bytes");
    CHECK(client.read().close_code() == 1003);
}

TEST_CASE("frames against the protocol end the WebSocket", "[net][web_socket]") {
    Room room;
    TestServer server(room);
    RawWebSocket client(server->port());
    client.socket.send("\x81\x01"
                       "a"); // not masked
    CHECK(client.read().close_code() == 1002);
}

TEST_CASE("a listener that throws ends its WebSocket", "[net][web_socket]") {
    Room room;
    TestServer server(room);
    net::WebSocketClient client(server.address(), "/events");
    client.send("throw");
    CHECK_THROWS_AS(client.read(5s), net::NetError);
    CHECK(client.close_code() == 1011);
}

TEST_CASE("what is in the outbox is sent before the close frame, and nothing after it",
          "[net][web_socket]") {
    Room room;
    TestServer server(room);
    net::WebSocketClient client(server.address(), "/events");
    client.send("close");
    CHECK(client.read(5s) == "good-bye");
    CHECK_THROWS_AS(client.read(5s), net::NetError);
    CHECK(client.close_code() == 4000);
}

TEST_CASE("a silent client is pinged, and cut off when it stays silent", "[net][web_socket]") {
    Room room;
    net::ServerOptions options;
    options.limits.ping_after = 1s;
    TestServer server(room, options);
    RawWebSocket client(server->port());
    CHECK(client.read().opcode == 9);
    CHECK(client.socket.read_to_end().empty());
    CHECK(server.wait_for_counts(all_gone));
    CHECK(server.ask([&] { return room.open.empty(); }));
}

TEST_CASE("a client that answers pings stays", "[net][web_socket]") {
    Room room;
    net::ServerOptions options;
    options.limits.ping_after = 1s;
    TestServer server(room, options);
    RawWebSocket client(server->port());
    for (int i = 0; i < 3; ++i) {
        const RawWebSocket::Frame ping = client.read();
        REQUIRE(ping.opcode == 9);
        client.send(10, ping.payload);
    }
    client.send(1, "still here");
    CHECK(client.read().payload == "still here");
}

TEST_CASE("a client hears that the server stops", "[net][web_socket]") {
    Room room;
    TestServer server(room);
    net::WebSocketClient client(server.address(), "/events");
    RawWebSocket rude(server->port()); // will not answer the close frame
    REQUIRE(server.wait_for_counts([](const auto& now) { return now.web_sockets == 2; }));
    server->stop(1s);
    CHECK_THROWS_AS(client.read(5s), net::NetError);
    CHECK(client.close_code() == 1001);
    CHECK(rude.read().close_code() == 1001);
    server.stop(1s);
    CHECK(room.open.empty());
}

TEST_CASE("a WebSocket that is kept after its end is harmless", "[net][web_socket]") {
    Room room;
    TestServer server(room);
    std::shared_ptr<net::WebSocket> kept;
    {
        const RawWebSocket client(server->port());
        REQUIRE(server.wait_for_counts([](const auto& now) { return now.web_sockets == 1; }));
        kept = server.ask([&] { return *room.open.begin(); });
    }
    REQUIRE(server.wait_for_counts(all_gone));
    server.ask([&] {
        kept->send(shared("hello?"));
        kept->close(1000, "");
        return kept->outbox_messages();
    });
    server.stop();
    kept->send(shared("hello?"));
}

TEST_CASE("another thread may end a client's reading", "[net][web_socket]") {
    Room room;
    TestServer server(room);
    net::WebSocketClient client(server.address(), "/events");
    std::thread other([&] { client.close(); });
    CHECK_THROWS_AS(client.read(10s), net::NetError);
    other.join();
}

TEST_CASE("a client of a server that has fallen silent learns of it", "[net][web_socket]") {
    Room room;
    TestServer server(room);
    net::ClientLimits limits;
    limits.silence_time = 100ms;
    net::WebSocketClient client(server.address(), "/events", {}, limits);
    CHECK(client.read(50ms) == std::nullopt);
    CHECK_THROWS_AS(client.read(100ms), net::NetError);
}
