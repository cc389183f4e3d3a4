// The doors by which text comes in as files, words of a command line and scans, and those by which
// it goes out again: what was accepted opens in other programs.

#include "core/domain/code_payload.hpp"
#include "tests/support/read_back.hpp"
#include "tests/support/served_ward.hpp"

#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>
#include <xlsxwriter.h>

#include <algorithm>
#include <sstream>

using Catch::Matchers::Contains;
namespace json = boost::json;

namespace {

using Row = std::map<std::string, std::string>;

enum class FileKind { csv, xlsx };

/// Lines of a table without quotes as text cells.
void fill(lxw_worksheet* sheet, const std::string& text) {
    std::istringstream lines(text);
    lxw_row_t at = 0;
    for (std::string line; std::getline(lines, line); ++at) {
        std::istringstream cells(line);
        lxw_col_t column = 0;
        for (std::string cell; std::getline(cells, cell, ','); ++column)
            worksheet_write_string(sheet, at, column, cell.c_str(), nullptr);
    }
}

/// A register of these rows, as text cells.
std::filesystem::path
register_file(const ward::Ward& ward, FileKind kind, const std::vector<Row>& rows) {
    std::string text = ward::register_header;
    for (const Row& row : rows) text += ward::register_row(row);
    if (kind == FileKind::csv) {
        ward::write_file(ward / "doors.csv", text);
        return ward / "doors.csv";
    }
    const std::filesystem::path file = ward / "doors.xlsx";
    lxw_workbook* book = workbook_new(file.c_str());
    lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
    fill(sheet, text);
    REQUIRE(workbook_close(book) == LXW_NO_ERROR);
    return file;
}

const std::string catalogue_header =
    "code,name,field,duration,unit,cutoff,fee_vnd,online_level,sector,linked_agencies,documents,"
    "decision,effective_from,effective_to\n";

/// As a cell of a CSV file.
std::string quoted(const std::string& text) {
    std::string cell = "\"";
    for (const char c : text) cell += c == '"' ? std::string(R"("")") : std::string(1, c);
    return cell + "\"";
}

std::string own_code(std::size_t number) {
    return "000.00.18.H55-230103-" + std::to_string(9000 + number);
}

std::size_t found(const ward::Ward& ward, const std::string& words) {
    std::size_t items = 0;
    const Ended ended = ward.run({"find", "dossiers", words, "--limit", "50"}, {});
    for (const std::string& line : ward::lines_of(ended.output))
        items += line.find("000.00.18.H55-") != std::string::npos ? 1 : 0;
    return items;
}

std::string refusals(const ward::Ward& ward, const std::filesystem::path& file) {
    std::string told;
    for (const std::string& line : ward.refused_lines({"import", "register", file.string()}))
        told += line + "\n";
    return told;
}

} // namespace

TEST_CASE("a workbook's further sheets are told, or refused where they have the table too",
          "[system][doors]") {
    const auto write = [](const std::filesystem::path& file, const std::string& second) {
        lxw_workbook* book = workbook_new(file.c_str());
        for (const std::string& text :
             {ward::register_header + ward::register_row({{"code", "M-71"}}), second}) {
            lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
            fill(sheet, text);
        }
        REQUIRE(workbook_close(book) == LXW_NO_ERROR);
    };
    ServedWard ward;
    auto admin = ward.as("admin");
    const auto file = ward.ward() / "two.xlsx";
    write(file, "ghi nh\u1EDB");
    const auto days = ward.ward() / "days.xlsx";
    {
        lxw_workbook* book = workbook_new(days.c_str());
        fill(workbook_add_worksheet(book, nullptr), "date,kind,name\n2031-05-01,holiday,L\u1EC5\n");
        fill(workbook_add_worksheet(book, "Ngu\u1ED3n"), "ghi nh\u1EDB");
        REQUIRE(workbook_close(book) == LXW_NO_ERROR);
    }
    const auto previewed = admin.request("POST", "/api/v1/calendar/preview", ward::read_file(days),
                                         {{"Content-Type", "text/csv"}});
    CHECK(previewed["passed_sheets"] == json::value({"Ngu\u1ED3n"}));
    ward.server().stop();
    const auto told = ward.ward().done_json({"import", "register", file.string()});
    CHECK(told.at("passed_sheets") == json::value({"Sheet2"}));
    CHECK_THAT(ward.ward().done({"import", "register", file.string()}),
               Contains("sheet \"Sheet2\" passed over"));
    write(file, ward::register_header + ward::register_row({{"code", "M-72"}}));
    const std::string refused = refusals(ward.ward(), file);
    CHECK_THAT(refused, Contains("`Sheet1`, `Sheet2`"));
}

