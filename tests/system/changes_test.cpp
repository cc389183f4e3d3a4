// Changes over HTTP: once for a key, refused when stale, kept over a crash.

#include "tests/support/served_ward.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <set>
#include <thread>

namespace json = boost::json;
using Catch::Matchers::Contains;

namespace {

std::string code_of(const ApiReply& reply) { return reply.text("code"); }

/// The fields that an answer complains of.
std::set<std::string> bad_fields(const ApiReply& reply) {
    std::set<std::string> fields;
    for (const auto& error : reply["errors"].as_array())
        fields.emplace(error.at("field").as_string());
    return fields;
}

} // namespace

TEST_CASE("the same key gives the same answer once more and changes nothing, also after a crash",
          "[system][changes]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const auto first = officer.post("/api/v1/dossiers", intake(), "key-1");
    REQUIRE(first.status == 201);
    CHECK(officer.post("/api/v1/dossiers", intake(), "key-1").http.body == first.http.body);
    ward.crash_and_restart();
    auto again = ward.as("officer");
    const auto replayed = again.post("/api/v1/dossiers", intake(), "key-1");
    CHECK(replayed.status == 201);
    CHECK(replayed.http.body == first.http.body);
    CHECK(replayed.http.header("idempotency-replayed") == "true");
    CHECK(again.get("/api/v1/dossiers")["items"].as_array().size() == 1);
    CHECK(again.post("/api/v1/dossiers", intake("Trần Thị Bình"), "key-1").status == 422);
    CHECK(code_of(again.post("/api/v1/dossiers", intake(), "key-2")) != code_of(first));
    CHECK(ward.ward().is_sound());
}

TEST_CASE("a refusal is given once more for its key, whatever changed meanwhile",
          "[system][changes]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const auto refused = officer.post("/api/v1/counters/2/call", json::object(), "key-1");
    CHECK(refused.status == 409);
    REQUIRE(officer.post("/api/v1/tickets", {{"service", "B"}}).status == 201);
    // Kept by a command of its own, which is before this one in the writer's queue.
    CHECK(officer.post("/api/v1/counters/2/call", json::object(), "key-1").http.body ==
          refused.http.body);
    CHECK(officer.post("/api/v1/counters/2/call", json::object(), "key-2").status == 200);
}

TEST_CASE("a key sent twice at the same time makes one dossier", "[system][changes]") {
    ServedWard ward;
    const std::string token = ward.token_of("officer");
    std::vector<std::string> codes(8);
    std::vector<std::thread> senders;
    for (std::string& code : codes) {
        senders.emplace_back([&] {
            Api api(ward.server().port(), token);
            code = code_of(api.post("/api/v1/dossiers", intake(), "the key"));
        });
    }
    for (auto& sender : senders) sender.join();
    CHECK(std::set<std::string>(codes.begin(), codes.end()).size() == 1);
}

TEST_CASE("who changed a dossier sees it as it is now, also while others ask for it",
          "[system][changes]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string token = ward.token_of("officer");
    const std::string path = "/api/v1/dossiers/" + receive(officer);
    std::atomic<bool> changing = true;
    std::atomic<bool> went_back = false;
    std::thread reader([&] {
        Api api(ward.server().port(), token);
        std::int64_t last = 0;
        while (changing) {
            const std::int64_t version = api.get(path)["version"].as_int64();
            went_back = went_back || version < last;
            last = version;
        }
    });
    for (int version = 1; version <= 40; ++version) {
        const std::string assignee = version % 2 == 0 ? "officer" : "specialist";
        const auto forwarded =
            officer.post(path + "/forward", {{"version", version}, {"assignee", assignee}});
        CHECK(forwarded.status == 200);
        const auto seen = officer.get(path);
        CHECK(seen["version"].as_int64() == version + 1);
        CHECK(seen.text("assignee") == assignee);
        CHECK(seen.http.header("etag") == "\"" + std::to_string(version + 1) + "\"");
    }
    changing = false;
    reader.join();
    CHECK_FALSE(went_back);
    CHECK(ward.ward().is_sound());
}

TEST_CASE("the answer to an act is the dossier as it is read then", "[system][changes]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    (void)ward.as("specialist"); // else the answer tells that nobody has that login
    const std::string path = "/api/v1/dossiers/" + receive(officer);
    const auto forwarded =
        officer.post(path + "/forward", {{"version", 1}, {"assignee", "specialist"}});
    REQUIRE(forwarded.status == 200);
    CHECK(forwarded.http.body == officer.get(path).http.body);
}

TEST_CASE("a length of a list that is no number is told, not passed over", "[system][changes]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    for (const char* query : {"limit=abc", "skip=-1", "limit=1.5"}) {
        for (const std::string list : {"dossiers", "procedures"}) {
            const auto refused = officer.get("/api/v1/" + list + "?" + query);
            CHECK(refused.status == 422);
            CHECK(bad_fields(refused).size() == 1);
        }
    }
    CHECK(officer.get("/api/v1/dossiers?limit=1000000").status == 200); // as many as there may be
}

