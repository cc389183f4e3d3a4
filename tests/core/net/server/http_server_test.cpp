#include "core/net/server/http_server.hpp"
#include "tests/core/net/raw_socket.hpp"
#include "tests/core/net/test_server.hpp"

#include <catch2/catch.hpp>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

using namespace std::chrono_literals;

namespace {

/// Answers requests on a thread of its own, in the order in which they came.
class Worker {
public:
    Worker() = default;

    ~Worker() {
        {
            const std::lock_guard lock(mutex_);
            ends_ = true;
        }
        changed_.notify_one();
        thread_.join();
    }

    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void add(std::function<void()> work) {
        {
            const std::lock_guard lock(mutex_);
            work_.push_back(std::move(work));
        }
        changed_.notify_one();
    }

private:
    void run() {
        std::unique_lock lock(mutex_);
        for (;;) {
            changed_.wait(lock, [&] { return ends_ || !work_.empty(); });
            if (work_.empty()) return;
            const auto work = std::move(work_.front());
            work_.pop_front();
            lock.unlock();
            work();
            lock.lock();
        }
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> work_;
    bool ends_ = false;
    std::thread thread_{[this] { run(); }};
};

} // namespace

TEST_CASE("a connection serves one request after the other", "[net][server]") {
    TestHandler handler;
    TestServer server(handler);
    RawSocket client(server->port());
    for (int i = 0; i < 3; ++i) {
        client.send(plain_get);
        CHECK(client.read_response() == "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n"
                                        "content-length: 5\r\n\r\nhello");
    }
    CHECK(server.counts().accepted == 1);
    CHECK(server.counts().connections == 1);
}

TEST_CASE("a handler is given the request as it came", "[net][server]") {
    TestHandler handler;
    std::promise<net::HttpRequest> given;
    handler.on_handle = [&](net::HttpRequest request, const net::Responder& respond) {
        given.set_value(std::move(request));
        respond(TestHandler::text("ok"));
    };
    TestServer server(handler);
    RawSocket client(server->port());
    client.send("POST /a%20b/c?x=1&y=%41 HTTP/1.1\r\nHost: x\r\nX-Thing:  two words \r\n"
                "Content-Length: 4\r\n\r\nbody");
    client.read_response();
    const net::HttpRequest request = given.get_future().get();
    CHECK(request.method == "POST");
    CHECK(request.target == "/a%20b/c?x=1&y=%41");
    CHECK(request.path == "/a b/c");
    CHECK(request.query == "x=1&y=%41");
    CHECK(request.header("x-thing") == "two words");
    CHECK(request.body == "body");
    CHECK(request.peer == "127.0.0.1");
}

TEST_CASE("a hundred requests sent at once are answered in their order by another thread",
          "[net][server]") {
    TestHandler handler;
    Worker worker;
    handler.on_handle = [&](const net::HttpRequest& request, const net::Responder& respond) {
        worker.add([path = request.path, respond] { respond(TestHandler::text(path)); });
    };
    TestServer server(handler);
    RawSocket client(server->port());
    std::string requests;
    for (int i = 0; i < 100; ++i)
        requests += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n";
    client.send(requests);
    for (int i = 0; i < 100; ++i) {
        const std::string response = client.read_response();
        REQUIRE(response.ends_with("\r\n\r\n/" + std::to_string(i)));
    }
}

TEST_CASE("HEAD gets the head of the answer to GET, and no body", "[net][server]") {
    TestHandler handler;
    TestServer server(handler);
    RawSocket client(server->port());
    client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n" + plain_get);
    CHECK(client.read_until("\r\n\r\n") == "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n"
                                           "content-length: 5\r\n\r\n");
    CHECK(client.read_response().ends_with("hello"));
}

TEST_CASE("the connection ends after the answer when the client asks for it", "[net][server]") {
    TestHandler handler;
    TestServer server(handler);
    RawSocket client(server->port());
    client.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    const std::string all = client.read_to_end();
    CHECK(all.find("connection: close\r\n") != std::string::npos);
    CHECK(all.ends_with("hello"));
}

TEST_CASE("a client of HTTP/1.0 is served, and kept only when it asks for it", "[net][server]") {
    TestHandler handler;
    TestServer server(handler);
    RawSocket client(server->port());
    client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    const std::string first = client.read_response();
    CHECK(first.starts_with("HTTP/1.0 200 OK\r\n"));
    CHECK(first.find("connection: keep-alive\r\n") != std::string::npos);
    client.send("GET / HTTP/1.0\r\n\r\n");
    CHECK(client.read_to_end().find("connection: close\r\n") != std::string::npos);
}

TEST_CASE("a client that has ended sending still gets its answer", "[net][server]") {
    TestHandler handler;
    TestServer server(handler);
    RawSocket client(server->port());
    client.send(plain_get);
    client.end_sending();
    CHECK(client.read_to_end().ends_with("hello"));
}

TEST_CASE("a request whose responder is thrown away is answered with 500", "[net][server]") {
    TestHandler handler;
    handler.on_handle = [](const net::HttpRequest&, const net::Responder&) {};
    TestServer server(handler);
    RawSocket client(server->port());
    client.send(plain_get);
    CHECK(client.read_response().starts_with("HTTP/1.1 500 "));
    CHECK(handler.refusals == std::vector{500});
}

TEST_CASE("a handler that throws answers 500, and the connection goes on", "[net][server]") {
    TestHandler handler;
    handler.on_handle = [](const net::HttpRequest&, const net::Responder&) {
        throw std::runtime_error("no");
    };
    TestServer server(handler);
    RawSocket client(server->port());
    for (int i = 0; i < 2; ++i) {
        client.send(plain_get);
        CHECK(client.read_response().starts_with("HTTP/1.1 500 "));
    }
}

TEST_CASE("only the first answer to a request counts", "[net][server]") {
    TestHandler handler;
    handler.on_handle = [](const net::HttpRequest&, const net::Responder& respond) {
        const net::Responder copy = respond;
        respond(TestHandler::text("first"));
        copy(TestHandler::text("second"));
    };
    TestServer server(handler);
    RawSocket client(server->port());
    for (int i = 0; i < 2; ++i) {
        client.send(plain_get);
        CHECK(client.read_response().ends_with("first"));
    }
}

TEST_CASE("an answer after the connection is gone does no harm", "[net][server]") {
    TestHandler handler;
    std::promise<net::Responder> given;
    handler.on_handle = [&](const net::HttpRequest&, net::Responder respond) {
        given.set_value(std::move(respond));
    };
    std::optional<TestServer> server(std::in_place, handler);
    {
        RawSocket client((*server)->port());
        client.send(plain_get);
    }
    const net::Responder respond = given.get_future().get();

    SECTION("while the server runs") {
        respond(TestHandler::text("late"));
        CHECK(server->wait_for_counts([](const auto& now) { return now.connections == 0; }));
    }
    SECTION("after the server") {
        server.reset();
        respond(TestHandler::text("late"));
    }
}

TEST_CASE("a field of the answer cannot smuggle in another one", "[net][server]") {
    TestHandler handler;
    handler.on_handle = [](const net::HttpRequest&, const net::Responder& respond) {
        auto response = TestHandler::text("ok");
        response.headers.emplace_back("x-name", "a\r\nset-cookie: b");
        respond(std::move(response));
    };
    TestServer server(handler);
    RawSocket client(server->port());
    client.send(plain_get);
    CHECK(client.read_response().find("\r\nset-cookie") == std::string::npos);
}

TEST_CASE("an answer without a body says so in no more than its status", "[net][server]") {
    TestHandler handler;
    handler.on_handle = [](const net::HttpRequest&, const net::Responder& respond) {
        respond(TestHandler::text("ignored", 204));
    };
    TestServer server(handler);
    RawSocket client(server->port());
    client.send(plain_get + plain_get);
    const std::string head = "HTTP/1.1 204 No Content\r\ncontent-type: text/plain\r\n\r\n";
    CHECK(client.read_until("\r\n\r\n") == head);
    CHECK(client.read_until("\r\n\r\n") == head);
}
