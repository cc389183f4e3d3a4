// The loaded calendar ends: whatever is due behind its end is said to be not sure, everywhere,
// until the year is imported.

#include "tests/support/served_ward.hpp"

#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>

#include <algorithm>
#include <memory>

namespace json = boost::json;
using Catch::Matchers::Contains;

namespace {

/// The demonstration, whose calendar ends with 2026, on a day that a test names.
class HorizonRoom {
public:
    explicit HorizonRoom(const std::string& moment) {
        const auto made = ward::motcua_core(
            {"init", "--db", db(), "--office", ward::demo_file("office.toml").string(),
             "--calendar", ward::demo_file("calendar.csv").string(), "--catalogue",
             ward::demo_file("procedures.csv").string(), "--practice"});
        REQUIRE(made.status == 0);
        server_ = std::make_unique<RunningServer>(db(), ServerStart{{"--practice", moment}, {}});
        admin_token_ = server_->log_in("admin", server_->admin_password()).token();
        Api by(server_->port(), admin_token_);
        for (const char* role : {"officer", "chairman"}) {
            REQUIRE(by.post("/api/v1/users",
                            {{"login", role}, {"role", role}, {"password", usual_password}})
                        .status == 201);
        }
    }

    Api admin() { return Api(server_->port(), admin_token_); }

    Api as(const char* user) { return server_->log_in(user, usual_password); }

    Api nobody() { return server_->nobody(); }

    std::string metric(const std::string& name) {
        const std::string text = nobody().get("/metrics").http.body;
        const std::size_t at = text.find("\n" + name + " ");
        if (at == std::string::npos) return "missing";
        const std::size_t from = at + name.size() + 2;
        return text.substr(from, text.find('\n', from) - from);
    }

    std::string db() const { return (folder_ / "practice.db").string(); }

private:
    TemporaryDirectory folder_;
    std::unique_ptr<RunningServer> server_;
    std::string admin_token_;
};

/// Three working days.
ApiReply receive_for_days(Api& officer) {
    json::object body = intake();
    body["procedure"] = "1.004873";
    return officer.post("/api/v1/dossiers", body);
}

const json::array only_2027 = {2027};

std::string characters_of(const json::value& value) {
    return {value.as_string().data(), value.as_string().size()};
}

ApiReply send_calendar(Api& api, const std::string& path, const json::value& csv) {
    return api.request("POST", path, characters_of(csv), {{"Content-Type", "text/csv"}});
}

} // namespace

TEST_CASE("a date behind the end of the calendar is unsure wherever it is told",
          "[system][calendar_horizon]") {
    HorizonRoom room("2026-12-30T08:00");
    auto officer = room.as("officer");
    const auto begun = receive_for_days(officer);
    REQUIRE(begun.status == 201);
    CHECK(begun.text("due_at") == "2027-01-04T17:00:00+07:00");
    const std::string code = begun.text("code");

    CHECK(begun["due_unsure"] == true);
    CHECK(begun["due_unsure_years"] == only_2027);
    CHECK_THAT(begun.text("due_unsure_text"), Contains("2027"));
    const auto dossier = officer.get("/api/v1/dossiers/" + code);
    CHECK(dossier["due_unsure"] == true);
    CHECK(officer.get("/api/v1/dossiers/" + code + "/deadline")["due_unsure"] == true);
    CHECK(officer.get("/api/v1/procedures/1.004873/due")["due_unsure_years"] == only_2027);
    const auto list = officer.get("/api/v1/dossiers?status=open");
    CHECK(list["items"].at(0).at("due_unsure") == true);
    const auto told = room.nobody().get("/api/v1/track/" + code);
    CHECK(told["due_unsure"] == true);
    CHECK(told["appointment_unsure"] == true);
    CHECK_THAT(told.text("due_unsure_text"), Contains("2027"));
    const std::string papers = "/api/v1/dossiers/" + code + "/papers/";
    CHECK_THAT(officer.get(papers + "receipt.json").text("due_unsure"), Contains("2027"));
    REQUIRE(officer.post("/api/v1/dossiers/" + code + "/forward", {{"version", 1}}).status == 200);
    CHECK_THAT(officer.get(papers + "control-slip.json").text("due_unsure"), Contains("2027"));
    const std::string joint = "/api/v1/papers/";
    CHECK_THAT(officer.get(joint + "batch-receipt.json?codes=" + code).text("due_unsure"),
               Contains("2027"));
    const auto rows =
        officer.get(joint + "register.json?from=2026-12-30&to=2026-12-30")["rows"].as_array();
    REQUIRE(rows.size() == 1);
    CHECK_THAT(characters_of(rows[0].at("note")), Contains("; "));
    for (const char* paper : {"control-slip.pdf", "receipt.pdf"})
        CHECK(officer.get(papers + paper).status == 200);
    for (const char* paper : {"register.pdf?from=2026-12-30&to=2026-12-30"})
        CHECK(officer.get(joint + paper).status == 200);

    // A new appointment is the office's own word, and as unsure in a year without its days off: the
    // officer was told so, and who holds the paper is.
    REQUIRE(officer
                .post("/api/v1/dossiers/" + code + "/reappoint",
                      {{"version", 2},
                       {"reason", "Chờ xác minh"},
                       {"new_appointment", "2027-01-20T17:00:00+07:00"}})
                .status == 200);
    CHECK(officer.get("/api/v1/dossiers/" + code)["due_unsure"] == true);
    for (const char* paper : {"receipt.json", "apology.json"})
        CHECK(officer.get(papers + paper).json.as_object().contains("due_unsure"));
    CHECK(officer.get(papers + "apology.pdf").status == 200);
    const auto told_again = room.nobody().get("/api/v1/track/" + code);
    CHECK(told_again["appointment_unsure"] == true);
    CHECK_FALSE(told_again["due_unsure_text"].is_null());
}