TEST_CASE("files know a person in any spelling of his numbers", "[system][doors]") {
    const std::vector<std::string> phones = {"0912345678", "+84 912 345 678", "0912.345.678",
                                             "84912345678", "(0912) 345-678"};
    const std::vector<std::string> numbers = {"019190004321", "019 190 004 321", "019.190.004.321",
                                              "０１９１９０００４３２１", "019190004321 "};
    for (const FileKind kind : {FileKind::csv, FileKind::xlsx}) {
        ward::Ward ward;
        std::vector<Row> rows;
        for (std::size_t i = 0; i < phones.size(); ++i) {
            rows.push_back({{"code", own_code(i)},
                            {"applicant_name", "Đỗ Thị Mẫu"},
                            {"phone", phones[i]},
                            {"applicant_id", numbers[i]}});
        }
        ward.import_register(register_file(ward, kind, rows));
        for (const auto* variants : {&phones, &numbers}) {
            for (const std::string& each : *variants) {
                INFO(each);
                CHECK(found(ward, each) == rows.size());
            }
        }
        for (const char* name : {"Đỗ Thị Mẫu", "do thi mau", "ĐỖ THỊ MẪU", "Ðỗ  Thị Mẫu"})
            CHECK(found(ward, name) == rows.size());
        CHECK(ward.is_sound());
    }
}

TEST_CASE("a code of a file is the same dossier in any spelling", "[system][doors]") {
    for (const FileKind kind : {FileKind::csv, FileKind::xlsx}) {
        ward::Ward ward;
        ward.import_register(register_file(ward, kind, {{{"code", "H55.Cũ–12/ab"}}}));
        for (const char* spelling : {"H55.Cũ–12/ab", "h55.cũ-12/AB", " H55.CŨ-12/ab "}) {
            INFO(spelling);
            const auto again = register_file(ward, kind, {{{"code", spelling}}});
            CHECK_THAT(ward.done({"import", "register", again.string()}),
                       Contains("1 stored already"));
            const Ended history = ward.run({"history", spelling}, {});
            CHECK(history.status == 0);
            CHECK_THAT(ward.done({"find", "dossiers", spelling}), Contains("H55.Cũ–12/ab"));
        }
        CHECK(ward.is_sound());
    }
}

TEST_CASE("a letter that no text may have is named at the doors of files and commands",
          "[system][doors]") {
    ward::Ward ward;
    const std::vector<std::pair<std::string, std::string>> letters = {
        {"\uFFFE", "U+FFFE"}, {"\u202E", "U+202E"}, {"\u2028", "U+2028"}, {"\uFDD0", "U+FDD0"}};
    for (const auto& [letter, name] : letters) {
        INFO(name);
        for (const FileKind kind : {FileKind::csv, FileKind::xlsx}) {
            const auto file =
                register_file(ward, kind, {{{"applicant_name", "Đỗ" + letter + " Mẫu"}}});
            CHECK_THAT(refusals(ward, file), Contains(name) && Contains("applicant_name"));
        }
        const auto refused = [&](const ward::Arguments& arguments) {
            return ward.refused(arguments);
        };
        CHECK_THAT(refused({"user", "add", "hoa", "--name", "Hoa" + letter}),
                   Contains(name) && Contains("--name"));
        CHECK_THAT(refused({"device", "enrol", "--kind", "kiosk", "--name", "Sảnh" + letter}),
                   Contains(name) && Contains("--name"));
        CHECK_THAT(refused({"import", "calendar", ward::demo_file("calendar.csv").string(),
                            "--reason", "lịch" + letter}),
                   Contains(name) && Contains("--reason"));
    }
    CHECK_THAT(ward.refused({"user", "add", "hoa", "--name", "019190004321|Hoa|01011990|Nữ"}),
               Contains("--name"));
}

TEST_CASE("a scan is one of the office's own codes in any state of the keyboard",
          "[system][doors]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string code = receive(officer);
    const auto kind_of = [&](const std::string& text) {
        const auto read = officer.post("/api/v1/scans", {{"text", text}});
        REQUIRE(read.status == 200);
        return json::serialize(read.json);
    };
    const std::string payload = core::code_payload('H', code);
    std::string lower = payload;
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const std::string as_it_is = kind_of(payload);
    CHECK_THAT(as_it_is, Contains(code));
    for (const std::string& spelling : {lower, payload + " ", " " + lower})
        CHECK(kind_of(spelling) == as_it_is);
}

