// Papers filled in from the books.

#include "tests/support/served_ward.hpp"

#include <catch2/catch.hpp>

namespace json = boost::json;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

/// One dossier at the desk, and what is done to it.
class CounterState {
public:
    CounterState() : officer_(ward_.as("officer")), code_(receive(officer_)) {}

    void act(const std::string& name, json::object facts = {}) {
        const auto now = officer_.get("/api/v1/dossiers/" + code_);
        facts["version"] = now.number("version");
        const auto done = officer_.post("/api/v1/dossiers/" + code_ + "/" + name, facts);
        INFO(done.http.body);
        REQUIRE(done.status == 200);
    }

    ApiReply paper(const std::string& name, const std::string& code = {}) {
        return officer_.get("/api/v1/dossiers/" + (code.empty() ? code_ : code) + "/papers/" +
                            name);
    }

    Api& officer() { return officer_; }

    const std::string& code() const { return code_; }

private:
    ServedWard ward_;
    Api officer_;
    std::string code_;
};

} // namespace

TEST_CASE("a receipt says what the books know and nothing else", "[system][papers]") {
    CounterState desk;
    const auto receipt = desk.paper("receipt.json");
    REQUIRE(receipt.status == 200);
    CHECK(receipt.http.header("cache-control") == "no-store");
    CHECK(receipt.text("code") == desk.code());
    CHECK(receipt["office"].at("place") == "Ba Hàng");
    CHECK(receipt["applicant"].at("name") == "Nguyễn Văn An");
    CHECK_FALSE(receipt["applicant"].as_object().contains("id"));
    CHECK(receipt["documents"].as_array().at(0).at("name") == "Bản chính");
    CHECK_FALSE(receipt["documents"].as_array().at(0).as_object().contains("originals"));
    const auto dossier = desk.officer().get("/api/v1/dossiers/" + desk.code());
    CHECK(receipt.text("due_at") == dossier.text("due_at"));
    CHECK(receipt.text("issued_at") == dossier.text("received_at"));
    CHECK(receipt.text("officer") == "officer");
    for (const char* unknown : {"sets", "return_channel", "register_volume", "note"})
        CHECK_FALSE(receipt.json.as_object().contains(unknown));
}

TEST_CASE("a paper comes as PDF and as pictures", "[system][papers]") {
    CounterState desk;
    const auto pdf = desk.paper("receipt.pdf");
    CHECK(pdf.status == 200);
    CHECK(pdf.http.header("content-type") == "application/pdf");
    CHECK(pdf.http.header("cache-control") == "no-store");
    CHECK_THAT(pdf.http.body, StartsWith("%PDF"));
    CHECK(desk.paper("receipt.pdf").http.body == pdf.http.body);
    CHECK_THAT(desk.paper("receipt.png").http.body, StartsWith("\x89PNG"));
    CHECK(desk.paper("receipt.png?page=2").status == 404);
    CHECK(desk.paper("receipt.png?page=x").status == 422);
    CHECK(desk.paper("receipt.doc").status == 404);
    CHECK(desk.paper("receipt.pdf", "H55-1").status == 404);
}

TEST_CASE("a paper whose act did not happen is refused with a sentence", "[system][papers]") {
    CounterState desk;
    for (const char* kind : {"supplement-request", "refusal", "apology", "stop-notice",
                             "control-slip", "result-notice"}) {
        for (const char* format : {".json", ".pdf", ".png"}) {
            const auto refused = desk.paper(kind + std::string(format));
            INFO(kind << format);
            CHECK(refused.status == 409);
            CHECK_THAT(refused.text("detail"), StartsWith("Hồ sơ " + desk.code()));
        }
    }
}

TEST_CASE("papers tell of the last act of their kind", "[system][papers]") {
    CounterState desk;
    desk.act("forward", {{"assignee", "specialist"}});
    desk.act("request-supplement", {{"reason", "Hồ sơ thiếu giấy tờ.\n- Bản chính\n- Tờ khai"}});
    const auto asked = desk.paper("supplement-request.json");
    CHECK(asked["supplements"] == json::array{"Bản chính", "Tờ khai"});
    CHECK(asked.text("reason") == "Hồ sơ thiếu giấy tờ.");
    CHECK_FALSE(desk.paper("receipt.json").json.as_object().contains("due_at"));
    desk.act("resume");
    const auto due = desk.officer().get("/api/v1/dossiers/" + desk.code()).text("due_at");
    desk.act("request-supplement", {{"reason", "Thiếu chữ ký"}});
    CHECK(desk.paper("supplement-request.json")["supplements"] == json::array{"Thiếu chữ ký"});
    desk.act("resume");
    // A list may be no longer than a reason.
    CHECK(
        desk.officer()
            .post("/api/v1/dossiers/" + desk.code() + "/request-supplement",
                  {{"version", 0}, {"items", json::array(11, json::value(std::string(399, 'a')))}})
            .status == 422);
    // As the officer's page writes it.
    desk.act("request-supplement",
             {{"items", {"Tờ khai", "Giấy chứng sinh"}}, {"reason", "Bản mờ"}});
    const auto listed = desk.paper("supplement-request.json");
    CHECK(listed["supplements"] == json::array{"Tờ khai", "Giấy chứng sinh"});
    CHECK(listed.text("reason") == "Bản mờ");
    desk.act("resume");

    const std::string first = "2040-01-03T17:00:00+07:00";
    const std::string second = "2040-01-10T17:00:00+07:00";
    desk.act("reappoint", {{"new_appointment", first}, {"reason", "chờ xác minh"}});
    CHECK(desk.paper("apology.json").text("due_at") == due);
    desk.act("reappoint", {{"new_appointment", second}, {"reason", "chờ nữa"}});
    const auto apology = desk.paper("apology.json");
    CHECK(apology.text("due_at") == first);
    CHECK(apology.text("new_due_at") == second);
    CHECK(apology.text("reason") == "chờ nữa");
    CHECK(desk.paper("receipt.json").text("due_at") == second);

    desk.act("hand-over", {{"agency", "Công an phường"}, {"answer_due", first}});
    desk.act("answer", {{"agency", "Công an phường"}});
    const auto slip = desk.paper("control-slip.json");
    const json::array& steps = slip["steps"].as_array();
    REQUIRE(steps.size() == 3);
    CHECK(steps[0].at("to") == "specialist");
    CHECK(steps[1].at("to") == "Công an phường");
    CHECK(steps[2].at("from") == "Công an phường");
    CHECK(steps[2].at("outcome") == "early");

    desk.act("reject", {{"reason", "không đủ điều kiện"}});
    const auto result = desk.paper("result-notice.json");
    CHECK(result.text("result") == "rejected");
    CHECK(result.text("reason") == "không đủ điều kiện");
    for (const char* paper : {"supplement-request.pdf", "apology.pdf", "control-slip.pdf",
                              "result-notice.pdf", "receipt.pdf"}) {
        INFO(paper);
        CHECK(desk.paper(paper).status == 200);
    }
}