TEST_CASE("an apology says of its own date whether it is unsure, whatever was told since",
          "[system][calendar_horizon]") {
    HorizonRoom room("2026-12-29T08:00");
    auto officer = room.as("officer");
    const auto received = officer.post(
        "/api/v1/dossiers", {{"procedure", "2.000815"}, {"applicant", {{"name", "Đỗ Thị Mẫu"}}}});
    REQUIRE(received.status == 201);
    REQUIRE(received["due_unsure"] == false);
    const std::string path = "/api/v1/dossiers/" + received.text("code");
    json::object reappoint{{"version", 1}, {"reason", "Chờ xác minh"}};
    reappoint["new_appointment"] = "2027-01-20T16:00:00+07:00";
    REQUIRE(officer.post(path + "/reappoint", reappoint).status == 200);
    REQUIRE(officer.post(path + "/request-supplement", {{"version", 2}, {"reason", "Thiếu giấy"}})
                .status == 200);
    REQUIRE(officer.post(path + "/resume", {{"version", 3}}).status == 200);
    const auto has_doubt = [&](const char* paper) {
        return officer.get(path + "/papers/" + paper).json.as_object().contains("due_unsure");
    };
    CHECK(has_doubt("apology.json"));
    CHECK_FALSE(has_doubt("receipt.json"));
}

TEST_CASE("whoever looks after the office is told of the missing year",
          "[system][calendar_horizon]") {
    HorizonRoom room("2026-12-30T08:00");
    auto officer = room.as("officer");
    REQUIRE(receive_for_days(officer).status == 201);
    REQUIRE(receive(officer).size() > 1); // due on its day: sure

    const auto health = room.nobody().get("/healthz");
    CHECK(health.status == 200);
    CHECK(health["status"] == "ok");
    REQUIRE(health["conditions"].as_array().size() == 1);
    CHECK(health["conditions"].at(0).at("code") == "calendar-not-loaded");
    CHECK(health["conditions"].at(0).at("years") == only_2027);
    CHECK(room.metric("motcua_calendar_years_not_loaded") == "1");
    CHECK(room.metric("motcua_dossiers_due_unsure") == "1");
    const auto today = room.as("chairman").get("/api/v1/today");
    CHECK(today["calendar"].at("years_not_loaded") == only_2027);
    CHECK_THAT(characters_of(today["calendar"].at("text")), Contains("2027"));
    CHECK(today["calendar"].at("due_unsure") == 1);
    auto admin = room.admin();
    CHECK(admin.get("/api/v1/calendar")["loaded"] == true);
    const auto calendar = admin.get("/api/v1/calendar?year=2027");
    CHECK(calendar["loaded"] == false);
    CHECK(calendar["years_not_loaded"] == only_2027);
    CHECK_THAT(calendar.text("years_not_loaded_text"), Contains("2027"));
}

TEST_CASE("a loaded year asks for nothing before November", "[system][calendar_horizon]") {
    HorizonRoom room("2026-08-03T08:00");
    auto officer = room.as("officer");
    CHECK(receive_for_days(officer)["due_unsure"] == false);
    CHECK(room.nobody().get("/healthz")["conditions"].as_array().empty());
    CHECK(room.metric("motcua_calendar_years_not_loaded") == "0");
    CHECK(room.metric("motcua_dossiers_due_unsure") == "0");
    CHECK(room.as("chairman").get("/api/v1/today")["calendar"].at("text").is_null());
    CHECK(room.admin().get("/api/v1/calendar")["years_not_loaded_text"].is_null());
}

