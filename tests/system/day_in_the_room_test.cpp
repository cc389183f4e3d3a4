// A whole day: 300 citizens, 4 counters, 1 kiosk and 2 boards as processes of their own against the
// real server. At the end everybody's count is the same.

#include "tests/support/served_ward.hpp"

#include <boost/json/parse.hpp>
#include <catch2/catch.hpp>

#include <memory>

namespace json = boost::json;

namespace {

constexpr int citizens = 300;

/// The last line that the process printed.
json::object told_by(Program& actor) {
    const Ended& ended = actor.wait();
    INFO(ended.errors);
    REQUIRE(ended.status == 0);
    return json::parse({ended.output.data(), ended.output.size()}).as_object();
}

std::int64_t count(const json::object& counts, const char* name) {
    const json::value* value = counts.if_contains(name);
    return value ? value->as_int64() : 0;
}

json::object sum(const std::vector<json::object>& all) {
    json::object total;
    for (const json::object& each : all) {
        for (const auto& [name, value] : each)
            total[name] = (total.contains(name) ? total[name].as_int64() : 0) + value.as_int64();
    }
    return total;
}

/// A ward for practice, served by a clock that makes a day of minutes.
class PracticeRoom {
public:
    PracticeRoom() {
        const auto made = ward::motcua_core(
            {"init", "--db", db().string(), "--office", ward::demo_file("office.toml").string(),
             "--calendar", ward::demo_file("calendar.csv").string(), "--catalogue",
             ward::demo_file("procedures.csv").string(), "--practice"});
        REQUIRE(made.status == 0);
        server_ = std::make_unique<RunningServer>(
            db(), ServerStart{{"--practice", "2023-01-03T07:25", "--speed", "240"}, {}});
        Api admin = server_->log_in("admin", server_->admin_password());
        for (const char* role : {"officer", "specialist", "chairman"}) {
            REQUIRE(admin
                        .post("/api/v1/users",
                              {{"login", role}, {"role", role}, {"password", usual_password}})
                        .status == 201);
        }
        for (const char* kind : {"kiosk", "board"}) {
            const auto enrolled = admin.post("/api/v1/devices", {{"kind", kind}});
            REQUIRE(enrolled.status == 201);
            keys_[kind] =
                admin.post("/api/v1/devices/redeem", {{"code", enrolled.text("code")}}).text("key");
        }
    }

    std::unique_ptr<Program> start(const std::string& role, std::vector<std::string> arguments) {
        const std::string token = role == "counter" ? log_in("officer").token() : keys_.at(role);
        arguments.insert(arguments.begin(), {role, std::to_string(server_->port()), token});
        return std::make_unique<Program>(ROOM_ACTOR, arguments);
    }

    Api log_in(const std::string& user) { return server_->log_in(user, usual_password); }

    RunningServer& server() { return *server_; }

    std::filesystem::path db() const { return folder_ / "practice.db"; }

    std::filesystem::path operator/(const char* name) const { return folder_ / name; }

private:
    TemporaryDirectory folder_;
    std::unique_ptr<RunningServer> server_;
    std::map<std::string, std::string> keys_;
};

} // namespace

TEST_CASE("at the end of a day boards, counters, journal and report agree to the last number",
          "[system][day]") {
    PracticeRoom room;
    const std::string kiosk_done = (room / "kiosk-done").string();
    std::vector<std::unique_ptr<Program>> boards;
    std::vector<std::unique_ptr<Program>> counters;
    for (int i = 0; i < 2; ++i) boards.push_back(room.start("board", {kiosk_done}));
    for (int i = 1; i <= 4; ++i)
        counters.push_back(room.start("counter", {std::to_string(i), kiosk_done}));
    auto kiosk = room.start("kiosk", {std::to_string(citizens), kiosk_done});

    CHECK(count(told_by(*kiosk), "tickets") == citizens);
    std::vector<json::object> by_counter;
    for (auto& counter : counters) by_counter.push_back(told_by(*counter));
    const json::object done = sum(by_counter);
    const json::object heard = told_by(*boards[0]);
    CHECK(heard == told_by(*boards[1]));

    // The boards heard what the counters did.
    const std::int64_t tickets = citizens + count(done, "came back");
    CHECK(count(heard, "ticket-issue") == tickets);
    CHECK(count(heard, "ticket-call") == count(done, "called"));
    CHECK(count(heard, "ticket-start") == count(done, "started"));
    CHECK(count(heard, "ticket-finish") == count(done, "finished"));
    CHECK(count(heard, "ticket-no-show") == count(done, "no-show"));
    CHECK(count(heard, "ticket-recall") == count(done, "recalled"));
    CHECK(count(heard, "ticket-transfer") == count(done, "transferred"));
    CHECK(count(heard, "ticket-hold") == count(done, "held"));
    CHECK(count(heard, "ticket-re-enter") == count(done, "re-entered"));
    CHECK(count(done, "finished") + count(done, "no-show") == tickets);

    // The report counts the dossiers that the counters made.
    Api chairman = room.log_in("chairman");
    const auto report = chairman.get("/api/v1/reports/period?from=2023-01-01&to=2023-12-31");
    const json::value& total = report["total"];
    CHECK(count(done, "received") > citizens / 2);
    CHECK(total.at("received").at("total") == count(done, "received"));
    CHECK(total.at("resolved").at("total") == count(done, "resolve"));
    CHECK(total.at("returned").at("total") == count(done, "return"));
    CHECK(total.at("withdrawn") == count(done, "withdraw"));

    // And the journal says the same, row by row.
    CHECK(room.server().stop().status == 0);
    const auto verified =
        ward::motcua_core({"verify", "--db", room.db().string(), "--format", "json"});
    CHECK(verified.status == 0);
    const json::value sound = json::parse({verified.output.data(), verified.output.size()});
    CHECK(sound.at("tickets") == tickets);
    CHECK(sound.at("dossiers") == count(done, "received"));
}

TEST_CASE("a practice clock is refused on the books of a real office", "[system][day]") {
    const ward::Ward ward;
    CHECK_THAT(ward.refused({"serve", "--practice", "2023-01-03T07:25", "--listen", "127.0.0.1:0"}),
               Catch::Contains("real office"));
}
