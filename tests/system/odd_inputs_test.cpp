// Odd inputs of acts, routes and command lines: understood, or refused with what is wrong.

#include "core/net/escaping.hpp"
#include "tests/support/asked.hpp"
#include "tests/support/served_ward.hpp"

#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>

#include <cctype>
#include <string>

using Catch::Matchers::Contains;
using net::escape_component;
namespace json = boost::json;

namespace {

/// The field that the answer to an act, which was done, tells of; empty for none.
std::string noticed(const ApiReply& reply) {
    INFO(reply.http.body);
    REQUIRE(reply.status == 200);
    const json::value* notices = reply.json.as_object().if_contains("notices");
    return notices ? std::string(notices->at(0).at("field").as_string()) : "";
}

} // namespace

TEST_CASE("a dossier is forwarded to somebody who is there, or it is told",
          "[system][odd_inputs]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    auto admin = ward.as("admin");
    (void)ward.as("specialist");
    const std::string code = receive(officer);
    const auto to_nobody =
        asked::act(officer, code, "forward", {{"version", 1}, {"assignee", "nobody"}});
    CHECK(noticed(to_nobody) == "assignee");
    auto forwarded =
        asked::act(officer, code, "forward", {{"version", 2}, {"assignee", " SPECIALIST "}});
    REQUIRE(forwarded.status == 200);
    CHECK(noticed(forwarded).empty());
    CHECK(forwarded.text("assignee") == "specialist");
    for (const char* name : {"specialist", "Specialist", "SPECIALIST "}) {
        INFO(name);
        const std::string filter = escape_component(name);
        CHECK(asked::items(officer.get("/api/v1/dossiers?assignee=" + filter)) == 1);
        CHECK(asked::items(officer.get("/api/v1/dossiers?person=" + filter)) == 1);
    }
    for (const char* field : {"assignee", "officer", "person"}) {
        const std::string path = "/api/v1/dossiers?" + std::string(field) + "=";
        CHECK(asked::items(officer.get(path + "somebody")) == 0);
        CHECK(asked::items(officer.get(path + "admin")) == 0);
    }
    CHECK(asked::items(admin.get("/api/v1/journal?who=OFFICER&act=forward")) == 2);
    REQUIRE(admin.post("/api/v1/users/specialist/disable").status == 200);
    CHECK(noticed(asked::act(officer, code, "forward",
                             {{"version", 3}, {"assignee", "specialist"}})) == "assignee");
    CHECK(noticed(asked::act(officer, code, "forward", {{"version", 4}})).empty()); // nobody yet
}

TEST_CASE("an officer of an imported register is a filter too", "[system][odd_inputs]") {
    ServedWard ward;
    ward::write_file(ward.ward() / "register.csv",
                     ward::register_header + ward::register_row({{"officer", "chị Hoa"}}));
    (void)ward.as("officer");
    ward.import_register(ward.ward() / "register.csv");
    auto officer = ward.as("officer");
    CHECK(asked::items(officer.get("/api/v1/dossiers?officer=" + escape_component("chị Hoa"))) ==
          1);
    CHECK(asked::items(officer.get("/api/v1/dossiers?status=suspended&officer=" +
                                   escape_component("chị Hoa"))) == 0);
}

TEST_CASE("a new appointment lies ahead, and it is told where nobody is there",
          "[system][odd_inputs]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string code = receive(officer);
    const auto reappoint = [&](const std::string& when, int version) {
        return asked::act(
            officer, code, "reappoint",
            {{"version", version}, {"reason", "chờ xác minh"}, {"new_appointment", when}});
    };
    const auto past = reappoint("2023-01-03T09:00:00+07:00", 1);
    CHECK(asked::refused_field(past) == "new_appointment");
    CHECK_THAT(json::serialize(past["errors"]), Contains("đã qua"));
    const auto unsure = reappoint("2040-01-05T09:00:00+07:00", 1);
    CHECK(noticed(unsure) == "new_appointment");
    CHECK_THAT(json::serialize(unsure["notices"]), Contains("appointment-unsure"));
    REQUIRE(ward.as("admin")
                .request("POST", "/api/v1/calendar/import",
                         "date,kind,name\n2040-01-01,holiday,Tết Dương lịch\n",
                         {{"Content-Type", "text/csv"}})
                .status == 200);
    const auto sunday = reappoint("2040-01-08T09:00:00+07:00", 2);
    CHECK(noticed(sunday) == "new_appointment");
    CHECK_THAT(json::serialize(sunday["notices"]), Contains("07:30 09/01/2040"));
    CHECK(noticed(reappoint("2040-01-04T23:00:00+07:00", 3)) == "new_appointment");
    CHECK(noticed(reappoint("2040-01-04T17:00:00+07:00", 4)).empty());
    // What the state does not allow is said first.
    REQUIRE(asked::act(officer, code, "resolve", {{"version", 5}}).status == 200);
    CHECK(asked::act(
              officer, code, "reappoint",
              {{"version", 6}, {"reason", "x"}, {"new_appointment", "2023-01-03T09:00:00+07:00"}})
              .status == 409);
}

