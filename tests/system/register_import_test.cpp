// The administrator sends a register: judged beside the room's work, and taken in as a whole.

#include "tests/support/served_ward.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <catch2/catch.hpp>
#include <xlsxwriter.h>

#include <chrono>
#include <sstream>
#include <string>
#include <thread>

namespace json = boost::json;
using Catch::Matchers::Contains;
using ward::register_header;
using ward::register_row;

namespace {

const net::Headers in_english = {{"Content-Type", "text/csv"}, {"Accept-Language", "en"}};

ApiReply send(Api& admin, const std::string& text, const std::string& query = "") {
    return admin.request("POST", "/api/v1/register/preview" + query, text, in_english);
}

ApiReply look(Api& admin) {
    return admin.request("GET", "/api/v1/register/preview", "", in_english);
}

/// As it is once nothing is under way any more.
ApiReply settled(Api& admin) {
    ApiReply now = look(admin);
    for (int i = 0; i < 3'000; ++i) {
        if (now.text("state") != "judging" && now.text("state") != "importing") break;
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
        now = look(admin);
    }
    return now;
}

ApiReply judge(Api& admin, const std::string& text, const std::string& query = "") {
    const auto begun = send(admin, text, query);
    REQUIRE(begun.status == 202);
    auto judged = settled(admin);
    CHECK(judged.text("id") == begun.text("id"));
    return judged;
}

ApiReply import(Api& admin, const std::string& id) {
    return admin.post("/api/v1/register/import", {{"id", id}, {"reason", "sổ năm cũ"}});
}

std::string refused_rows(Api& admin, const std::string& query = "") {
    return admin.request("GET", "/api/v1/register/refused.csv" + query, "", in_english).http.body;
}

std::string refused_rows_of(Api& admin, const std::string& text, const std::string& query) {
    judge(admin, text);
    return refused_rows(admin, query);
}

/// Rows of all kinds that are refused, and good ones between them.
std::string mixed_register() {
    return register_header + register_row({{"code", "M-1"}}) +
           register_row({{"code", "M-2"}, {"channel", "fax"}, {"fee_vnd", "many"}}) +
           register_row({{"code", "M-3"}, {"applicant_name", "=Đỗ Thị Mẫu"}, {"result", "lost"}}) +
           register_row({{"code", "M-4"}, {"applicant_id", "1.9190004E+10"}}) +
           register_row({{"code", "M-5"}, {"phone", "987000111"}}) +
           register_row({{"code", "m-1"}}) + "M-6,too,few\n";
}

} // namespace

TEST_CASE("a register that was sent is judged as the command line does, and nothing is stored",
          "[system][register]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    CHECK(look(admin).text("state") == "none");
    const auto before = admin.get("/healthz").number("seq");
    const auto judged = judge(admin, mixed_register(), "?file=s%E1%BB%95.csv");
    CHECK(judged.text("state") == "judged");
    CHECK(judged["ok"] == false);
    CHECK(judged.number("rows") == 7);
    CHECK(judged.number("refused") == 6);
    CHECK(judged.number("added") == 1);
    CHECK(judged["can_be_repaired"] == true);
    CHECK(admin.get("/healthz").number("seq") == before);

    ward::write_file(ward.ward() / "sổ.csv", mixed_register());
    ward.server().stop();
    const auto told = ward.ward().run(
        {"import", "register", (ward.ward() / "sổ.csv").string(), "--dry-run", "--format", "json"});
    CHECK(json::parse(told.output).at("problems") == judged["errors"]);
    CHECK(json::parse(told.output).at("problem_count") == judged["error_count"]);
}

TEST_CASE("the bad rows come back as a file, with their reasons and guarded cells",
          "[system][register]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    judge(admin, mixed_register());
    const auto lines = ward::lines_of(refused_rows(admin));
    REQUIRE(lines.size() == 7);
    std::string header = register_header;
    header.pop_back();
    CHECK(lines[0] == "reason," + header);
    CHECK_THAT(lines[1], Contains("M-2,") && Contains("Line 3: channel: ") &&
                             Contains("; fee_vnd: ") && !Contains("M-1,"));
    CHECK_THAT(lines[2], Contains("'=Đỗ Thị Mẫu"));
    CHECK_THAT(lines[5], Contains("m-1,") && Contains("stands twice"));
    CHECK_THAT(lines[6], Contains("M-6,too,few,,,") && Contains("Line 8: "));
    const std::string excel = refused_rows(admin, "?excel=1");
    CHECK(excel.starts_with("\xEF\xBB\xBF"
                            "Why it is refused;code;"));
}