TEST_CASE("a proposed year is looked at, imported, and makes the dates sure",
          "[system][calendar_horizon]") {
    HorizonRoom room("2026-12-30T08:00");
    auto officer = room.as("officer");
    auto admin = room.admin();
    const std::string code = receive_for_days(officer).text("code");
    CHECK(officer.get("/api/v1/calendar/proposal?year=2027").status == 403);
    const auto proposal = admin.get("/api/v1/calendar/proposal?year=2027");
    REQUIRE(proposal.status == 200);
    CHECK(proposal["days"].as_array().size() == 15);
    CHECK(proposal["new_year_eve"] == "one_day");
    CHECK(proposal["national_day_side"] == "after");
    CHECK(officer.get("/api/v1/dossiers/" + code)["due_unsure"] == true); // proposed, not taken

    const auto seen = send_calendar(admin, "/api/v1/calendar/preview", proposal["csv"]);
    REQUIRE(seen.status == 200);
    CHECK(seen["added"] == proposal["days"]);
    CHECK(seen["moved"].at(0).at("due_after") == "2027-01-05T17:00:00+07:00");
    REQUIRE(send_calendar(admin, "/api/v1/calendar/import", proposal["csv"]).status == 200);
    CHECK(admin.get("/api/v1/journal?act=calendar-changed")["items"].as_array().size() ==
          2); // with the office's founding
    const auto moved = officer.get("/api/v1/dossiers/" + code);
    CHECK(moved["due_at"] == "2027-01-05T17:00:00+07:00");
    CHECK(moved["due_unsure"] == false);
    CHECK(moved["due_unsure_years"].as_array().empty());
    CHECK(moved["due_unsure_text"].is_null());
    CHECK(room.nobody().get("/healthz")["conditions"].as_array().empty());
    CHECK(room.metric("motcua_dossiers_due_unsure") == "0");

    const auto other = admin.get(
        "/api/v1/calendar/proposal?year=2027&new_year_eve=two_days&national_day_side=before");
    CHECK_THAT(characters_of(other["csv"]), Contains("2027-02-04,") && Contains("2027-09-01,"));
    CHECK(admin.get("/api/v1/calendar/proposal?year=2050").status == 422);
    CHECK(admin.get("/api/v1/calendar/proposal?year=2027&national_day_side=x").status == 422);
    CHECK(admin.get("/api/v1/calendar/proposal").status == 422);
}

TEST_CASE("the command line tells of an unsure date and proposes a year",
          "[system][calendar_horizon]") {
    const ward::Ward ward;
    const auto due = [&](const std::string& received) {
        return ward::Arguments{"due", "--procedure", "1.004873", "--received", received};
    };
    CHECK_THAT(ward.done(due("2026-12-29T08:00")),
               Contains("Due: 17:00 01/01/2027") && Contains("not sure") && Contains("2027"));
    CHECK_THAT(ward.done(due("2026-12-28T08:00")), !Contains("not sure"));
    CHECK(ward.done_json(due("2026-12-29T08:00")).at("due_unsure_years") == only_2027);

    ward::write_file(ward / "register.csv",
                     ward::register_header +
                         ward::register_row({{"code", "H55-1"},
                                             {"procedure_code", "1.004873"},
                                             {"received_at", "2026-12-29T08:00"},
                                             {"resolved_at", ""},
                                             {"result", ""},
                                             {"returned_at", ""},
                                             {"return_channel", ""}}));
    ward.import_register(ward / "register.csv");
    CHECK_THAT(ward.done({"find", "dossiers", "H55-1"}), Contains("01/01/2027 (not sure)"));
    CHECK(ward.done_json({"find", "dossiers", "H55-1"}).at(0).at("due_unsure") == true);

    const std::string file = (ward / "2027.csv").string();
    const auto proposed = ward.run({"calendar", "propose", "2027", "-o", file});
    CHECK(proposed.status == 0);
    CHECK_THAT(proposed.errors, Contains("2027") && Contains("Labour Code"));
    CHECK_THAT(ward::read_file(file), Contains("2027-02-06,holiday,Tết Nguyên đán\n"));
    (void)ward.done({"import", "calendar", file});
    const auto sure = ward.done_json(due("2026-12-29T08:00"));
    CHECK(sure.at("due_at") == "2027-01-04T17:00:00+07:00");
    CHECK(sure.at("due_unsure") == false);
    CHECK(sure.at("due_unsure_text").is_null());
    CHECK_THAT(ward.refused({"calendar", "propose", "2036"}), Contains("2036") && Contains("2035"));
    const auto weekless = ward::motcua_core({"calendar", "propose", "2027", "--format", "json"});
    CHECK(weekless.status == 0);
    CHECK(ward.is_sound());
}