TEST_CASE("a login is the same in any spelling", "[system][odd_inputs]") {
    ServedWard ward;
    auto nobody = ward.as("nobody");
    auto admin = ward.as("admin");
    (void)ward.as("officer");
    for (const char* login : {"officer", "OFFICER", " Officer ", "ｏｆｆｉｃｅｒ"}) {
        INFO(login);
        const auto session =
            nobody.post("/api/v1/session", {{"user", login}, {"password", usual_password}});
        CHECK(session.status == 200);
        CHECK(session.text("login") == "officer");
    }
    CHECK(admin.post("/api/v1/users/OFFICER/disable").text("login") == "officer");
    CHECK(nobody.post("/api/v1/session", {{"user", "officer"}, {"password", usual_password}})
              .status == 401);
    CHECK(admin.post("/api/v1/users/%20Officer/enable").text("login") == "officer");
    CHECK(admin
              .request("PATCH", "/api/v1/users/ADMIN", R"({"role":"officer"})",
                       {{"Content-Type", "application/json"}})
              .status == 409); // still his own role
    CHECK(admin.post("/api/v1/users", {{"login", "CC01"}, {"role", "officer"}}).text("login") ==
          "cc01");
    for (const char* login : {"cán bộ", "a b", "012345678901234567890123456789012"}) {
        INFO(login);
        CHECK(asked::refused_field(
                  admin.post("/api/v1/users", {{"login", login}, {"role", "officer"}})) == "login");
    }
    (void)ward.server().stop();
    CHECK(ward.ward().done_json({"user", "disable", "OFFICER"}).at("login") == "officer");
}

TEST_CASE("a machine's code is typed off a screen, in any spelling", "[system][odd_inputs]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    auto nobody = ward.as("nobody");
    std::string code = admin.post("/api/v1/devices", {{"kind", "kiosk"}}).text("code");
    for (char& c : code) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    CHECK(nobody.post("/api/v1/devices/redeem", {{"code", " " + code}}).status == 201);
}

TEST_CASE("each spelling of a login counts for the wait of its failures", "[system][odd_inputs]") {
    ServedWard ward;
    auto nobody = ward.as("nobody");
    int waits = 0;
    for (const char* login : {"admin", "ADMIN", "Admin", " aDmin", "ａdmin", "admiN "}) {
        const auto reply = nobody.post("/api/v1/session", {{"user", login}, {"password", "x"}});
        waits += reply.status == 429 ? 1 : 0;
    }
    CHECK(waits > 0);
}

