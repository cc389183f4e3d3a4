// Codes, people and telephones at every door: what is the same to a person is the same to the
// program, and what is damaged is named with its cause.

#include "core/net/escaping.hpp"
#include "tests/support/asked.hpp"
#include "tests/support/served_ward.hpp"

#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>

#include <string>
#include <vector>

using Catch::Matchers::Contains;
using net::escape_component;
namespace json = boost::json;

namespace {

const std::vector<std::string> code_spellings = {"2.000930", " 2.000930 ", "２.０００９３０",
                                                 "2.00\u200B0930", "2.000\u00A0930"};

/// What a spreadsheet made of a code, and what the refusal says.
const std::vector<std::pair<std::string, std::string>> damaged_codes = {{"2.00093", "2.000930"},
                                                                        {"2,00093", "2.000930"},
                                                                        {"7.5E+05", "E+"},
                                                                        {"#####", "#"},
                                                                        {"02/01/1900", "ngày"}};

json::object intake_of(const std::string& procedure) {
    json::object asked = intake();
    asked["procedure"] = procedure;
    return asked;
}

} // namespace

TEST_CASE("a procedure is the same in any spelling of its code, at every door",
          "[system][identity]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    auto chairman = ward.as("chairman");
    for (const std::string& code : code_spellings) {
        INFO(code);
        const auto received = officer.post("/api/v1/dossiers", intake_of(code));
        REQUIRE(received.status == 201);
        CHECK(received["procedure"].at("code") == "2.000930");
        CHECK(officer.get("/api/v1/procedures/" + escape_component(code)).text("code") ==
              "2.000930");
        CHECK(officer.get("/api/v1/procedures?q=" + escape_component(code)).number("total") == 1);
    }
    (void)receive(officer); // of another procedure, and later
    for (const std::string& code : code_spellings) {
        INFO(code);
        const auto similar =
            officer.post("/api/v1/dossiers/similar",
                         {{"procedure", code}, {"applicant", {{"phone", "0912345678"}}}});
        REQUIRE(asked::items(similar) > 1);
        CHECK(similar["items"].at(0).at("procedure").at("code") == "2.000930");
    }
    const auto today = officer.get("/api/v1/dossiers").text("now").substr(0, 10);
    const std::string figures = "/api/v1/reports/dossiers?figure=received.total&from=" + today +
                                "&to=" + today + "&by=procedure&key=";
    for (const std::string& code : code_spellings) {
        INFO(code);
        CHECK(asked::items(officer.get("/api/v1/dossiers?procedure=" + escape_component(code))) ==
              code_spellings.size());
        CHECK(asked::items(chairman.get(figures + escape_component(code))) ==
              code_spellings.size());
    }
    (void)ward.server().stop();
    for (const std::string& code : code_spellings) {
        INFO(code);
        CHECK(ward.ward()
                  .done_json({"due", "--procedure", code, "--received", "2026-11-30T09:00"})
                  .at("due_at")
                  .is_string());
    }
}

TEST_CASE("a procedure's code that a spreadsheet damaged is named with its cause",
          "[system][identity]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    for (const auto& [code, told] : damaged_codes) {
        INFO(code);
        const auto refused = officer.post("/api/v1/dossiers", intake_of(code));
        CHECK(asked::refused_field(refused) == "procedure");
        CHECK_THAT(json::serialize(refused["errors"]), Contains(told));
        CHECK(officer.get("/api/v1/procedures/" + escape_component(code)).status == 404);
        CHECK(asked::refused_field(officer.get("/api/v1/dossiers?procedure=" +
                                               escape_component(code))) == "procedure");
    }
    CHECK_THAT(json::serialize(officer.post("/api/v1/dossiers", intake_of("9.999999"))["errors"]),
               Contains("9.999999") && !Contains("bảng tính"));
    (void)ward.server().stop();
    CHECK_THAT(
        ward.ward().refused({"due", "--procedure", "2.00093", "--received", "2026-11-30T09:00"}),
        Contains("2.000930") && Contains("spreadsheet"));
}

