// What is refused before any handler hears of it.

#include "tests/core/net/raw_socket.hpp"
#include "tests/core/net/test_server.hpp"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;

namespace {

/// The status with which a server of small limits answers the bytes; it must then end the
/// connection by itself, and its handler may hear of nothing.
int status_of(const std::string& bytes) {
    TestHandler handler;
    bool is_handled = false;
    handler.on_handle = [&](const net::HttpRequest&, const net::Responder& respond) {
        is_handled = true;
        respond(TestHandler::text("handled"));
    };
    handler.on_plan = [](const auto&) {
        net::BodyPlan plan;
        plan.limit_bytes = 100;
        return plan;
    };
    net::ServerOptions options;
    options.limits.header_bytes = 1024;
    TestServer server(handler, options);
    RawSocket client(server->port());
    client.send(bytes);
    const std::string answer = client.read_to_end();
    client.close();
    server.stop();
    INFO(bytes);
    INFO(answer);
    REQUIRE(answer.starts_with("HTTP/1.1 "));
    const int status = std::stoi(answer.substr(9));
    CHECK(answer.find("\r\nconnection: close\r\n") != std::string::npos);
    CHECK(answer.rfind("connection: close") == answer.find("connection: close")); // only one
    CHECK_FALSE(is_handled);
    CHECK(handler.refusals == std::vector{status});
    return status;
}

std::string request_of(const std::string& target) {
    return "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n";
}

std::string post(const std::string& fields, const std::string& body) {
    return "POST / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n" + body;
}

} // namespace

TEST_CASE("a broken request line is refused", "[net][refusal]") {
    const std::string line =
        GENERATE(as<std::string>{}, "GET", "GET /", "GET  / HTTP/1.1", "GET / HTTP/1.1 ",
                 "GET / HTTQ/1.1", "GET / HTTP/x.1", "G@T / HTTP/1.1", " GET / HTTP/1.1",
                 "GET /\x01 HTTP/1.1", "GET /a b HTTP/1.1", "\x16\x03\x01");
    CHECK(status_of(line + "\r\nHost: x\r\n\r\n") == 400);
}

TEST_CASE("a version that is not spoken is refused as such", "[net][refusal]") {
    const std::string version = GENERATE(as<std::string>{}, "0.9", "1.2", "2.0");
    CHECK(status_of("GET / HTTP/" + version + "\r\nHost: x\r\n\r\n") == 505);
}

TEST_CASE("broken header fields are refused", "[net][refusal]") {
    const std::string field =
        GENERATE(as<std::string>{}, "no colon", ": no name", "blank : x", "a b: x",
                 "a: x\r\n folded", "a: x\r\n\tfolded", "a: \x01", "a: x\ry: z", "Connection: ,@");
    CHECK(status_of(request_of("/").substr(0, 25) + field + "\r\n\r\n") == 400);
}

TEST_CASE("lines that end in a bare line feed are refused", "[net][refusal]") {
    CHECK(status_of("GET / HTTP/1.1\nHost: x\n\n") == 400);
    CHECK(status_of("GET / HTTP/1.1\r\nHost: x\n\r\n") == 400);
    CHECK(status_of("GET / HTTP/1.1\r\nHost: x\r\n\n") == 400);
}

TEST_CASE("a field before the first is refused when it is indented", "[net][refusal]") {
    CHECK(status_of("GET / HTTP/1.1\r\n Host: x\r\n\r\n") == 400);
}

TEST_CASE("a request must name one host", "[net][refusal]") {
    CHECK(status_of("GET / HTTP/1.1\r\n\r\n") == 400);
    CHECK(status_of("GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n") == 400);
    CHECK(status_of("GET / HTTP/1.1\r\nHost: x/y\r\n\r\n") == 400);
    CHECK(status_of("GET / HTTP/1.1\r\nHost: a@b\r\n\r\n") == 400);
}

TEST_CASE("a head that is too large is refused", "[net][refusal]") {
    CHECK(status_of("GET / HTTP/1.1\r\nHost: x\r\na: " + std::string(1100, 'a') + "\r\n\r\n") ==
          431);
    CHECK(status_of("GET /" + std::string(1100, 'a')) == 431);
    CHECK(status_of(std::string(1100, 'a')) == 431);
}

TEST_CASE("a target that is no path is refused", "[net][refusal]") {
    const std::string target = GENERATE(as<std::string>{}, "*", "x", "x:80", "ftp://x/", "http:///",
                                        "https://", "/a#b", "//", "?a");
    CHECK(status_of(request_of(target)) == 400);
}

TEST_CASE("a path with tricks in it is refused", "[net][refusal]") {
    const std::string path = GENERATE(
        as<std::string>{}, "/.", "/..", "/a/../b", "/a/./b", "/%2e%2e/a", "/a/.%2E", "/a//b",
        "/a%2f/b", "/a\\b", "/a%5cb", "/a%00", "/a%0a", "/a%1f", "/a%7f", "/%", "/%4", "/%4g",
        "/%zz", "/%ff", "/%c0%af", "/%ed%a0%80", "/%f4%90%80%80", "/\xff", "//x/y");
    CHECK(status_of(request_of(path)) == 400);
}

