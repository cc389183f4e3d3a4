// Who may do what: every route with every role.

#include "core/net/websocket/web_socket_client.hpp"
#include "tests/support/served_ward.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

namespace json = boost::json;

namespace {

using Roles = std::set<std::string>;

const Roles everybody = {"nobody", "officer", "specialist", "chairman",
                         "admin",  "kiosk",   "board",      "counter"};
const Roles desk = {"officer", "specialist"};
const Roles readers = {"officer", "specialist", "chairman"};
const Roles people = {"officer", "specialist", "chairman", "admin"};
const Roles known = {"officer", "specialist", "chairman", "admin", "kiosk", "board", "counter"};
const Roles givers = {"kiosk", "counter", "officer", "specialist"};

struct Rule {
    const char* prefix; // of "METHOD path"
    Roles allowed;
};

// Written down here again, by hand, and not taken from the routes: the first that fits counts.
const std::vector<Rule> rules = {
    {"GET /healthz", everybody},
    {"GET /metrics", everybody},
    {"GET /api/openapi.json", everybody},
    {"GET /api/v1/events", known},
    {"POST /api/v1/session/password", people},
    {"POST /api/v1/session", everybody},
    {"GET /api/v1/session", known},
    {"DELETE /api/v1/session", people},
    {"POST /api/v1/devices/redeem", everybody},
    {"POST /api/v1/devices/forget", everybody},
    {"GET /api/v1/users", {"admin"}},
    {"POST /api/v1/users", {"admin"}},
    {"PATCH /api/v1/users", {"admin"}},
    {"GET /api/v1/devices", {"admin"}},
    {"POST /api/v1/devices", {"admin"}},
    {"PUT /api/v1/devices/me/state", {"kiosk", "board", "counter"}},
    {"POST /api/v1/scans", desk},
    {"GET /api/v1/backups", {"admin"}},
    {"POST /api/v1/backups", {"admin"}},
    {"GET /api/v1/verification", {"admin"}},
    {"POST /api/v1/verification", {"admin"}},
    {"GET /api/v1/register", {"admin"}},
    {"POST /api/v1/register", {"admin"}},
    {"GET /api/v1/journal", {"chairman", "admin"}},
    {"GET /api/v1/catalogue", {"chairman", "admin"}},
    {"POST /api/v1/catalogue", {"admin"}},
    {"GET /api/v1/calendar/proposal", {"admin"}},
    {"GET /api/v1/calendar", {"officer", "specialist", "chairman", "admin", "kiosk"}},
    {"POST /api/v1/calendar", {"admin"}},
    {"GET /api/v1/procedures", everybody},
    {"GET /api/v1/track", everybody},
    {"POST /api/v1/feedback", everybody},
    {"GET /api/v1/feedback", {"chairman", "admin"}},
    {"POST /api/v1/tickets/lease", {"kiosk"}},
    {"POST /api/v1/tickets/settle", {"kiosk"}},
    {"POST /api/v1/tickets", givers},
    {"GET /api/v1/tickets", everybody},
    {"GET /api/v1/queue", known},
    {"POST /api/v1/counters", desk},
    {"POST /api/v1/dossiers/search", readers},
    {"GET /api/v1/papers", readers},
    {"GET /api/v1/today", people},
    {"POST /api/v1/dossiers", desk},
    {"POST /api/v1/submissions", desk},
    {"POST /api/v1/refusals", desk},
    {"PUT /api/v1/dossiers", desk},
    {"GET /api/v1/dossiers", readers},
    {"GET /api/v1/reports/dossiers", {"chairman"}},
    {"GET /api/v1/reports", {"chairman", "admin"}},
};

const Roles& allowed(const std::string& route) {
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule& each) {
        return route.starts_with(each.prefix);
    });
    INFO("no rule for " << route);
    REQUIRE(rule != rules.end());
    return rule->allowed;
}

std::string filled_in(std::string path) {
    for (std::size_t at = path.find('{'); at != std::string::npos; at = path.find('{'))
        path.replace(at, path.find('}') - at + 1, "1");
    return path;
}

bool is_turned_away(Api& api, const std::string& method, const std::string& path) {
    const auto reply = api.request(method, filled_in(path), method == "GET" ? "" : "{}",
                                   {{"Content-Type", "application/pdf"}});
    // 401 is also the answer to a log-in; there is none with an empty body.
    return reply.status == 401 || reply.status == 403;
}

} // namespace