TEST_CASE("a sound register is taken in as the command line takes it", "[system][register]") {
    const std::string text = ward::read_file(ward::demo_file("register.csv"));
    ServedWard by_page;
    auto admin = by_page.as("admin");
    const auto judged = judge(admin, text, "?file=register.csv");
    REQUIRE(judged["ok"] == true);
    CHECK(judged.number("bytes") == static_cast<std::int64_t>(text.size()));
    CHECK(judged.number("rows_done") == 2'000); // told every 2,000 of its 3,936
    REQUIRE(import(admin, judged.text("id")).status == 202);
    const auto imported = settled(admin);
    CHECK(imported.text("state") == "imported");
    CHECK(imported.number("added") == judged.number("added"));
    const auto journal = admin.get("/api/v1/journal?limit=2");
    CHECK(journal["items"].at(0).at("act") == "register-imported");
    CHECK(journal["items"].at(0).at("reason") == "sổ năm cũ");
    CHECK(journal["items"].at(1).at("act") == "register-entry");

    const auto again = judge(admin, text);
    CHECK(again.number("same") == judged.number("added"));
    CHECK(again.number("added") == 0);

    ward::Ward by_command;
    by_command.import_register(ward::demo_file("register.csv"));
    by_page.server().stop();
    CHECK(by_page.ward().books() == by_command.books());
    CHECK(by_page.ward().is_sound());
}

TEST_CASE("the file of refused rows, corrected, is taken in as it is, by page and command",
          "[system][register]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    const std::string address = "\"Tổ 3,\r\nphường Thử\"";
    const auto corrected = [](std::string text, const std::string& wrong) {
        const std::size_t at = text.rfind(wrong); // the reason in front may name it too
        REQUIRE(at != std::string::npos);
        return text.replace(at, wrong.size(), "Đỗ Thị Mẫu");
    };
    const std::string text =
        register_header + register_row({{"code", "M-1"}, {"applicant_name", "#N/A"}}) +
        register_row({{"code", "M-2"}, {"applicant_name", "Tr?n Thử"}, {"address", address}});
    const auto judged = judge(admin, text);
    CHECK(judged.number("refused") == 2);
    CHECK(judged["passed_columns"].as_array().empty());
    for (const std::string query : {"", "?excel=1"}) {
        const std::string file =
            corrected(corrected(refused_rows(admin, query), "#N/A"), "Tr?n Thử");
        const auto again = judge(admin, file);
        CHECK(again["ok"] == true);
        CHECK(again.number("added") == 2);
        REQUIRE(again["passed_columns"].as_array().size() == 1);
        // A second round has the reasons of that round only.
        const auto worse = judge(admin, corrected(refused_rows_of(admin, text, query), "#N/A"));
        CHECK(worse.number("refused") == 1);
        const auto lines = ward::lines_of(refused_rows(admin, query));
        const std::string& head = lines.front();
        const std::string name = query.empty() ? "reason" : "Why it is refused";
        CHECK(head.find(name) == head.rfind(name));
        judge(admin, text);
    }
    ward::write_file(ward.ward() / "refused.csv",
                     corrected(corrected(refused_rows(admin), "#N/A"), "Tr?n Thử"));
    ward.server().stop();
    const std::string file = (ward.ward() / "refused.csv").string();
    CHECK_THAT(ward.ward().done({"import", "register", file}),
               Contains("2 added") && Contains("column \"reason\" passed over"));
    CHECK_THAT(ward.ward().done({"find", "dossiers", "M-2"}), Contains("M-2"));
    ward.restart();
    auto officer = ward.as("officer");
    CHECK(officer.get("/api/v1/dossiers/M-2")["applicant"].at("address") == "Tổ 3, phường Thử");
    ward.server().stop();
    const auto told = ward.ward().done_json({"import", "register", file});
    CHECK(told.at("passed_columns") == json::value({"reason"}));
    CHECK(told.at("already_stored") == 2);
}

TEST_CASE("a refused row that nobody corrected is refused again, for the same letters",
          "[system][register]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    for (const std::string unfit : {"\u2028", "\u202E", "\uFFFF", "\uFFFD", "\u25A1"}) {
        const std::string text =
            register_header +
            register_row({{"code", "M" + unfit + "-1"}, {"applicant_name", "Lê" + unfit + "Ba"}});
        const std::string rows = refused_rows_of(admin, text, "");
        CHECK_THAT(rows, Contains("Lê" + unfit + "Ba"));
        const auto again = judge(admin, rows);
        CHECK(again["ok"] == false);
        CHECK(again.number("refused") == 1);
    }
}