TEST_CASE("a body of doubtful length is refused", "[net][refusal]") {
    const std::string fields =
        GENERATE(as<std::string>{}, "Content-Length: 1\r\nContent-Length: 2\r\n",
                 "Content-Length: 1, 2\r\n", "Content-Length: -1\r\n", "Content-Length: +1\r\n",
                 "Content-Length: 0x1\r\n", "Content-Length: 1 1\r\n", "Content-Length:\r\n",
                 "Content-Length: 99999999999999999999\r\n",
                 "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n",
                 "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n",
                 "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n");
    CHECK(status_of(post(fields, "a")) == 400);
}

TEST_CASE("a transfer encoding other than chunked is refused", "[net][refusal]") {
    const std::string encoding = GENERATE(as<std::string>{}, "identity", "gzip", "gzip, chunked",
                                          "chunked, gzip", "xchunked", "chunked;q=1", "");
    CHECK(status_of(post("Transfer-Encoding: " + encoding + "\r\n", "0\r\n\r\n")) == 501);
    CHECK(status_of("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") == 400);
}

TEST_CASE("broken chunks are refused", "[net][refusal]") {
    const std::string body =
        GENERATE(as<std::string>{}, "x\r\n\r\n", "-1\r\n\r\n", "1\r\nab\r\n0\r\n\r\n",
                 "1\na\n0\n\n", "\r\n0\r\n\r\n", "10000000000000000\r\n\r\n",
                 "1 2\r\na\r\n0\r\n\r\n", "0\r\nContent-Length: 1\r\n\r\n", "0\r\nx y: 1\r\n\r\n");
    CHECK(status_of(post("Transfer-Encoding: chunked\r\n", body)) == 400);
}

TEST_CASE("endless chunk extensions and trailers are refused", "[net][refusal]") {
    const std::string fields = "Transfer-Encoding: chunked\r\n";
    CHECK(status_of(post(fields, "1;a=" + std::string(3'000, 'a'))) == 400);
    CHECK(status_of(post(fields, "0\r\na: " + std::string(3'000, 'a'))) == 400);
}

TEST_CASE("a body that is too large is refused", "[net][refusal]") {
    CHECK(status_of(post("Content-Length: 101\r\n", "")) == 413);
    CHECK(status_of(post("Content-Length: 101\r\nExpect: 100-continue\r\n", "")) == 413);
    CHECK(status_of(post("Transfer-Encoding: chunked\r\n", "65\r\naaaa")) == 413);
    std::string chunks;
    for (int i = 0; i < 11; ++i) chunks += "a\r\n0123456789\r\n";
    CHECK(status_of(post("Transfer-Encoding: chunked\r\n", chunks)) == 413);
}

TEST_CASE("an expectation that nobody meets is refused", "[net][refusal]") {
    CHECK(status_of(post("Expect: miracles\r\nContent-Length: 1\r\n", "a")) == 417);
}

TEST_CASE("a client that sends on after its refusal still gets to read it", "[net][refusal]") {
    TestHandler handler;
    TestServer server(handler);
    RawSocket client(server->port());
    client.send(post("Content-Length: 3000000\r\n", ""));
    client.send(std::string(3'000'000, 'a'));
    client.end_sending();
    CHECK(client.read_to_end().starts_with("HTTP/1.1 413 "));
}

TEST_CASE("paths of all kinds reach the handler unescaped", "[net][server]") {
    TestHandler handler;
    handler.on_handle = [](const net::HttpRequest& request, const net::Responder& respond) {
        respond(TestHandler::text(request.path + "|" + request.query + "|" + request.target));
    };
    TestServer server(handler);
    RawSocket client(server->port());
    const auto answer = [&](const std::string& target) {
        client.send(request_of(target));
        const std::string response = client.read_response();
        return response.substr(response.find("\r\n\r\n") + 4);
    };
    CHECK(answer("/") == "/||/");
    CHECK(answer("/a/?") == "/a/||/a/?");
    CHECK(answer("/...a/b..?c=/../") == "/...a/b..|c=/../|/...a/b..?c=/../");
    CHECK(answer("/h%E1%BB%93%20s%C6%A1+1") == "/hồ sơ+1||/h%E1%BB%93%20s%C6%A1+1");
    CHECK(answer("/\xE1\xBB\x93") == "/ồ||/ồ");
    CHECK(answer("http://x:80/a?b") == "/a|b|/a?b");
    CHECK(answer("HTTP://x") == "/||/");
    CHECK(answer("http://x?b") == "/|b|/?b");
}

TEST_CASE("an empty line before a request is passed over", "[net][server]") {
    TestHandler handler;
    TestServer server(handler);
    RawSocket client(server->port());
    client.send("\r\n" + request_of("/") + "\r\n\r\n" + request_of("/"));
    CHECK(client.read_response().ends_with("hello"));
    CHECK(client.read_response().ends_with("hello"));
}

TEST_CASE("a request may come byte by byte", "[net][server]") {
    TestHandler handler;
    handler.on_handle = [](const net::HttpRequest& request, const net::Responder& respond) {
        respond(TestHandler::text(request.body));
    };
    TestServer server(handler);
    RawSocket client(server->port());
    for (const char byte :
         post("Transfer-Encoding: chunked\r\n", "3;a=b\r\nabc\r\n1\r\nd\r\n0\r\nX: y\r\n\r\n") +
             post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n"))
        REQUIRE(client.send({&byte, 1}));
    CHECK(client.read_response().ends_with("\r\n\r\nabcd"));
    CHECK(client.read_response().ends_with("content-length: 0\r\n\r\n"));
}
