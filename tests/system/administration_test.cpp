// The administrator's work from his page: tables, machines, people, and who did what.

#include "tests/support/served_ward.hpp"

#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>

#include <atomic>
#include <thread>

namespace json = boost::json;
using Catch::Matchers::Contains;

namespace {

const std::string catalogue_header =
    "code,name,field,duration,unit,cutoff,fee_vnd,online_level,sector,linked_agencies,documents,"
    "decision,effective_from,effective_to\n";

ApiReply send_table(Api& api, const std::string& path, const std::string& text) {
    return api.request("POST", path, text, {{"Content-Type", "text/csv"}});
}

std::int64_t seq(Api& api) { return api.get("/healthz").number("seq"); }

std::string text_of(const json::value& value) {
    return {value.as_string().data(), value.as_string().size()};
}

/// A dossier of a procedure with days to do it in; its due date can move.
ApiReply receive_with_days(Api& officer) {
    json::object body = intake();
    body["procedure"] = "1.004873"; // three working days
    return officer.post("/api/v1/dossiers", body);
}

} // namespace

TEST_CASE("a preview of a catalogue tells what its import does, and changes nothing",
          "[system][administration]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    const std::string row = "9.000001,Thủ tục thử,Thử,3,working_day,,0,none,ward,,,QĐ1,2020-01-01,";
    const auto before = seq(admin);
    const std::string first = catalogue_header + row + "\n";
    const auto told = send_table(admin, "/api/v1/catalogue/preview", first);
    REQUIRE(told.status == 200);
    CHECK(told["ok"] == true);
    CHECK(told["added"].as_array().size() == 1);
    CHECK(seq(admin) == before);
    CHECK(admin.get("/api/v1/procedures/9.000001").status == 404);

    const auto done = send_table(admin, "/api/v1/catalogue/import", first);
    REQUIRE(done.status == 200);
    CHECK(done.json == told.json);
    CHECK(admin.get("/api/v1/procedures/9.000001").status == 200); // the rules are the new ones
    CHECK(admin.get("/api/v1/journal?limit=1")["items"].at(0).at("act") == "catalogue-changed");

    const auto closing =
        send_table(admin, "/api/v1/catalogue/preview",
                   catalogue_header + "9.000001,Tên mới,Thử,3,working_day,,0,none,ward,,,QĐ1,"
                                      "2020-01-01,2030-12-31\n");
    REQUIRE(closing["closed"].as_array().size() == 1);
    CHECK(closing["closed"].at(0).at("effective_to") == "2030-12-31");
    REQUIRE(closing["changed"].as_array().size() == 1);
    CHECK(closing["changed"].at(0).at("member") == "name");
    CHECK(closing["changed"].at(0).at("before") == "Thủ tục thử");
    CHECK(closing["changed"].at(0).at("after") == "Tên mới");
    CHECK(ward.ward().is_sound());
}

TEST_CASE("a table with bad rows is refused with the errors its preview tells",
          "[system][administration]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    const std::string bad = catalogue_header +
                            "9.1,,Thử,x,working_day,,0,none,ward,,,,2020-01-01,\n"
                            "9.2,A,Thử,1,day,,0,none,ward,,,,2020-01-01,\n";
    const auto told = send_table(admin, "/api/v1/catalogue/preview", bad);
    REQUIRE(told.status == 200);
    CHECK(told["ok"] == false);
    CHECK(told.number("error_count") == 3);
    const auto before = seq(admin);
    const auto refused = send_table(admin, "/api/v1/catalogue/import", bad);
    CHECK(refused.status == 422);
    CHECK(refused.http.header("content-type") == "application/problem+json");
    const auto& errors = refused["errors"].as_array();
    REQUIRE(errors.size() == 3);
    for (std::size_t i = 0; i < errors.size(); ++i) {
        for (const char* member : {"line", "column", "reason"})
            CHECK(errors[i].at(member) == told["errors"].at(i).at(member));
    }
    CHECK(seq(admin) == before);

    const auto no_table = send_table(admin, "/api/v1/calendar/import", "PK\x03\x04");
    CHECK(no_table.status == 422);
    CHECK(no_table["errors"].at(0).at("line") == 1);
    CHECK(admin
              .request("POST", "/api/v1/calendar/import", "{}",
                       {{"Content-Type", "application/json"}})
              .status == 415);
}

TEST_CASE("a table beyond the limit is refused, and who may not is told before it comes",
          "[system][administration]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    const std::string longest(std::size_t{8} << 20U, '\n');
    CHECK(send_table(admin, "/api/v1/catalogue/preview", longest).status == 200);
    CHECK(send_table(admin, "/api/v1/catalogue/preview", longest + "\n").status == 413);
    auto officer = ward.as("officer");
    CHECK(send_table(officer, "/api/v1/catalogue/preview", longest).status == 403);
}