TEST_CASE("names that only look damaged are taken as they stand, counted and journaled",
          "[system][register]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    const std::string text =
        register_header + register_row({{"code", "M-91"}, {"applicant_name", "Chau Keát"}});
    const auto refused = judge(admin, text);
    CHECK(refused["ok"] == false);
    CHECK(refused["can_be_kept"] == true);
    CHECK(refused["errors"].at(0).at("may_be_meant") == true);
    CHECK(send(admin, text, "?as_written=true&repair=true").status == 422);
    CHECK(send(admin, text, "?as_written=maybe").status == 422);
    const auto judged = judge(admin, text, "?as_written=YES");
    REQUIRE(judged["ok"] == true);
    CHECK(judged["kept"] == json::value({{"vni", 1}}));
    CHECK(judged["repaired"] == json::value(json::object()));
    REQUIRE(import(admin, judged.text("id")).status == 202);
    CHECK(settled(admin).text("state") == "imported");
    auto officer = ward.as("officer");
    CHECK(officer.get("/api/v1/dossiers/M-91")["applicant"].at("name") == "Chau Keát");
    ward.server().stop();
    ward::write_file(ward.ward() / "keat.csv",
                     register_header +
                         register_row({{"code", "M-92"}, {"applicant_name", "Chau Keát"}}));
    const std::string file = (ward.ward() / "keat.csv").string();
    CHECK_THAT(ward.ward().run({"import", "register", file}).errors, Contains("--as-written"));
    CHECK_THAT(ward.ward().done({"import", "register", file, "--as-written"}),
               Contains("1 fields kept"));
    CHECK(ward.ward().run({"import", "register", file, "--as-written", "--repair"}).status == 2);
}

TEST_CASE("a row of a broken shape comes back with what it has, and is refused again",
          "[system][register]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    const std::string row = register_row({{"code", "M-1"}, {"applicant_name", "Lê Ba"}});
    const auto broken = [&](const std::string& name) {
        std::string text = row;
        return register_header +
               text.replace(text.find("Lê Ba"), std::string("Lê Ba").size(), name);
    };
    for (const std::string name :
         {"Lê \"Tý\" Ba", "\"Lê\" Ba", "L\xEA Ba", "Lê\x01 Ba", "Lê\rBa", "\"Lê Ba"}) {
        INFO(name);
        const std::string rows = refused_rows_of(admin, broken(name), "");
        CHECK_THAT(rows, Contains("M-1,") && Contains("Ba") && Contains("online"));
        const auto again = judge(admin, rows);
        CHECK(again["ok"] == false);
        CHECK(again.number("refused") == 1);
    }
    std::string longer = row;
    longer.pop_back();
    const std::string rows = refused_rows_of(admin, register_header + longer + ",beyond\n", "");
    CHECK_THAT(rows, Contains(",beyond\n"));
    CHECK(judge(admin, rows).number("refused") == 1);
    // As somebody corrects it: the cells are moved up, and nothing of the reason gets among them.
    std::string corrected = rows;
    corrected.replace(corrected.find(",beyond\n"), 7, "");
    CHECK(judge(admin, corrected).number("added") == 1);
}

TEST_CASE("a workbook's further sheet is told before and after it is taken in, or refused",
          "[system][register]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    const auto workbook = [&](const std::string& second) {
        const auto file = ward.ward() / "sheets.xlsx";
        lxw_workbook* book = workbook_new(file.c_str());
        for (const std::string& text :
             {register_header + register_row({{"code", "M-81"}}), second}) {
            lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
            lxw_row_t row = 0;
            for (const std::string& line : ward::lines_of(text)) {
                std::istringstream cells(line);
                lxw_col_t column = 0;
                for (std::string cell; std::getline(cells, cell, ','); ++column)
                    worksheet_write_string(sheet, row, column, cell.c_str(), nullptr);
                ++row;
            }
        }
        REQUIRE(workbook_close(book) == LXW_NO_ERROR);
        return ward::read_file(file);
    };
    const auto refused = judge(admin, workbook(register_header + register_row({{"code", "M-82"}})));
    CHECK(refused.text("state") == "failed");
    CHECK_THAT(refused.text("problem"), Contains("`Sheet1`, `Sheet2`"));
    const auto judged = judge(admin, workbook("ghi nh\u1EDB"));
    CHECK(judged["ok"] == true);
    CHECK(judged["passed_sheets"] == json::value({"Sheet2"}));
    REQUIRE(import(admin, judged.text("id")).status == 202);
    const auto imported = settled(admin);
    CHECK(imported.text("state") == "imported");
    CHECK(imported["passed_sheets"] == json::value({"Sheet2"}));
}

