// The end of a day as the room meets it: on the evening itself, and on the next morning.

#include "core/net/websocket/web_socket_client.hpp"
#include "tests/support/served_ward.hpp"

#include <boost/json/parse.hpp>
#include <catch2/catch.hpp>

#include <memory>

namespace json = boost::json;
using namespace std::chrono_literals;

namespace {

/// A room for practice, whose clock starts where the test wants it.
class ClosingRoom {
public:
    ClosingRoom() {
        const auto made = ward::motcua_core(
            {"init", "--db", db().string(), "--office", ward::demo_file("office.toml").string(),
             "--calendar", ward::demo_file("calendar.csv").string(), "--catalogue",
             ward::demo_file("procedures.csv").string(), "--practice"});
        REQUIRE(made.status == 0);
    }

    /// Serves from that moment on, so many times faster than real.
    void serve_from(const std::string& moment, const std::string& speed = "1") {
        if (server_) REQUIRE(server_->stop().status == 0);
        server_ = std::make_unique<RunningServer>(
            db(), ServerStart{{"--practice", moment, "--speed", speed}, {}});
        if (!server_->admin_password().empty()) password_ = server_->admin_password();
        admin_ = std::make_unique<Api>(server_->log_in("admin", password_));
        (void)admin_->post("/api/v1/users",
                           {{"login", "lan"}, {"role", "officer"}, {"password", usual_password}});
        officer_ = std::make_unique<Api>(server_->log_in("lan", usual_password));
    }

    ApiReply take() { return officer_->post("/api/v1/tickets", {{"service", "A"}}); }

    ApiReply act(const std::string& name, const json::object& body = {}) {
        return officer_->post("/api/v1/counters/1/" + name, body);
    }

    std::string state_of(const std::string& code) {
        const auto shown = server_->nobody().get("/api/v1/tickets/" + code);
        REQUIRE(shown.status == 200);
        return shown.text("state");
    }

    Api& officer() { return *officer_; }

    net::WebSocketClient events() {
        return {{"127.0.0.1", server_->port(), false, {}},
                "/api/v1/events?topics=queue",
                {{"Authorization", "Bearer " + officer_->token()}}};
    }

private:
    std::filesystem::path db() const { return folder_ / "practice.db"; }

    TemporaryDirectory folder_;
    std::unique_ptr<RunningServer> server_;
    std::string password_;
    std::unique_ptr<Api> admin_;
    std::unique_ptr<Api> officer_;
};

} // namespace

TEST_CASE("a ticket that nobody called has ended on the next morning", "[system][queue]") {
    ClosingRoom room;
    room.serve_from("2026-11-30T16:30");
    for (int i = 0; i < 3; ++i) REQUIRE(room.take().status == 201);
    for (const char* act : {"call", "start", "hold", "call", "start"})
        REQUIRE(room.act(act).status == 200);
    CHECK(room.state_of("T261130-A003") == "waiting");

    room.serve_from("2026-12-01T07:35");
    CHECK(room.state_of("T261130-A001") == "expired");
    CHECK(room.state_of("T261130-A003") == "expired");
    const auto shown = room.officer().get("/api/v1/tickets/T261130-A003");
    CHECK(shown.text("ended_at") == "2026-11-30T17:00:00+07:00");
    // It ended at its closing, by its counter in the morning or by itself before that.
    const auto finished = room.act("finish", {{"ticket", "T261130-A002"}});
    CHECK((finished.status == 200 || finished.status == 409));
    CHECK(room.state_of("T261130-A002") == "done");
    CHECK(room.officer().get("/api/v1/tickets/T261130-A002").number("served_s") > 25 * 60);
    // Its number of today is another one's.
    REQUIRE(room.take().text("code") == "T261201-A001");
    const auto called = room.act("call", {{"ticket", "T261130-A001"}});
    CHECK(called.status == 409);
    CHECK(called.text("code") == "ticket-of-another-day");
    CHECK(called.text("detail").find("30/11/2026") != std::string::npos);
    CHECK(room.state_of("T261201-A001") == "waiting");
    // A dossier may be of yesterday's visit all the same: it is received, and that is told.
    json::object intake{{"procedure", "1.000656"}, {"applicant", {{"name", "Đỗ Thị Mẫu"}}}};
    intake["ticket"] = "T261130-A003";
    const auto received = room.officer().post("/api/v1/dossiers", intake);
    REQUIRE(received.status == 201);
    REQUIRE(received["notices"].as_array().size() == 1);
    CHECK(received["notices"].at(0).at("field") == "ticket");
    CHECK(received["notices"].at(0).at("code") == "ticket-of-day-gone");
    intake["ticket"] = "A001";
    CHECK_FALSE(
        room.officer().post("/api/v1/dossiers", intake).json.as_object().contains("notices"));
}

TEST_CASE("a server that runs through closing tells the room", "[system][queue]") {
    ClosingRoom room;
    room.serve_from("2026-11-30T16:58", "20");
    auto events = room.events();
    REQUIRE(room.take().status == 201);
    for (;;) {
        const auto event = events.read(30s);
        REQUIRE(event);
        if (json::parse(*event).at("type") == "ticket-expire") break;
    }
    CHECK(room.state_of("T261130-A001") == "expired");
    CHECK(room.act("call").text("code") == "nobody-waits");
    // Who comes now was let in by somebody.
    REQUIRE(room.take().status == 201);
    CHECK(room.act("call").text("number") == "A002");
}
