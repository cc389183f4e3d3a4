#include "tests/core/net/raw_socket.hpp"
#include "tests/core/net/test_server.hpp"

#include <catch2/catch.hpp>
#include <sys/resource.h>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

std::string post(const std::string& fields) {
    return "POST / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n";
}

/// Watches that the process does not come to need much more memory than it does now.
class MemoryWatch {
public:
    bool stays_below(long more_kb) const {
#ifdef __SANITIZE_ADDRESS__
        return more_kb > 0; // the sanitizer keeps what is freed for a while
#else
        return peak_kb() - before_ < more_kb;
#endif
    }

private:
    static long peak_kb() {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        return usage.ru_maxrss;
    }

    long before_ = peak_kb();
};

/// What became of a sink.
struct SinkRecord {
    std::size_t bytes = 0;
    std::size_t largest_piece = 0;
    bool is_gone = false;
};

class CountingSink : public net::BodySink {
public:
    explicit CountingSink(SinkRecord& record) : record_(record) {}

    ~CountingSink() override { record_.is_gone = true; }

    CountingSink(const CountingSink&) = delete;
    CountingSink& operator=(const CountingSink&) = delete;

    void write(std::string_view bytes) override {
        record_.bytes += bytes.size();
        record_.largest_piece = std::max(record_.largest_piece, bytes.size());
    }

private:
    SinkRecord& record_;
};

class BrokenSink : public net::BodySink {
    void write(std::string_view) override { throw std::runtime_error("the disk is full"); }
};

/// Zeros, or fewer of them than promised.
class ZeroSource : public net::BodySource {
public:
    ZeroSource(std::size_t size, std::size_t left) : size_(size), left_(left) {}

    std::size_t size() const override { return size_; }

    std::string read(std::size_t most) override {
        const std::size_t count = std::min(most, left_);
        left_ -= count;
        return std::string(count, '0');
    }

private:
    std::size_t size_;
    std::size_t left_;
};

net::BodyPlan plan_with(std::shared_ptr<net::BodySink> sink) {
    net::BodyPlan plan;
    plan.limit_bytes = std::size_t{1} << 30;
    plan.sink = std::move(sink);
    return plan;
}

} // namespace

TEST_CASE("a client that asks is told to send its body, and only then", "[net][body]") {
    TestHandler handler;
    TestServer server(handler);
    RawSocket client(server->port());
    client.send(post("Content-Length: 4\r\nExpect: 100-continue\r\n"));
    CHECK(client.read_until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("body");
    CHECK(client.read_response().starts_with("HTTP/1.1 200 OK\r\n"));
}

TEST_CASE("a body that the plan refuses is neither asked for nor read", "[net][body]") {
    TestHandler handler;
    handler.on_plan = [](const auto&) {
        net::BodyPlan plan;
        plan.refusal = TestHandler::text("who are you?", 401);
        return plan;
    };
    TestServer server(handler);
    RawSocket client(server->port());
    client.send(post("Content-Length: 4\r\nExpect: 100-continue\r\n"));
    const std::string answer = client.read_to_end();
    CHECK(answer.starts_with("HTTP/1.1 401 "));
    CHECK(answer.find("connection: close") != std::string::npos);
}

TEST_CASE("a plan's refusal leaves the connection open when nothing is outstanding",
          "[net][body]") {
    TestHandler handler;
    handler.on_plan = [](const auto&) {
        net::BodyPlan plan;
        plan.refusal = TestHandler::text("who are you?", 401);
        return plan;
    };
    TestServer server(handler);
    RawSocket client(server->port());
    client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n" + post("Content-Length: 4\r\n") + "body" +
                post(""));
    for (int i = 0; i < 3; ++i) CHECK(client.read_response().starts_with("HTTP/1.1 401 "));
}

TEST_CASE("a body comes whole, however it is cut into chunks", "[net][body]") {
    TestHandler handler;
    handler.on_handle = [](const net::HttpRequest& request, const net::Responder& respond) {
        respond(TestHandler::text(request.body));
    };
    TestServer server(handler);
    RawSocket client(server->port());
    client.send(post("Transfer-Encoding: Chunked\r\n") +
                "5\r\nhello\r\n7;name=\"v\"\r\n, world\r\n0\r\nTrailer: x\r\n\r\n" +
                post("Content-Length: 2, 2\r\n") + "ok");
    CHECK(client.read_response().ends_with("\r\n\r\nhello, world"));
    CHECK(client.read_response().ends_with("\r\n\r\nok"));
}