TEST_CASE("damaged fields are named with their likely reading, and mended where it is wanted",
          "[system][register]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    const std::string text =
        register_header + register_row({{"code", "M-5"}, {"phone", "987000111"}}) +
        register_row({{"code", "M-6"}, {"applicant_name", "NguyÃƒÂ¡Ã‚Â»Ã¢â‚¬Â¦n Nam"}});
    const auto named = judge(admin, text);
    CHECK(named["ok"] == false);
    CHECK_THAT(std::string(named["errors"].at(0).at("reason").as_string()), Contains("0987000111"));
    const auto mended = judge(admin, text, "?repair=true");
    CHECK(mended["ok"] == true);
    CHECK(mended["repaired"] == json::value({{"lost_zero", 1}, {"utf8_twice", 1}}));
    REQUIRE(import(admin, mended.text("id")).status == 202);
    CHECK(settled(admin).text("state") == "imported");
    auto officer = ward.as("officer");
    CHECK(officer.get("/api/v1/dossiers/M-5")["applicant"].at("phone") == "0987000111");
    // Damaged three times, and read to its end.
    CHECK(named["errors"].at(1).at("reading") == "Nguyễn Nam");
    CHECK(officer.get("/api/v1/dossiers/M-6")["applicant"].at("name") == "Nguyễn Nam");
}

TEST_CASE("only what was judged and is sound is taken in, and what was left is gone",
          "[system][register]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    CHECK(import(admin, "").status == 422);
    CHECK(import(admin, "1-1").status == 409);
    const auto bad = judge(admin, mixed_register());
    CHECK(import(admin, bad.text("id")).status == 409);
    const auto good = judge(admin, register_header + register_row({{"code", "M-1"}}));
    CHECK(import(admin, bad.text("id")).status == 409); // replaced meanwhile
    REQUIRE(admin.post("/api/v1/register/cancel", {{"id", good.text("id")}}).status == 202);
    CHECK(settled(admin).text("state") == "cancelled");
    CHECK(import(admin, good.text("id")).status == 409);
    const auto no_register = judge(admin, "date,kind,name\n");
    CHECK(no_register.text("state") == "failed");
    CHECK_THAT(no_register.text("problem"), Contains("Missing columns"));
    CHECK(judge(admin, "\n").text("state") == "failed");
    CHECK(ward.as("officer").get("/api/v1/dossiers/M-1").status == 404);
}

TEST_CASE("a register that would keep the room waiting is for the command line",
          "[system][register]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    const auto failed = judge(admin, ward::repeated_register(13)); // of 3,936 rows
    CHECK(failed.text("state") == "failed");
    CHECK_THAT(failed.text("problem"),
               Contains("50.000") && Contains("motcua-core import register"));
}

TEST_CASE("the same key sends, imports and cancels once", "[system][register]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    const std::string text = register_header + register_row({{"code", "M-1"}});
    net::Headers keyed = in_english;
    keyed.emplace_back("Idempotency-Key", "sent-1");
    const auto first = admin.request("POST", "/api/v1/register/preview", text, keyed);
    REQUIRE(settled(admin)["ok"] == true);
    const auto again = admin.request("POST", "/api/v1/register/preview", text, keyed);
    CHECK(again.text("id") == first.text("id"));
    CHECK(look(admin).text("state") == "judged"); // it was not begun anew
    const json::value wanted = {{"id", first.text("id")}};
    REQUIRE(admin.post("/api/v1/register/import", wanted, "taken-1").status == 202);
    REQUIRE(settled(admin).text("state") == "imported");
    CHECK(admin.post("/api/v1/register/import", wanted, "taken-1").status == 202);
    CHECK(look(admin).number("added") == 1);
    CHECK(admin.post("/api/v1/register/cancel", wanted).status == 202); // too late: it stays
    CHECK(look(admin).text("state") == "imported");
}