TEST_CASE("a day closed by a flood moves the due dates that its preview tells",
          "[system][administration]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    auto officer = ward.as("officer");
    const auto received = receive_with_days(officer);
    REQUIRE(received.status == 201);
    const std::string due = received.text("due_at");
    const std::string flood = "date,kind,name\n" + due.substr(0, 10) + ",holiday,Lũ\n";
    const auto before = seq(admin);
    const auto told = send_table(admin, "/api/v1/calendar/preview", flood);
    REQUIRE(told.status == 200);
    REQUIRE(told["moved"].as_array().size() == 1);
    CHECK(told["moved"].at(0).at("code") == received["code"]);
    CHECK(told["moved"].at(0).at("procedure") == "1.004873");
    CHECK(text_of(told["moved"].at(0).at("due_before")) == due);
    CHECK(seq(admin) == before);

    const auto done = send_table(admin, "/api/v1/calendar/import?reason=L%C5%A9", flood);
    REQUIRE(done.status == 200);
    CHECK(done.json == told.json);
    const auto after = officer.get("/api/v1/dossiers/" + received.text("code"));
    CHECK(after["due_at"] == told["moved"].at(0).at("due_after"));
    CHECK(receive_with_days(officer)["due_at"] == after["due_at"]); // judged by the new calendar
    const auto year = admin.get("/api/v1/calendar?year=" + due.substr(0, 4));
    const auto& days = year["days"].as_array();
    REQUIRE_FALSE(days.empty());
    CHECK(days.back().at("name") == "Lũ");
    CHECK(year["hours"].at("sun").as_array().empty());

    const auto whole = send_table(admin, "/api/v1/calendar/preview?replace=true", flood);
    CHECK(whole["removed"].as_array().size() > 10);
    CHECK(ward.ward().is_sound());
}

TEST_CASE("a calendar changed while dossiers are received leaves none with an old due date",
          "[system][administration]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    auto officer = ward.as("officer");
    const std::string due = receive_with_days(officer).text("due_at");
    const std::string flood = "date,kind,name\n" + due.substr(0, 10) + ",holiday,Lũ\n";
    std::atomic<bool> closed{false};
    std::thread receiving([&] {
        auto second = ward.server().log_in("officer", usual_password);
        while (!closed) (void)receive_with_days(second);
    });
    CHECK(send_table(admin, "/api/v1/calendar/import", flood).status == 200);
    closed = true;
    receiving.join();
    CHECK(receive_with_days(officer).status == 201); // behind whatever waited for the writer
    const auto preview = send_table(admin, "/api/v1/calendar/preview", flood);
    CHECK(preview["moved"].as_array().empty());
    const std::string open = "/api/v1/dossiers?status=open&limit=1";
    CHECK(officer.get(open)["items"].at(0).at("due_at").as_string().find(due.substr(0, 10)) != 0);
    CHECK(ward.ward().is_sound());
}

TEST_CASE("a device tells how its parts fare, within bounds", "[system][administration]") {
    ServedWard ward;
    auto kiosk = ward.as("kiosk");
    auto admin = ward.as("admin");
    const auto tell = [&](json::value body) {
        return kiosk.request("PUT", "/api/v1/devices/me/state", json::serialize(body),
                             {{"Content-Type", "application/json"}});
    };
    const json::object part{{"part", "printer"}, {"name", "epson"}, {"state", "ok"}};
    CHECK(tell({{"version", "1.0"}, {"parts", json::array{part}}}).status == 200);
    const auto listed = admin.get("/api/v1/devices");
    const auto& device = listed["items"].at(0);
    CHECK(device.at("online") == true);
    CHECK(device.at("version") == "1.0");
    CHECK(device.at("parts").at(0).at("state") == "ok");
    CHECK(device.at("seen_at").is_string());

    CHECK(tell({{"parts", json::array(16, part)}}).status == 200);
    CHECK(tell({{"parts", json::array(17, part)}}).status == 422);
    json::object wordy = part;
    wordy["text"] = std::string(201, 'x');
    CHECK(tell({{"parts", json::array{wordy}}}).status == 422);
    CHECK(tell({{"parts", json::array{{{"part", "toaster"}, {"state", "ok"}}}}}).status == 422);
    CHECK(admin.get("/api/v1/devices")["items"].at(0).at("parts").as_array().size() == 16);
}

TEST_CASE("an administrator changes people, but not his own role", "[system][administration]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    auto officer = ward.as("officer");
    const auto change = [&](const std::string& login, json::object body) {
        return admin.request("PATCH", "/api/v1/users/" + login, json::serialize(body),
                             {{"Content-Type", "application/json"}});
    };
    CHECK(change("admin", {{"role", "officer"}}).status == 409);
    CHECK(admin.post("/api/v1/users/admin/disable").status == 409);
    CHECK(change("nobody", {{"name", "A"}}).status == 404);
    CHECK(change("officer", {{"role", "mayor"}}).status == 422);
    REQUIRE(change("officer", {{"name", "Lan"}, {"role", "chairman"}}).status == 200);
    CHECK(officer.get("/api/v1/session").text("role") == "chairman"); // at once
    CHECK(admin.post("/api/v1/users/officer/disable").status == 200);
    CHECK(admin.post("/api/v1/users/officer/enable").status == 200);
    CHECK(ward.server().log_in("officer", usual_password).get("/api/v1/session").status == 200);
    CHECK(ward.ward().is_sound());
}

TEST_CASE("the journal tells who did what, the latest first and without a gap",
          "[system][administration]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    auto officer = ward.as("officer");
    const std::string code = receive(officer);
    const auto found = admin.get("/api/v1/journal?who=officer&act=receive");
    REQUIRE(found["items"].as_array().size() == 1);
    CHECK(text_of(found["items"].at(0).at("subject")) == code);
    CHECK(found["next_before"].is_null());
    std::int64_t expected = admin.get("/api/v1/journal").number("seq");
    for (std::string before; expected > 0;) {
        const auto page = admin.get("/api/v1/journal?limit=3" + before);
        for (const auto& item : page["items"].as_array())
            CHECK(item.at("seq").as_int64() == expected--);
        if (page["next_before"].is_null()) break;
        before = "&before=" + std::to_string(page.number("next_before"));
    }
    CHECK(expected == 0);
    CHECK(admin.get("/api/v1/journal?since=1000000")["items"].as_array().empty());
    CHECK_THAT(found.http.body, !Contains("Nguyễn Văn An")); // no payload, no citizen
}