TEST_CASE("every route lets in whom it should and turns away everybody else", "[system][roles]") {
    ServedWard ward;
    auto nobody = ward.as("nobody");
    const auto description = nobody.get("/api/openapi.json");
    REQUIRE(description.status == 200);
    CHECK(ward::motcua_core({"openapi"}).output == description.http.body + "\n");
    int routes = 0;
    for (const std::string& role : everybody) (void)ward.token_of(role); // before any log-in ends
    for (const std::string& role : everybody) {
        auto api = ward.as(role);
        for (const auto& [path, item] : description["paths"].as_object()) {
            for (const auto& [verb, operation] : item.as_object()) {
                std::string method(verb);
                std::transform(method.begin(), method.end(), method.begin(), ::toupper);
                if (method == "DELETE") continue; // ends the log-in: last
                const std::string route = method + " " + std::string(path);
                INFO(role << ": " << route);
                CHECK(is_turned_away(api, method, std::string(path)) !=
                      allowed(route).contains(role));
                ++routes;
            }
        }
        CHECK(is_turned_away(api, "DELETE", "/api/v1/session") !=
              allowed("DELETE /api/v1/session").contains(role));
    }
    CHECK(routes > 500);
}

TEST_CASE("a log-in ends with the log-out, a new password, and a disabled user",
          "[system][roles]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    auto admin = ward.as("admin");
    auto second = ward.server().log_in("officer", usual_password);
    CHECK(officer.get("/api/v1/session").text("role") == "officer");

    CHECK(second.request("DELETE", "/api/v1/session", "").status == 200);
    CHECK(second.get("/api/v1/session").status == 401);
    CHECK(officer.get("/api/v1/session").status == 200);

    CHECK(officer
              .post("/api/v1/session/password", {{"old", usual_password}, {"new", "another one 1"}})
              .status == 200);
    CHECK(officer.get("/api/v1/session").status == 401);
    auto third = ward.server().log_in("officer", "another one 1");
    CHECK(third.get("/api/v1/session").status == 200);

    CHECK(admin.post("/api/v1/users/officer/disable").status == 200);
    CHECK(third.get("/api/v1/session").status == 401);
    CHECK_THROWS(ward.server().log_in("officer", "another one 1"));
}

TEST_CASE("a log-in outlives a restart of the server", "[system][roles]") {
    ServedWard ward;
    const std::string token = ward.token_of("officer");
    ward.crash_and_restart();
    CHECK(ward.as("officer").get("/api/v1/session").status == 200);
    CHECK(ward.server().admin_password().empty()); // shown at the first start only
}

TEST_CASE("failed log-ins make the next attempt wait, longer each time", "[system][roles]") {
    ServedWard ward;
    auto nobody = ward.as("nobody");
    const auto attempt = [&] {
        return nobody.post("/api/v1/session", {{"user", "admin"}, {"password", "wrong password"}});
    };
    for (int i = 0; i < 3; ++i) CHECK(attempt().status == 401);
    const auto told_to_wait = attempt();
    CHECK(told_to_wait.status == 429);
    CHECK_FALSE(told_to_wait.http.header("retry-after").empty());
}

TEST_CASE("a revoked device is turned away, and hears no more events", "[system][roles]") {
    ServedWard ward;
    auto board = ward.as("board");
    auto admin = ward.as("admin");
    net::WebSocketClient events({"127.0.0.1", ward.server().port(), false, {}},
                                "/api/v1/events?topics=queue",
                                {{"Authorization", "Bearer " + board.token()}});
    const auto devices = admin.get("/api/v1/devices");
    const std::string id(devices["items"].as_array()[0].at("id").as_string());
    REQUIRE(admin.post("/api/v1/devices/" + id + "/revoke").status == 200);
    CHECK(board.get("/api/v1/queue").status == 401);
    CHECK_THROWS_AS(events.read(std::chrono::seconds{20}), net::NetError);
    CHECK(events.close_code() == 4401);
}

TEST_CASE("people that the administrator adds beside the running server may log in",
          "[system][roles]") {
    ServedWard ward;
    net::WebSocketClient events({"127.0.0.1", ward.server().port(), false, {}},
                                "/api/v1/events?topics=office",
                                {{"Authorization", "Bearer " + ward.token_of("admin")}});
    const auto added = ward.ward().done_json({"user", "add", "hoa", "--role", "officer"});
    const auto heard = events.read(std::chrono::seconds{20});
    REQUIRE(heard);
    CHECK_THAT(*heard, Catch::Contains("\"subject\":\"hoa\""));
    const std::string password(added.at("password").as_string());
    CHECK(ward.server().log_in("hoa", password).get("/api/v1/session").text("login") == "hoa");
    CHECK(ward.ward().is_sound());
}

