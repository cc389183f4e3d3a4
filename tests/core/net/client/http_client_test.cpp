#include "core/net/client/http_client.hpp"
#include "tests/core/net/raw_listener.hpp"
#include "tests/core/net/raw_socket.hpp"
#include "tests/core/net/test_server.hpp"

#include <catch2/catch.hpp>

#include <optional>

using namespace std::chrono_literals;

namespace {

/// A server that answers each connection with the bytes of the test, whatever it is asked, and
/// then ends it.
class ScriptedServer {
public:
    explicit ScriptedServer(std::vector<std::string> answers) : answers_(std::move(answers)) {
        thread_ = std::thread([this] { run(); });
    }

    ~ScriptedServer() { thread_.join(); }

    ScriptedServer(const ScriptedServer&) = delete;
    ScriptedServer& operator=(const ScriptedServer&) = delete;

    net::ServerAddress address() const {
        net::ServerAddress address;
        address.port = listener_.port();
        return address;
    }

private:
    void run() {
        for (const std::string& answer : answers_) {
            const int socket = listener_.accept();
            char request[4096];
            ::recv(socket, request, sizeof request, 0);
            ::send(socket, answer.data(), answer.size(), MSG_NOSIGNAL);
            ::close(socket);
        }
    }

    RawListener listener_;
    std::vector<std::string> answers_;
    std::thread thread_;
};

const std::string ok = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

} // namespace

TEST_CASE("a client keeps its connection", "[net][client]") {
    TestHandler handler;
    handler.on_handle = [](const net::HttpRequest& request, const net::Responder& respond) {
        respond(TestHandler::text(request.method + " " + request.body, 201));
    };
    TestServer server(handler);
    net::HttpClient client(server.address());
    for (const std::string body : {"a", "", "b"}) {
        const net::HttpReply reply = client.request("POST", "/x", {}, body);
        CHECK(reply.status == 201);
        CHECK(reply.header("content-type") == "text/plain");
        CHECK(reply.body == "POST " + body);
    }
    CHECK(client.request("HEAD", "/x").body.empty());
    CHECK(client.request("GET", "/x").body == "GET ");
    CHECK(server.counts().accepted == 1);
}

TEST_CASE("a client connects again after the server has closed an idle connection",
          "[net][client]") {
    TestHandler handler;
    net::ServerOptions options;
    options.limits.idle_time = 1s;
    TestServer server(handler, options);
    net::HttpClient client(server.address());
    CHECK(client.request("GET", "/").body == "hello");
    REQUIRE(server.wait_for_counts([](const auto& now) { return now.connections == 0; }));
    CHECK(client.request("GET", "/").body == "hello");
    CHECK(server.counts().accepted == 2);
}

TEST_CASE("a client connects again to a server that has started anew", "[net][client]") {
    TestHandler handler;
    std::optional<TestServer> server(std::in_place, handler);
    net::ServerOptions options;
    options.port = (*server)->port();
    net::HttpClient client(server->address());
    CHECK(client.request("GET", "/").body == "hello");
    server.reset();
    CHECK_THROWS_AS(client.request("GET", "/"), net::NetError);
    server.emplace(handler, options);
    CHECK(client.request("GET", "/").body == "hello");
}

TEST_CASE("a client sends its header fields", "[net][client]") {
    TestHandler handler;
    handler.on_handle = [](const net::HttpRequest& request, const net::Responder& respond) {
        respond(TestHandler::text(std::string(request.header("x-a"))));
    };
    TestServer server(handler);
    net::HttpClient client(server.address());
    CHECK(client.request("GET", "/", {{"X-A", "b"}}).body == "b");
    CHECK_THROWS_AS(client.request("GET", "/", {{"X-A", "b\r\nc: d"}}), net::NetError);
    CHECK_THROWS_AS(client.request("GET", "/ HTTP/1.1\r\nc:d"), net::NetError);
}