TEST_CASE("a register's codes are read as they are meant, or named", "[system][identity]") {
    const ward::Ward ward;
    const auto file = ward / "register.csv";
    const auto with = [&](const std::string& code, const std::string& procedure) {
        ward::write_file(file,
                         ward::register_header +
                             ward::register_row({{"code", code}, {"procedure_code", procedure}}));
    };
    for (const char* code : {"#####", "1.5E+3", "02/01/2026", "2026-01-02T00:00:00"}) {
        INFO(code);
        with(code, "2.000930");
        const auto lines = ward.refused_lines({"import", "register", file.string()});
        CHECK_THAT(lines.front(), Contains("code") && Contains("spreadsheet"));
    }
    with("H29.163-260702-0007", "2.00093");
    const auto lines = ward.refused_lines({"import", "register", file.string()});
    CHECK_THAT(lines.front(), Contains("procedure_code") && Contains("2.000930"));
    CHECK_THAT(ward.done({"import", "register", file.string(), "--repair"}), Contains("1"));
    with("07/2026/HS-CT", "２.０００９３０");
    ward.done({"import", "register", file.string()});
    CHECK(ward.done_json({"find", "dossiers", "07/2026/HS-CT"}).at(0).at("procedure") ==
          "2.000930");
    // The same row in another spelling is the same row.
    with("07/2026/hs-ct", "2.000930");
    CHECK_THAT(ward.done({"import", "register", file.string()}), Contains("1"));
    CHECK(ward.done_json({"find", "dossiers", "07/2026/Hs-Ct"}).as_array().size() == 1);
    CHECK(ward.is_sound());
}

TEST_CASE("a person is one with and without the words about the number", "[system][identity]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    REQUIRE(officer.post("/api/v1/dossiers", asked::intake_with("id_number", "C7654321")).status ==
            201);
    REQUIRE(
        officer.post("/api/v1/dossiers", asked::intake_with("phone", "ĐT: 0912000111")).status ==
        201);
    const auto find = [&](const std::string& words) {
        return asked::items(officer.post("/api/v1/dossiers/search", {{"q", words}}));
    };
    for (const char* words :
         {"C7654321", "C 7654321", "HC C7654321", "hộ chiếu số C7654321", "\u04217654321"}) {
        INFO(words);
        CHECK(find(words) == 1);
    }
    for (const char* words :
         {"(+84)912000111", "+84 912 000 111", "0912000111", "tel:0912000111"}) {
        INFO(words);
        CHECK(find(words) == 1);
    }
    CHECK(asked::items(officer.get("/api/v1/dossiers?q=%2B84%20912%20000%20111")) == 1);
    CHECK(asked::items(officer.get("/api/v1/dossiers?q=+84+912+000+111")) == 1);
    for (const char* written : {"Hộ chiếu số C7654321", "hc: c7654321", "\u0421 7654321"}) {
        INFO(written);
        const auto similar =
            officer.post("/api/v1/dossiers/similar", {{"applicant", {{"id_number", written}}}});
        CHECK(asked::items(similar) == 1);
    }
    CHECK(asked::refused_field(
              officer.post("/api/v1/dossiers", asked::intake_with("phone", "0912345678 (nhà)"))) ==
          "applicant.phone");
    (void)ward.server().stop();
    for (const char* words : {"(+84)912000111", "+84 912 000 111", "C 7654321", "HC C7654321"}) {
        INFO(words);
        CHECK(ward.ward().done_json({"find", "dossiers", words}).as_array().size() == 1);
    }
}

TEST_CASE("a ticket's numbers come in by the door of intake", "[system][identity]") {
    ServedWard ward;
    for (const char* who : {"kiosk", "officer"}) {
        auto giver = ward.as(who);
        const auto take = [&](const char* member, const std::string& value) {
            return giver.post("/api/v1/tickets", {{"service", "A"}, {member, value}});
        };
        for (const char* phone :
             {"0912345678 (nhà)", "0912345678, 0987654321", "09123", "9.12E+08", "#####"}) {
            INFO(phone);
            CHECK(asked::refused_field(take("phone", phone)) == "phone");
        }
        for (const char* number : {"12345", "không có", "1.9190004E+10"}) {
            INFO(number);
            CHECK(asked::refused_field(take("id_number", number)) == "id_number");
        }
    }
    auto kiosk = ward.as("kiosk");
    const auto status_of = [&](const char* number) {
        return kiosk.post("/api/v1/tickets", {{"service", "A"}, {"id_number", number}}).status;
    };
    CHECK(status_of("Hộ chiếu số C1234567") == 201);
    CHECK(status_of("\u0421 1234567") == 409);
    CHECK(status_of("cccd019190004321") == 201);
    CHECK(status_of("19190004321") == 409); // nothing of it is kept: the same person
    const auto both =
        kiosk.post("/api/v1/tickets",
                   {{"service", "A"}, {"id_number", "019190004322"}, {"phone", "0912345678"}});
    REQUIRE(both.status == 201);
    CHECK(both["ignored"].as_array().size() == 1); // one number tells who it is
}