TEST_CASE("as much as the books take is printed", "[system][papers]") {
    CounterState desk;
    json::object long_intake = intake("Trần Thị Bình");
    auto& documents = long_intake["documents"].emplace_array();
    while (documents.size() < 200) documents.push_back(json::object{{"name", "Giấy tờ"}});
    const auto received = desk.officer().post("/api/v1/dossiers", long_intake);
    REQUIRE(received.status == 201);
    CHECK(desk.paper("receipt.pdf", received.text("code")).status == 200);
    std::string lines; // from a word processor, as long as a reason may be
    while (lines.size() < 3'900) lines += "một dòng\n";
    desk.act("request-supplement", {{"reason", lines}});
    const auto asked = desk.paper("supplement-request.json");
    CHECK(asked["supplements"].as_array().size() > 300);
    CHECK(desk.paper("supplement-request.pdf").status == 200);
}

TEST_CASE("refusals and notices of stopping are papers too", "[system][papers]") {
    CounterState desk;
    json::object refusal = intake();
    refusal["reason"] = "không thuộc thẩm quyền";
    const auto refused = desk.officer().post("/api/v1/refusals", refusal);
    CHECK(desk.paper("refusal.json", refused.text("code")).text("reason") ==
          "không thuộc thẩm quyền");
    CHECK(desk.paper("refusal.pdf", refused.text("code")).status == 200);
    CHECK(desk.paper("receipt.json", refused.text("code")).status == 409);
    desk.act("stop", {{"reason", "quá hạn bổ sung"}});
    CHECK(desk.paper("stop-notice.pdf").status == 200);
}

TEST_CASE("one receipt for several dossiers of one person", "[system][papers]") {
    CounterState desk;
    const std::string second = receive(desk.officer());
    const auto get = [&](const std::string& paper) {
        return desk.officer().get("/api/v1/papers/batch-receipt" + paper);
    };
    const auto batch = get(".json?codes=" + desk.code() + "," + second);
    REQUIRE(batch.status == 200);
    CHECK(batch.text("code") == desk.code());
    CHECK(batch["items"].as_array().size() == 2);
    CHECK(batch.number("total_copies") == 2);
    CHECK_THAT(get(".pdf?codes=" + desk.code()).http.body, StartsWith("%PDF"));
    const std::string other = receive(desk.officer(), "Trần Thị Bình");
    CHECK(get(".json?codes=" + desk.code() + "," + other).status == 409);
    CHECK(get(".json?codes=" + desk.code() + ",H55-1").status == 404);
    CHECK(get(".json").status == 422);
}

TEST_CASE("the register lists what was received in a period", "[system][papers]") {
    CounterState desk;
    const auto get = [&](const std::string& paper) {
        return desk.officer().get("/api/v1/papers/register" + paper);
    };
    const auto all = get(".json?from=2020-01-01&to=2100-01-01");
    REQUIRE(all.status == 200);
    REQUIRE(all["rows"].as_array().size() == 1);
    CHECK(all["rows"].as_array()[0].at("code").as_string() == json::string_view(desk.code()));
    CHECK(get(".json?from=2020-01-01&to=2020-01-31")["rows"].as_array().empty());
    CHECK_THAT(get(".pdf?from=2020-01-01&to=2100-01-01").http.body, StartsWith("%PDF"));
    CHECK(get(".json?from=2020-01-01").status == 422);
    CHECK(get(".json?from=2020-02-01&to=2020-01-01").status == 422);
}

TEST_CASE("a register of more rows than one print takes is refused", "[system][papers]") {
    ServedWard ward;
    ward.import_register(ward::demo_file("register.csv"));
    auto officer = ward.as("officer");
    const auto get = [&](const std::string& period) {
        return officer.get("/api/v1/papers/register.json?" + period);
    };
    const auto too_many = get("from=2023-01-01&to=2023-07-31");
    CHECK(too_many.status == 409);
    CHECK_THAT(too_many.text("detail"), Contains("kỳ ngắn hơn"));
    const auto one_day = get("from=2023-01-03&to=2023-01-03");
    CHECK(one_day.status == 200);
    CHECK_FALSE(one_day["rows"].as_array().empty());
}