TEST_CASE("a change based on a stale version is a conflict", "[system][changes]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string path = "/api/v1/dossiers/" + receive(officer);
    REQUIRE(officer.post(path + "/forward", {{"version", 1}, {"assignee", "specialist"}}).status ==
            200);
    const auto stale = officer.post(path + "/resolve", {{"version", 1}});
    CHECK(stale.status == 409);
    CHECK_THAT(stale.text("detail"), Contains("người khác"));
    CHECK(stale.http.header("content-type") == "application/problem+json");
    CHECK(bad_fields(officer.post(path + "/resolve", json::object())) ==
          std::set<std::string>{"version"});
    CHECK(officer.post(path + "/resolve", {{"version", 2}}).status == 200);
}

TEST_CASE("a refused body names every bad member", "[system][changes]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const auto reply = officer.post(
        "/api/v1/dossiers",
        {{"applicant", {{"name", " "}, {"phone", 5}}}, {"channel", "pigeon"}, {"fee_vnd", -1}});
    CHECK(reply.status == 422);
    CHECK(bad_fields(reply) == std::set<std::string>{"procedure", "applicant.name",
                                                     "applicant.phone", "channel", "fee_vnd"});
    CHECK(officer.request("POST", "/api/v1/dossiers", "{\"a\":", {}).status == 400);
    CHECK(officer.request("POST", "/api/v1/dossiers", "[1]", {}).status == 400);
    CHECK(officer.request("POST", "/api/v1/dossiers", std::string(2'000, '['), {}).status == 400);
    CHECK(officer.request("POST", "/api/v1/dossiers", "{\"a\":\"\xff\"}", {}).status == 400);
    CHECK(officer.request("POST", "/api/v1/dossiers", std::string(300'000, ' '), {}).status == 413);
}

TEST_CASE("a dossier lives its whole life over HTTP, and its history tells it",
          "[system][changes]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string path = "/api/v1/dossiers/" + receive(officer);
    std::int64_t version = 1;
    const auto act = [&](const std::string& name, json::object body) {
        body["version"] = version;
        const auto reply = officer.post(path + "/" + name, body);
        INFO(name << ": " << reply.http.body);
        REQUIRE(reply.status == 200);
        version = reply.number("version");
        return reply;
    };
    act("forward", {{"assignee", "specialist"}});
    CHECK(officer.post(path + "/request-supplement", {{"version", version}}).status == 422);
    act("request-supplement", {{"reason", "thiếu bản chính"}});
    CHECK(officer.post(path + "/resolve", {{"version", version}}).status == 409);
    act("resume", {});
    act("hand-over", {{"agency", "Công an"}, {"external_code", "CA-1"}});
    act("acknowledge", {});
    const auto answered = act("answer", {});
    CHECK(answered["hand_overs"].as_array()[0].at("external_code") == "CA-1");
    CHECK_FALSE(answered["hand_overs"].as_array()[0].at("answered_at").is_null());
    act("correct", {{"reason", "sai tên"}, {"applicant", {{"name", "Nguyễn Văn Ân"}}}});
    const auto paid = act("pay", {});
    CHECK(paid.number("paid_vnd") == paid.number("fee_vnd"));
    const auto resolved = act("resolve", {});
    CHECK(resolved.text("outcome") == "early");
    CHECK(resolved["applicant"].at("phone") == "0912345678"); // the correction left it alone
    act("return", {{"channel", "postal"}});

    const auto history = officer.get(path + "/history");
    std::vector<std::string> acts;
    for (const auto& event : history["items"].as_array())
        acts.emplace_back(event.at("act").as_string());
    CHECK(acts == std::vector<std::string>{"receive", "forward", "request-supplement", "resume",
                                           "hand-over", "acknowledge", "answer", "correct", "pay",
                                           "resolve", "return"});
    CHECK(history["items"].at(7).at("data").at("said_before").at("applicant").at("name") ==
          "Nguyễn Văn An");
    CHECK(ward.ward().is_sound());
}

TEST_CASE("a submission is received or refused, a refusal at the desk never counts",
          "[system][changes]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const auto submitted = officer.post("/api/v1/submissions", intake());
    REQUIRE(submitted.status == 201);
    CHECK(submitted.text("state") == "submitted");
    CHECK(submitted["due_at"].is_null());
    const auto received =
        officer.post("/api/v1/dossiers/" + code_of(submitted) + "/receive", {{"version", 1}});
    CHECK(received.text("state") == "in_progress");
    CHECK_FALSE(received["due_at"].is_null());

    CHECK(officer.post("/api/v1/refusals", intake()).status == 422); // no reason
    json::object refusal = intake();
    refusal["reason"] = "không thuộc thẩm quyền";
    CHECK(officer.post("/api/v1/refusals", refusal).text("state") == "refused");
    auto chairman = ward.as("chairman");
    const auto report = chairman.get("/api/v1/reports/period?from=2020-01-01&to=2100-01-01");
    CHECK(report["total"].at("received").at("total") == 1);
}

TEST_CASE("birth date and sex stay with the applicant, are corrected and taken away",
          "[system][changes]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    json::object asked = intake("Vũ Hải Đường");
    json::object& person = asked["applicant"].as_object();
    person["birth_date"] = "02/03/1935";
    person["birth_year"] = 1935;
    person["sex"] = "woman";
    const std::string code = code_of(officer.post("/api/v1/dossiers", asked));
    const std::string path = "/api/v1/dossiers/" + code;
    const auto applicant = [&] { return officer.get(path)["applicant"]; };
    CHECK(applicant().at("birth_date") == "1935-03-02");
    CHECK(applicant().at("birth_year") == 1935);
    CHECK(applicant().at("sex") == "woman");
    for (const std::string& told : {"/api/v1/track/" + code, "/api/v1/dossiers?q=" + code})
        CHECK_THAT(ward.as(told.find("track") == std::string::npos ? "officer" : "nobody")
                       .get(told)
                       .http.body,
                   !Contains("1935") && !Contains("woman"));

    const auto correct = [&](std::int64_t version, json::object patch) {
        return officer.post(
            path + "/correct",
            {{"version", version}, {"reason", "theo thẻ"}, {"applicant", std::move(patch)}});
    };
    REQUIRE(correct(1, {{"birth_year", 1936}}).status == 200);
    CHECK(applicant().at("birth_date").is_null()); // of another year the day is not known
    CHECK(applicant().at("birth_year") == 1936);
    CHECK(applicant().at("sex") == "woman");
    REQUIRE(correct(2, {{"birth_date", ""}, {"sex", ""}}).status == 200);
    CHECK(applicant().at("birth_year").is_null());
    CHECK(applicant().at("sex").is_null());
    const auto history = officer.get(path + "/history");
    CHECK(history["items"].at(1).at("data").at("said_before").at("applicant").at("birth_date") ==
          "1935-03-02");

    const auto refused = correct(3, {{"birth_date", "31/02/1990"}, {"sex", "x"}});
    CHECK(bad_fields(refused) == std::set<std::string>{"applicant.birth_date", "applicant.sex"});
    CHECK(bad_fields(correct(3, {{"birth_date", "1948"}, {"birth_year", 1949}})) ==
          std::set<std::string>{"applicant.birth_year"});
    CHECK(bad_fields(correct(3, {{"birth_date", "2999-01-01"}})).size() == 1);
    CHECK(ward.ward().is_sound());
}

TEST_CASE("anybody may follow a dossier, nobody learns whose it is", "[system][changes]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string code = receive(officer, "Vũ Hải Đường");
    const auto followed = ward.as("nobody").get("/api/v1/track/" + code);
    CHECK(followed.text("state") == "in_progress");
    CHECK_THAT(followed.http.body, !Contains("Đường"));
    CHECK_THAT(followed.http.body, !Contains("0912345678"));
    CHECK(ward.as("nobody").get("/api/v1/track/X-1").status == 404);
}

TEST_CASE("a ticket, its dossier and its result are one story", "[system][changes]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const auto ticket = ward.as("kiosk").post("/api/v1/tickets", {{"service", "B"}});
    REQUIRE(ticket.status == 201);
    REQUIRE(officer.post("/api/v1/counters/2/call").text("number") == "B001");
    REQUIRE(officer.post("/api/v1/counters/2/start").status == 200);
    json::object body = intake();
    body["ticket"] = "B001";
    const auto received = officer.post("/api/v1/dossiers", body);
    CHECK(received.text("ticket") == ticket.text("code"));
    const auto told = officer.get("/api/v1/tickets/" + ticket.text("code"));
    CHECK(told["dossiers"].as_array()[0].at("code").as_string().c_str() == code_of(received));
    const auto public_view = ward.as("nobody").get("/api/v1/tickets/" + ticket.text("code"));
    CHECK(public_view["state"] == "serving");
    CHECK(public_view["priority"].is_null());
    CHECK_FALSE(public_view.json.as_object().contains("dossiers"));
    body["ticket"] = "B009";
    CHECK(bad_fields(officer.post("/api/v1/dossiers", body)) == std::set<std::string>{"ticket"});
}

TEST_CASE("the posting board finds procedures with and without marks", "[system][changes]") {
    ServedWard ward;
    auto nobody = ward.as("nobody");
    const auto total = [&](const std::string& query) {
        return nobody.get("/api/v1/procedures?" + query).number("total");
    };
    CHECK(total("q=khai%20sinh") > 0);
    CHECK(total("q=KHAI+SINH") == total("q=khai%20sinh"));
    CHECK(total("q=" + net::escape_component("khai sinh")) == total("q=khai%20sinh"));
    CHECK(total("level=full") == 42);
    CHECK(total("field=" + net::escape_component("Chứng thực")) > 0);
}