TEST_CASE("the end of a code is understood where one may read, and said where not",
          "[system][odd_inputs]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    auto nobody = ward.as("nobody");
    auto kiosk = ward.as("kiosk");
    const std::string code = receive(officer);
    const std::string day_and_number = code.substr(code.find('-') + 1);
    const std::string number = day_and_number.substr(day_and_number.find('-') + 1);
    for (const std::string& tail : {day_and_number, number}) {
        INFO(tail);
        const std::string path = "/api/v1/dossiers/" + tail;
        CHECK(officer.get(path).text("code") == code);
        CHECK(officer.get(path + "/history").text("code") == code);
        CHECK(officer.get(path + "/deadline").status == 200);
        CHECK(officer.get(path + "/papers/receipt.json").status == 200);
        CHECK(nobody.get("/api/v1/track/" + tail).status == 404);
        const auto resolved = officer.post(path + "/resolve", {{"version", 1}});
        CHECK(resolved.status == 404);
        CHECK_THAT(resolved.text("detail"), Contains("đầy đủ"));
        CHECK(kiosk.post("/api/v1/tickets", {{"service", "A"}, {"dossier", tail}}).status == 404);
    }
    CHECK(
        officer.post("/api/v1/tickets", {{"service", "A"}, {"dossier", number}}).text("dossier") ==
        code);
    // What was asked for by its end is not kept: an act concerns the whole code.
    REQUIRE(asked::act(officer, code, "resolve", {{"version", 1}}).status == 200);
    CHECK(officer.get("/api/v1/dossiers/" + number).text("state") == "resolved");
    ward::write_file(ward.ward() / "register.csv",
                     ward::register_header +
                         ward::register_row({{"code", "H29.163-230103-" + number}}));
    (void)ward.server().stop();
    CHECK_THAT(ward.ward().done({"history", number}), Contains("resolve"));
    ward.ward().import_register(ward.ward() / "register.csv");
    CHECK_THAT(ward.ward().refused({"history", number}), Contains("2 dossiers"));
    ward.restart();
    auto again = ward.as("officer");
    const auto several = again.get("/api/v1/dossiers/" + number);
    CHECK(several.status == 409);
    CHECK_THAT(several.text("detail"), Contains("2"));
    CHECK(again.get("/api/v1/dossiers/" + day_and_number).text("code") == code);
}

TEST_CASE("dates are read as people write them, on command lines and in addresses",
          "[system][odd_inputs]") {
    ServedWard ward;
    auto chairman = ward.as("chairman");
    auto officer = ward.as("officer");
    for (const char* to : {"%202026-07-31%20", "31/07/2026", "2026/07/31"}) {
        INFO(to);
        CHECK(chairman.get("/api/v1/reports/period?from=01/07/2026&to=" + std::string(to))
                  .text("to") == "2026-07-31");
    }
    CHECK(officer.get("/api/v1/procedures/2.000930/due?received=30/11/2026%2009:00").status == 200);
    const auto hour = officer.get("/api/v1/procedures/2.000930/due?received=30/11/2026");
    CHECK(asked::refused_field(hour) == "received");
    CHECK_THAT(json::serialize(hour["errors"]), Contains("thiếu giờ"));
    (void)ward.server().stop();
    const auto report =
        ward.ward().done_json({"report", "--from", " 2026-07-01", "--to", " 2026-07-31 "});
    CHECK(report.at("to") == "2026-07-31");
    const ward::Arguments due = {"due", "--procedure", "2.000930", "--received"};
    const auto due_of = [&](const std::string& received) {
        ward::Arguments all = due;
        all.push_back(received);
        return ward.ward().done_json(all).at("due_at");
    };
    const json::value right = due_of("2026-11-30T09:00:00+07:00");
    for (const char* received : {" 2026-11-30T09:00 ", "30/11/2026 9:00", "2026/11/30 09:00"}) {
        INFO(received);
        CHECK(due_of(received) == right);
    }
    ward::Arguments dateless = due;
    dateless.emplace_back("2026-11-30");
    CHECK_THAT(ward.ward().misused(dateless), Contains("time of day"));
}

TEST_CASE("a member that stands twice is refused by its path", "[system][odd_inputs]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string body = R"({"procedure":"2.000815","applicant":{"name":"An","name":"Ba"}})";
    const auto refused =
        officer.request("POST", "/api/v1/dossiers", body, {{"Content-Type", "application/json"}});
    CHECK(asked::refused_field(refused) == "applicant.name");
}

TEST_CASE("an e-mail address that none can be reached by is refused", "[system][odd_inputs]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    for (const char* email : {"x", "an@", "an@@example.vn", "van an@example.vn"}) {
        INFO(email);
        CHECK(asked::refused_field(officer.post(
                  "/api/v1/dossiers", asked::intake_with("email", email))) == "applicant.email");
    }
    const auto received =
        officer.post("/api/v1/dossiers", asked::intake_with("email", " an@example.vn "));
    REQUIRE(received.status == 201);
    const std::string path = "/api/v1/dossiers/" + received.text("code");
    CHECK(officer.get(path)["applicant"].at("email") == "an@example.vn");
    const auto corrected = officer.post(
        path + "/correct",
        {{"version", 1}, {"reason", "ghi nhầm"}, {"applicant", {{"email", "an example.vn"}}}});
    CHECK_THAT(asked::refused_field(corrected), Contains("email"));
}

