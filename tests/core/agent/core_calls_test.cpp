#include "core/agent/core_calls.hpp"
#include "tests/core/net/test_server.hpp"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;

namespace {

net::ClientLimits short_limits() {
    net::ClientLimits limits;
    limits.reply_time = 100ms;
    return limits;
}

/// Tells the Authorization it got.
TestHandler echo_authorization() {
    TestHandler handler;
    handler.on_handle = [](const net::HttpRequest& request, const net::Responder& respond) {
        respond(TestHandler::text(std::string(request.header("authorization"))));
    };
    return handler;
}

agent::CoreCall call_of(net::Headers headers) {
    agent::CoreCall call;
    call.target = "/x";
    call.headers = std::move(headers);
    return call;
}

} // namespace

TEST_CASE("a call carries the machine's key unless it has its own", "[agent][core_calls]") {
    TestHandler handler = echo_authorization();
    TestServer server(handler);
    agent::CoreCalls calls(server.address(), "secret");
    CHECK(calls.ask(call_of({}))->body == "Bearer secret");
    CHECK(calls.ask(call_of({{"Authorization", "Bearer own"}}))->body == "Bearer own");
    agent::CoreCalls keyless(server.address(), "");
    CHECK(keyless.ask(call_of({}))->body.empty());
}

TEST_CASE("a core that is gone or silent is answered with null", "[agent][core_calls]") {
    TestHandler handler;
    std::vector<net::Responder> kept;
    handler.on_handle = [&](const net::HttpRequest&, net::Responder respond) {
        kept.push_back(std::move(respond));
    };
    TestServer server(handler);
    agent::CoreCalls calls(server.address(), "", short_limits());
    CHECK(calls.ask(call_of({})) == nullptr);
    server.stop(0ms);
    CHECK(calls.ask(call_of({})) == nullptr);
}

TEST_CASE("calls beyond the queue are refused, those in it answered at the end",
          "[agent][core_calls]") {
    TestHandler handler;
    std::vector<net::Responder> kept;
    handler.on_handle = [&](const net::HttpRequest&, net::Responder respond) {
        kept.push_back(std::move(respond));
    };
    TestServer server(handler);
    std::atomic<std::size_t> answered{0};
    std::size_t taken = 0;
    {
        agent::CoreCalls calls(server.address(), "", short_limits());
        const auto count = [&](const net::HttpReply* reply) { answered += reply ? 1'000U : 1U; };
        while (calls.submit(call_of({}), count)) ++taken;
        CHECK(calls.ask(call_of({})) == nullptr);
    }
    CHECK(taken >= agent::CoreCalls::longest_queue);
    CHECK(answered == taken);
    server.stop(0ms);
}
