#include "core/agent/forwarder.hpp"
#include "tests/core/net/test_server.hpp"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;

namespace {

/// A page's way to a core that answers as `core` says.
struct ForwardingMachine {
    ForwardingMachine() {
        at_machine.on_plan = [](const net::HttpRequest&) {
            net::BodyPlan plan;
            plan.limit_bytes = agent::Forwarder::body_limit_bytes;
            return plan;
        };
        at_core.on_plan = at_machine.on_plan;
        at_machine.on_handle = [this](net::HttpRequest request, const net::Responder& respond) {
            forwarder.forward(std::move(request), respond);
        };
    }

    ~ForwardingMachine() { server.stop(); }

    ForwardingMachine(const ForwardingMachine&) = delete;
    ForwardingMachine& operator=(const ForwardingMachine&) = delete;

    TestHandler at_core;
    TestServer core{at_core};
    agent::CoreCalls calls{core.address(), "secret"};
    agent::Forwarder forwarder{calls};
    TestHandler at_machine;
    TestServer server{at_machine};
    net::HttpClient page{server.address()};
};

std::string joined(const net::Headers& headers) {
    std::string all;
    for (const auto& [name, value] : headers) all += name + "=" + value + "\n";
    return all;
}

} // namespace

TEST_CASE("a page's request reaches the core as the page meant it", "[agent][forwarder]") {
    ForwardingMachine machine;
    machine.at_core.on_handle = [](const net::HttpRequest& request, const net::Responder& respond) {
        respond(TestHandler::text(request.method + " " + request.target + "\n" + request.body +
                                  "\n" + joined(request.headers)));
    };
    const auto reply = machine.page.request("PUT", "/api/v1/x%2Fy?q=khai%20sinh",
                                            {{"Content-Type", "application/json"},
                                             {"Cookie", "motcua=abc"},
                                             {"Idempotency-Key", "k"},
                                             {"If-Match", "3"},
                                             {"Origin", "http://127.0.0.1:1"},
                                             {"X-Forwarded-For", "10.0.0.1"}},
                                            "{}");
    CHECK(reply.body == "PUT /api/v1/x%2Fy?q=khai%20sinh\n{}\nhost=127.0.0.1:" +
                            std::to_string(machine.core->port()) +
                            "\ncontent-type=application/json\ncookie=motcua=abc\n"
                            "idempotency-key=k\nif-match=3\nauthorization=Bearer secret\n"
                            "content-length=2\n");
}

TEST_CASE("the core's answer reaches the page unchanged but for what belongs to one hop",
          "[agent][forwarder]") {
    ForwardingMachine machine;
    const std::string problem = R"({"type":"urn:motcua:problem:version","detail":"Đã đổi"})";
    machine.at_core.on_handle = [&](const net::HttpRequest&, const net::Responder& respond) {
        respond({409,
                 {{"Content-Type", "application/problem+json"},
                  {"Set-Cookie", "motcua=abc; HttpOnly; SameSite=Strict"},
                  {"Set-Cookie", "other=1"},
                  {"ETag", "\"7\""},
                  {"Keep-Alive", "timeout=5"}},
                 problem,
                 nullptr,
                 nullptr});
    };
    const auto reply = machine.page.request("POST", "/api/v1/x", {}, "");
    CHECK(reply.status == 409);
    CHECK(reply.body == problem);
    CHECK(joined(reply.headers) ==
          "content-type=application/problem+json\n"
          "set-cookie=motcua=abc; HttpOnly; SameSite=Strict\nset-cookie=other=1\netag=\"7\"\n"
          "content-length=" +
              std::to_string(problem.size()) + "\n");
}

TEST_CASE("attachments of twenty megabytes pass both ways", "[agent][forwarder]") {
    ForwardingMachine machine;
    machine.at_core.on_handle = [](const net::HttpRequest& request, const net::Responder& respond) {
        respond(TestHandler::text(request.body));
    };
    std::string body(std::size_t{20} << 20, 'a');
    body.back() = '\0';
    CHECK(machine.page.request("PUT", "/api/v1/x", {}, body).body == body);
}

TEST_CASE("a page is told that the core is away", "[agent][forwarder]") {
    ForwardingMachine machine;
    machine.core.stop();
    const auto reply = machine.page.request("GET", "/api/v1/queue");
    CHECK(reply.status == 502);
    CHECK(reply.header("content-type") == "application/problem+json");
    CHECK(reply.body.find("urn:motcua:problem:core-away") != std::string::npos);
}