TEST_CASE("what intake refuses of a card is told when the card is scanned", "[system][doors]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const auto scan = [&](const std::string& text) {
        return officer.post("/api/v1/scans", {{"text", text}}).json;
    };
    const json::value read =
        scan("019092004418||Nguyá»…n VÄƒn Máº«u||Nam|T? 7, ph??ng Th?|22042022");
    CHECK(read.at("kind") == "card");
    const json::value& card = read.at("card");
    CHECK(card.at("birth_year").is_null());
    CHECK(card.at("damaged_fields") == json::array({"full_name", "residence"}));
    const std::string doubts = json::serialize(card.at("doubts"));
    CHECK_THAT(doubts, Contains("Nguyễn Văn Mẫu") && Contains("1992") && Contains("ký tự lạ"));
    const json::value lost =
        scan("019092004418||Nguy\uFFFDn V\uFFFDn M\uFFFDu|14091992|Nam|Tổ 7|22042022");
    CHECK(lost.at("card").at("damaged_fields") == json::array({"full_name"}));
    const json::value whole =
        scan("019092004418~~Hoàng Văn Thử~14091992~Nam~Tổ 7~22042022").at("card");
    CHECK(whole.at("doubts").as_array().empty());
    CHECK_FALSE(whole.as_object().contains("damaged_fields"));
    const json::value cut = scan("019092004418~~Hoàng V");
    CHECK(cut.at("kind") == "unknown");
    CHECK_THAT(json::serialize(cut), Contains("quét lại"));
}

TEST_CASE("whatever text is accepted, the papers made of it open", "[system][doors]") {
    const std::vector<std::string> names = {"Nguyê\u0303n Va\u0306n Thư\u0323", // letters in parts
                                            "Lê \"Bé\" <Út> & 'Ba'",
                                            "Y Bhĭm Niê Kdăm – H’Hen",
                                            "Đỗ 👩‍👩‍👧 Mẫu",
                                            "=1+1 Nguyễn",
                                            "\u00AD\u200BTrần\u00A0Ánh",
                                            "陳氏 Митя عمر",
                                            std::string("Nguyễn ") + std::string(150, 'x')};
    ServedWard ward;
    auto admin = ward.as("admin");
    auto chairman = ward.as("chairman");
    int number = 0;
    for (const std::string& name : names) {
        INFO(name);
        // The name is also that of a procedure, its field and whoever receives it.
        const std::string code = "9.00000" + std::to_string(++number);
        const auto imported =
            admin.request("POST", "/api/v1/catalogue/import",
                          catalogue_header + code + "," + quoted("Cấp " + name) + "," +
                              quoted(name) + ",3,working_day,,0,none,ward,,,QĐ1,2020-01-01,\n",
                          {{"Content-Type", "text/csv"}});
        INFO(imported.http.body);
        REQUIRE(imported.status == 200);
        const std::string login = "cb0" + std::to_string(number);
        const auto user = admin.post(
            "/api/v1/users",
            {{"login", login}, {"name", name}, {"role", "officer"}, {"password", usual_password}});
        INFO(user.http.body);
        REQUIRE(user.status == 201);
        Api officer = ward.server().log_in(login, usual_password);
        json::object asked = intake(name);
        asked["procedure"] = code;
        asked["documents"] = json::array{"Bản chính " + name};
        const auto received = officer.post("/api/v1/dossiers", asked);
        CAPTURE(received.http.body);
        REQUIRE(received.status == 201);
        const std::string paper = "/api/v1/dossiers/" + received.text("code") + "/papers/";
        const auto receipt = officer.get(paper + "receipt.pdf");
        REQUIRE(receipt.status == 200);
        CHECK_FALSE(read_back::pdf_pages(receipt.http.body).empty());
        const auto supplement =
            officer.post("/api/v1/dossiers/" + received.text("code") + "/request-supplement",
                         {{"version", 1}, {"reason", "Thiếu: " + name}});
        REQUIRE(supplement.status == 200);
        const auto form = officer.get(paper + "supplement-request.pdf");
        REQUIRE(form.status == 200);
        CHECK_THAT(read_back::pdf_text(form.http.body), Contains("Thiếu"));
    }
    const std::string day = chairman.get("/api/v1/today").text("day");
    for (const char* by : {"field", "officer", "procedure"}) {
        const auto report = [&](const char* format) {
            return chairman.get("/api/v1/reports/period." + std::string(format) + "?from=" + day +
                                "&to=" + day + "&by=" + by);
        };
        const auto book = report("xlsx");
        REQUIRE(book.status == 200);
        const read_back::Workbook read = read_back::workbook(book.http.body);
        REQUIRE_FALSE(read.sheets.empty());
        CHECK(std::ranges::any_of(read.sheets, [](const read_back::Sheet& sheet) {
            return std::ranges::any_of(sheet.cells, [](const auto& cell) {
                return cell.second.find("=1+1 Nguyễn") != std::string::npos;
            });
        }));
        const auto pdf = report("pdf");
        REQUIRE(pdf.status == 200);
        CHECK_FALSE(read_back::pdf_pages(pdf.http.body).empty());
    }
}