TEST_CASE("a hand-over whose answer is due already is done, and that is told",
          "[system][odd_inputs]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string code = receive(officer);
    const auto past =
        asked::act(officer, code, "hand-over",
                   {{"version", 1}, {"agency", "Công an"}, {"answer_due", "03/01/2020 9:00"}});
    CHECK(noticed(past) == "answer_due");
    CHECK_THAT(past.http.body, Contains("answer-due-past"));
}

TEST_CASE("members that an act has no use for are named", "[system][odd_inputs]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string code = receive(officer);
    const auto forwarded = asked::act(officer, code, "forward",
                                      {{"version", 1},
                                       {"answer_due", "2030-01-03T09:00"},
                                       {"agency", "Công an"},
                                       {"items", json::array{"giấy"}},
                                       {"new_appointment", "2030-01-03T09:00"}});
    REQUIRE(forwarded.status == 200);
    CHECK(forwarded.json.at("ignored") ==
          json::array{"answer_due", "agency", "items", "new_appointment"});
    // What is read wrong there is complained of all the same.
    CHECK(asked::act(officer, code, "forward", {{"version", 2}, {"answer_due", "mai"}}).status ==
          422);
    const auto handed =
        asked::act(officer, code, "hand-over",
                   {{"version", 2}, {"agency", "Công an"}, {"answer_due", "2030-01-03T09:00"}});
    CHECK_FALSE(handed.json.as_object().contains("ignored"));
}

TEST_CASE("names of machines and of files are judged for damage as other names are",
          "[system][odd_inputs]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    auto officer = ward.as("officer");
    const auto device = admin.post("/api/v1/devices",
                                   {{"kind", "kiosk"}, {"name", "Qu\u00C7y s\u00E8 1, s\u00B6nh"}});
    REQUIRE(device.status == 422);
    CHECK(device.json.at("errors").at(0).at("field") == "name");
    const std::string path = "/api/v1/dossiers/" + receive(officer) + "/attachments/";
    const auto put = [&](const std::string& name) {
        return officer.request("PUT", path + escape_component(name), "%PDF-1.4",
                               {{"Content-Type", "application/pdf"}});
    };
    const auto damaged = put("Nguy\u00E1\u00BB\u2026n V\u00C4\u0192n Th\u00E1\u00BB\u00AD.pdf");
    CHECK(damaged.status == 422);
    CHECK_THAT(damaged.http.body, Contains("Nguyễn Văn Thử.pdf"));
    CHECK(put("T_ khai_1%20(2).pdf").status == 201);
    CHECK(put("Giấy khai sinh.pdf").status == 201);
}

TEST_CASE("words of a body are known in any letter case", "[system][odd_inputs]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    json::object asked = intake();
    asked["channel"] = "In person";
    const auto received = officer.post("/api/v1/dossiers", asked);
    REQUIRE(received.status == 201);
    CHECK(officer.get("/api/v1/dossiers/" + received.text("code")).text("channel") == "in_person");
}

TEST_CASE("texts are measured in letters, and a paper may have a title as long as law's",
          "[system][odd_inputs]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const auto titled = [](std::size_t words) {
        std::string title;
        for (std::size_t i = 0; i < words; ++i) title += i == 0 ? "giấy" : " giấy";
        return title;
    };
    const auto received = [&](const json::value& paper) {
        json::object body = intake();
        body["documents"] = json::array{paper};
        return officer.post("/api/v1/dossiers", std::move(body));
    };
    const std::string longest = titled(400); // 1,999 letters in 2,799 bytes
    CHECK(received(json::string(longest)).status == 201);
    CHECK(received({{"name", longest}}).status == 201);
    for (const json::value& beyond :
         {json::value(json::string(titled(401))), json::value{{"name", titled(401)}}}) {
        const auto refused = received(beyond);
        CHECK(refused.status == 422);
        CHECK_THAT(refused.http.body,
                   Contains("documents[0]") && (Contains("letters") || Contains("chữ")));
    }
    // By its name alone it is judged as with its numbers.
    CHECK_THAT(received(json::string("Th? M?u ??n")).http.body, Contains("\"damage\""));
    CHECK(received(json::string("Tờ khai\u000Btheo mẫu")).status == 201);
}