TEST_CASE("a client reads replies of all shapes", "[net][client]") {
    const auto reply = [](const std::string& bytes) {
        ScriptedServer server({bytes});
        net::HttpClient client(server.address());
        return client.request("GET", "/").body;
    };
    CHECK(reply(ok) == "ok");
    CHECK(reply("HTTP/1.1 100 Continue\r\n\r\n" + ok) == "ok");
    CHECK(reply("HTTP/1.0 200 OK\r\n\r\nuntil the end") == "until the end");
    CHECK(reply("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                "2\r\nok\r\n0\r\n\r\n") == "ok");
    CHECK(reply("HTTP/1.1 204 No Content\r\n\r\n").empty());
}

TEST_CASE("a client refuses replies that are broken or too large", "[net][client]") {
    const auto refuses = [](const std::string& bytes) {
        ScriptedServer server({bytes});
        net::ClientLimits limits;
        limits.reply_bytes = 100;
        net::HttpClient client(server.address(), limits);
        try {
            client.request("GET", "/");
            return false;
        } catch (const net::NetError&) {
            return true;
        }
    };
    CHECK(refuses(""));
    CHECK(refuses("HTTP/1.1 200"));
    CHECK(refuses("HTTP/1.1 100 Continue\r\n\r\n"));
    CHECK(refuses("nonsense\r\n\r\n"));
    CHECK(refuses("HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nok"));
    CHECK(refuses("HTTP/1.1 200 OK\r\ncontent-length: 101\r\n\r\n" + std::string(101, 'a')));
    CHECK(refuses("HTTP/1.1 200 OK\r\n\r\n" + std::string(101, 'a')));
}

TEST_CASE("a client sends a request again when its idle connection had just been closed",
          "[net][client]") {
    ScriptedServer server({ok, ok});
    net::HttpClient client(server.address());
    CHECK(client.request("POST", "/", {}, "a").body == "ok");
    CHECK(client.request("POST", "/", {}, "a").body == "ok");
}

TEST_CASE("a client waits no longer than it was told", "[net][client]") {
    TestHandler handler;
    std::vector<net::Responder> kept;
    handler.on_handle = [&](const net::HttpRequest&, net::Responder respond) {
        kept.push_back(std::move(respond));
    };
    TestServer server(handler);
    net::ClientLimits limits;
    limits.reply_time = 50ms;
    net::HttpClient client(server.address(), limits);
    CHECK_THROWS_WITH(client.request("GET", "/"), Catch::StartsWith("net-answer-late"));
    server.stop();
}

TEST_CASE("a client that finds no server says where it looked", "[net][client]") {
    net::ServerAddress nowhere;
    nowhere.port = 1;
    net::HttpClient client(nowhere);
    CHECK_THROWS_WITH(client.request("GET", "/"), Catch::Contains("127.0.0.1:1"));
    nowhere.host = "no-such-host.invalid";
    net::HttpClient other(nowhere);
    CHECK_THROWS_AS(other.request("GET", "/"), net::NetError);
}

TEST_CASE("a server's address is read from its URL", "[net][client]") {
    const auto plain = net::parse_server_address("http://ward.lan:8080/");
    REQUIRE(plain);
    CHECK(plain->host == "ward.lan");
    CHECK(plain->port == 8080);
    CHECK_FALSE(plain->tls);
    const auto tls = net::parse_server_address("HTTPS://10.0.0.1");
    REQUIRE(tls);
    CHECK(tls->host == "10.0.0.1");
    CHECK(tls->port == 443);
    CHECK(tls->tls);
    const auto ipv6 = net::parse_server_address("http://[::1]:80");
    REQUIRE(ipv6);
    CHECK(ipv6->host == "::1");
    const char* const broken[] = {
        "",           "ward.lan",    "ftp://x",        "http://",     "http://:80",
        "http://x:",  "http://x:0",  "http://x:65536", "http://x:8a", "http://x/path",
        "http://a b", "http://[::1", "http://[::1]80", "http://u@x"};
    for (const char* const url : broken) CHECK_FALSE(net::parse_server_address(url));
}