TEST_CASE("a page of another site cannot use a browser's cookie", "[system][roles]") {
    ServedWard ward;
    auto nobody = ward.as("nobody");
    const std::string cookie = "motcua_session=" + ward.token_of("officer");
    const auto call = [&](const std::string& origin) {
        return nobody.request("POST", "/api/v1/counters/1/call", "{}",
                              {{"Cookie", cookie}, {"Origin", origin}});
    };
    const std::string own = "http://127.0.0.1:" + std::to_string(ward.server().port());
    CHECK(call("http://example.com").status == 403);
    CHECK(call(own).status == 409); // let in: nobody waits
}

namespace {

/// The cookie that an answer sets, without what it says of it.
std::string cookie_of(const ApiReply& reply) {
    const std::string set(reply.http.header("set-cookie"));
    return set.substr(0, set.find(';'));
}

} // namespace

TEST_CASE("a browser becomes a device by a cookie that no script reads", "[system][roles]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    auto nobody = ward.as("nobody");
    const auto enrolled = admin.post("/api/v1/devices", {{"kind", "board"}});
    const auto redeemed =
        nobody.post("/api/v1/devices/redeem", {{"code", enrolled.text("code")}, {"cookie", true}});
    REQUIRE(redeemed.status == 201);
    CHECK_FALSE(redeemed.json.as_object().contains("key"));
    const std::string set(redeemed.http.header("set-cookie"));
    CHECK_THAT(set, Catch::StartsWith("motcua_device=") && Catch::Contains("HttpOnly") &&
                        Catch::Contains("SameSite=Strict") && Catch::Contains("Max-Age=31536000"));

    const net::Headers cookie = {{"Cookie", cookie_of(redeemed)}};
    const auto get = [&](const std::string& path, const net::Headers& headers) {
        return nobody.request("GET", path, "", headers);
    };
    CHECK(get("/api/v1/session", cookie).text("role") == "board");
    CHECK(get("/api/v1/queue", cookie).status == 200);
    CHECK(get("/api/v1/dossiers", cookie).status == 403);
    net::WebSocketClient events({"127.0.0.1", ward.server().port(), false, {}},
                                "/api/v1/events?topics=queue", cookie);

    const auto forgotten = nobody.request("POST", "/api/v1/devices/forget", "{}", cookie);
    CHECK(forgotten.status == 200);
    CHECK_THAT(std::string(forgotten.http.header("set-cookie")),
               Catch::StartsWith("motcua_device=;") && Catch::Contains("Max-Age=0"));
    REQUIRE(admin.post("/api/v1/devices/" + redeemed.text("id") + "/revoke").status == 200);
    CHECK(get("/api/v1/queue", cookie).status == 401);
}

TEST_CASE("a log-in's cookie counts before that of a device", "[system][roles]") {
    ServedWard ward;
    auto nobody = ward.as("nobody");
    const std::string device = "motcua_device=" + ward.token_of("counter");
    const auto get = [&](const std::string& path, const std::string& session) {
        return nobody.request("GET", path, "",
                              {{"Cookie", device + "; motcua_session=" + session}});
    };
    CHECK(get("/api/v1/session", ward.token_of("officer")).text("role") == "officer");
    // Over, the device is left; what needs a log-in is told that it is over.
    CHECK(get("/api/v1/session", "over").text("role") == "counter");
    const auto ended = get("/api/v1/dossiers", "over");
    CHECK(ended.status == 401);
    CHECK(ended.text("type") == "urn:motcua:problem:session-ended");
}

TEST_CASE("a page of another site cannot use a device's cookie", "[system][roles]") {
    ServedWard ward;
    auto nobody = ward.as("nobody");
    const std::string cookie = "motcua_device=" + ward.token_of("kiosk");
    const auto call = [&](const std::string& origin) {
        return nobody.request("POST", "/api/v1/tickets/lease", "{}",
                              {{"Cookie", cookie}, {"Origin", origin}});
    };
    CHECK(call("http://example.com").status == 403);
    CHECK(call("http://127.0.0.1:" + std::to_string(ward.server().port())).status == 422); // let in
    CHECK_THROWS(net::WebSocketClient({"127.0.0.1", ward.server().port(), false, {}},
                                      "/api/v1/events?topics=queue",
                                      {{"Cookie", cookie}, {"Origin", "http://example.com"}}));
}