TEST_CASE("a sink takes 50 MB in pieces, without keeping them", "[net][body]") {
    static constexpr std::size_t size = std::size_t{50} << 20;
    TestHandler handler;
    SinkRecord record;
    bool is_gone_when_handled = false;
    handler.on_plan = [&](const auto&) {
        return plan_with(std::make_shared<CountingSink>(record));
    };
    handler.on_handle = [&](const net::HttpRequest& request, const net::Responder& respond) {
        is_gone_when_handled = record.is_gone;
        respond(TestHandler::text(std::to_string(request.body.size())));
    };
    TestServer server(handler);
    RawSocket client(server->port());
    const std::string piece(std::size_t{1} << 20, 'a');
    const MemoryWatch memory;
    client.send(post("Content-Length: " + std::to_string(size) + "\r\n"));
    for (std::size_t sent = 0; sent < size; sent += piece.size()) REQUIRE(client.send(piece));
    CHECK(client.read_response().ends_with("\r\n\r\n0"));
    CHECK(memory.stays_below(10 * 1024));
    server.stop();
    CHECK(record.bytes == size);
    CHECK(record.largest_piece <= 64 * 1024);
    CHECK_FALSE(is_gone_when_handled);
    CHECK(record.is_gone);
}

TEST_CASE("the sink of a request that is cut off is thrown away", "[net][body]") {
    TestHandler handler;
    SinkRecord record;
    handler.on_plan = [&](const auto&) {
        return plan_with(std::make_shared<CountingSink>(record));
    };
    TestServer server(handler);
    {
        RawSocket client(server->port());
        client.send(post("Content-Length: 10\r\n") + "abc");
        REQUIRE(server.wait_for_counts([](const auto& now) { return now.connections == 1; }));
    }
    CHECK(server.wait_for_counts([](const auto& now) { return now.connections == 0; }));
    CHECK(server.ask([&] { return record.is_gone; }));
}

TEST_CASE("a sink that throws is answered with 500", "[net][body]") {
    TestHandler handler;
    handler.on_plan = [](const auto&) { return plan_with(std::make_shared<BrokenSink>()); };
    TestServer server(handler);
    RawSocket client(server->port());
    client.send(post("Content-Length: 10\r\n") + "abc");
    CHECK(client.read_to_end().starts_with("HTTP/1.1 500 "));
}

TEST_CASE("a source is sent in pieces, without keeping them", "[net][body]") {
    static constexpr std::size_t size = std::size_t{50} << 20;
    TestHandler handler;
    handler.on_handle = [](const net::HttpRequest&, const net::Responder& respond) {
        net::HttpResponse response;
        response.source = std::make_shared<ZeroSource>(size, size);
        respond(std::move(response));
    };
    TestServer server(handler);
    RawSocket client(server->port());
    const MemoryWatch memory;
    client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n" + post(""));
    const std::string head = client.read_until("\r\n\r\n");
    CHECK(head.find("content-length: " + std::to_string(size)) != std::string::npos);
    CHECK(client.read_until("\r\n\r\n") == head);
    for (std::size_t read = 0; read < size; read += 65'536)
        REQUIRE(client.read_bytes(65'536) == std::string(65'536, '0'));
    CHECK(memory.stays_below(10 * 1024));
    client.send(post(""));
    CHECK(client.read_until("\r\n\r\n") == head); // the connection is in order
}

TEST_CASE("a source that gives less than it promised ends the connection", "[net][body]") {
    TestHandler handler;
    handler.on_handle = [](const net::HttpRequest&, const net::Responder& respond) {
        net::HttpResponse response;
        response.source = std::make_shared<ZeroSource>(100'000, 70'000);
        respond(std::move(response));
    };
    TestServer server(handler);
    RawSocket client(server->port());
    client.send(post(""));
    client.read_until("\r\n\r\n");
    CHECK(client.read_to_end().size() == 65'536);
}

TEST_CASE("large bodies are sent whole, kept or shared", "[net][body]") {
    TestHandler handler;
    const auto shared = std::make_shared<const std::string>(3'000'000, 's');
    handler.on_handle = [&](const net::HttpRequest& request, const net::Responder& respond) {
        net::HttpResponse response;
        if (request.path == "/shared") {
            response.shared_body = shared;
        } else {
            response.body = std::string(3'000'000, 'b');
        }
        respond(std::move(response));
    };
    TestServer server(handler);
    net::HttpClient client(server.address());
    CHECK(client.request("GET", "/shared").body == *shared);
    CHECK(client.request("GET", "/body").body == std::string(3'000'000, 'b'));
}
