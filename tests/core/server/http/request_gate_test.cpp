#include "core/server/http/request_gate.hpp"
#include "tests/support/sqlite_office.hpp"
#include "tests/support/stopped_clock.hpp"

#include <catch2/catch.hpp>

using server::Caller;
using server::CallerSet;

namespace {

/// A gate before three routes: for staff, for everybody, and one that takes long files.
class Gate {
public:
    Gate() {
        add("GET", "/staff", server::callers::staff, 0);
        add("GET", "/open", server::callers::all, 0);
        add("POST", "/staff", server::callers::staff, server::json_body_limit);
        add("PUT", "/file", server::callers::staff, server::upload_body_limit);
        add("GET", "/api/v1/events", server::callers::people | server::callers::devices, 0);
    }

    int refusal(const net::HttpRequest& request, const Caller& caller, bool stale = false) {
        const auto match = router_.find(request.method, request.path);
        if (const auto refusal = gate_.refuse_path(request, match)) return refusal->status;
        const auto refusal = gate_.refuse_caller(*match.route, request, caller, stale);
        return refusal ? refusal->status : 0;
    }

    server::RequestGate& gate() { return gate_; }

private:
    void add(const char* method, const char* path, CallerSet allowed, std::size_t body_limit) {
        router_.add({method, path, allowed, server::Own{}, {}, body_limit});
    }

    server::Router router_;
    server::People people_{std::chrono::hours{1}};
    server::Pages pages_{{}, {}};
    server::Config config_;
    samples::StoppedClock clock_;
    server::RequestGate gate_{router_, people_, pages_, config_, clock_};
};

net::HttpRequest request(std::string method, std::string path) {
    net::HttpRequest request;
    request.method = std::move(method);
    request.path = std::move(path);
    return request;
}

Caller user(core::Role role) {
    Caller caller;
    caller.kind = Caller::Kind::user;
    caller.name = "lan";
    caller.role = role;
    return caller;
}

} // namespace

TEST_CASE("the gate lets in whom the route allows", "[server][gate]") {
    Gate gate;
    const Caller nobody;
    CHECK(gate.refusal(request("GET", "/staff"), user(core::Role::officer)) == 0);
    CHECK(gate.refusal(request("GET", "/staff"), user(core::Role::chairman)) == 403);
    CHECK(gate.refusal(request("GET", "/staff"), nobody) == 401);
    CHECK(gate.refusal(request("GET", "/staff"), user(core::Role::chairman), true) == 401);
    CHECK(gate.refusal(request("GET", "/open"), nobody) == 0);
    CHECK(gate.refusal(request("HEAD", "/open"), nobody) == 0);
}

TEST_CASE("the gate tells of addresses and methods that there are not", "[server][gate]") {
    Gate gate;
    CHECK(gate.refusal(request("GET", "/nowhere"), {}) == 404);
    CHECK(gate.refusal(request("DELETE", "/staff"), {}) == 405);
}

TEST_CASE("another site's page changes nothing with somebody's cookie", "[server][gate]") {
    Gate gate;
    Caller officer = user(core::Role::officer);
    net::HttpRequest post = request("POST", "/staff");
    post.headers = {{"origin", "https://elsewhere.example"}, {"host", "ward.example"}};
    CHECK(gate.refusal(post, officer) == 0); // by its own token: no browser sends that by itself
    officer.by_cookie = true;
    CHECK(gate.refusal(post, officer) == 403);
    post.headers = {{"origin", "https://ward.example"}, {"host", "ward.example"}};
    CHECK(gate.refusal(post, officer) == 0);
    post.headers.clear();
    CHECK(gate.refusal(post, officer) == 0);
    net::HttpRequest get = request("GET", "/staff");
    get.headers = {{"origin", "https://elsewhere.example"}, {"host", "ward.example"}};
    CHECK(gate.refusal(get, officer) == 0);
}

TEST_CASE("a long file is refused before it comes, a short body with its answer",
          "[server][gate]") {
    Gate gate;
    CHECK(gate.gate().plan_body(request("PUT", "/file")).refusal->status == 401);
    const auto post = gate.gate().plan_body(request("POST", "/staff"));
    CHECK_FALSE(post.refusal);
    CHECK(post.limit_bytes == server::json_body_limit);
    CHECK_FALSE(gate.gate().plan_body(request("GET", "/staff")).refusal);
}

TEST_CASE("events are for those who have a name, at their own address", "[server][gate]") {
    Gate gate;
    const auto status = [&](const std::string& path) {
        const auto admitted = gate.gate().admit_listener(request("GET", path));
        return std::get<net::HttpResponse>(admitted).status;
    };
    CHECK(status("/api/v1/queue") == 404);
    CHECK(status("/api/v1/events") == 401);
}
