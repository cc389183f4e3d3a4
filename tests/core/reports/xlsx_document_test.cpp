#include "core/reports/report_files.hpp"
#include "tests/support/read_back.hpp"
#include "tests/support/report_samples.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using Catch::Matchers::Contains;
using read_back::Sheet;
using Cells = std::map<std::string, std::string>;

TEST_CASE("a workbook holds the figures as numbers, a share with its percentage and its base",
          "[api][xlsx]") {
    const auto book = read_back::workbook(reports::to_xlsx(samples::signed_report()));
    REQUIRE(book.sheets.size() == 1);
    const Sheet& sheet = book.sheets.front();
    CHECK(sheet.name == "Tổng hợp");
    CHECK(sheet.row(sheet.row_of("Tiếp nhận trong kỳ")) ==
          Cells{{"A", "Tiếp nhận trong kỳ"}, {"B", "Received in the period"}, {"C", "3936"}});
    const int early = sheet.row_of("– trước hạn");
    CHECK(
        sheet.row(early) ==
        Cells{
            {"A", "– trước hạn"}, {"B", "– early"}, {"C", "3312"}, {"D", "0.8417"}, {"E", "3935"}});
    const std::string row = std::to_string(early);
    CHECK(sheet.formats.at("C" + row) == "#,##0");
    CHECK(sheet.formats.at("D" + row) == "0.00%");
    CHECK(sheet.row(sheet.row_of("Đã số hóa")).at("D") == "0.9746");
}

TEST_CASE("a workbook tells whose report it is and of which period", "[api][xlsx]") {
    const auto book = read_back::workbook(reports::to_xlsx(samples::signed_report()));
    const Sheet& sheet = book.sheets.front();
    CHECK(sheet.cells.at("A1") == "UBND phường Ba Hàng");
    CHECK_THAT(sheet.cells.at("A2"), Contains("GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"));
    CHECK_THAT(sheet.cells.at("A5"), Contains("Từ ngày 01/01/2023 đến ngày 31/07/2023"));
    CHECK_THAT(book.facts, Contains("UBND phường Ba Hàng") && Contains("2023-07-30T17:00:00Z"));
}

TEST_CASE("a workbook's heads stay in sight and it prints on A4 across, a page wide",
          "[api][xlsx]") {
    for (const std::string& bytes : {reports::to_xlsx(samples::report_of_groups(3)),
                                     reports::to_xlsx(samples::signed_form_06a()),
                                     reports::to_xlsx(samples::signed_form_cchc())}) {
        const auto book = read_back::workbook(bytes);
        CHECK_THAT(book.xml, Contains("_xlnm.Print_Titles"));
        for (const Sheet& sheet : book.sheets) {
            INFO(sheet.name);
            CHECK_THAT(sheet.xml, Contains("state=\"frozen\""));
            CHECK_THAT(sheet.xml, Contains("<pageSetUpPr fitToPage=\"1\"/>"));
            CHECK_THAT(sheet.xml, Contains("paperSize=\"9\"") && Contains("fitToHeight=\"0\"") &&
                                      Contains("orientation=\"landscape\""));
        }
    }
}

TEST_CASE("a text that looks like an escaped letter of a workbook is written so that it stays",
          "[api][xlsx]") {
    core::PeriodReport report = samples::report_of_groups(1);
    report.groups.front().name = "Mẫu _x000B_ và _x005F_";
    report.office = "UBND _xD83D_ Thử_x00";
    const auto book = read_back::workbook(reports::to_xlsx(report));
    const Sheet& sheet = book.sheets.back();
    const bool is_escaped = std::ranges::any_of(sheet.cells, [](const auto& cell) {
        return cell.second.find("Mẫu _x005F_x000B_ và _x005F_x005F_") != std::string::npos;
    });
    CHECK(is_escaped);
    CHECK(sheet.cells.at("A1") == "UBND _x005F_xD83D_ Thử_x00");
}

TEST_CASE("a letter that no file may have is marked in a workbook", "[api][xlsx]") {
    core::PeriodReport report = samples::signed_report();
    report.office = "UBND\uFFFF\vphường\x01";
    const auto book = read_back::workbook(reports::to_xlsx(report));
    CHECK(book.sheets.front().cells.at("A1") == "UBND□\nphường□");
}

TEST_CASE("a workbook by groups has a row for each and ends with the total", "[api][xlsx]") {
    const auto book = read_back::workbook(reports::to_xlsx(samples::report_of_groups(200)));
    REQUIRE(book.sheets.size() == 2);
    const Sheet& sheet = book.sheets.back();
    CHECK(sheet.name == "Theo thủ tục");
    const int first = sheet.row_of("1.100001 Thủ tục số 1");
    REQUIRE(first > 0);
    CHECK(sheet.row_of("1.100200 Thủ tục số 200") == first + 199);
    CHECK(sheet.row_of("Tổng cộng (Total)") == first + 200);
    Cells total = sheet.row(first + 200);
    CHECK(total.at("C") == "3936");
    CHECK(total.at("G") == "3935");
    CHECK(total.at("H") == "3312");
    CHECK(total.at("I") == "0.8417");
}

TEST_CASE("a workbook shows a percentage of nothing as none", "[api][xlsx]") {
    core::PeriodReport report = samples::signed_report();
    report.total = {};
    const auto book = read_back::workbook(reports::to_xlsx(report));
    const Sheet& sheet = book.sheets.front();
    CHECK(sheet.row(sheet.row_of("– trước hạn")) ==
          Cells{{"A", "– trước hạn"}, {"B", "– early"}, {"C", "0"}, {"D", "–"}, {"E", "0"}});
}

TEST_CASE("a name stands in a workbook as it is, whatever it looks like", "[api][xlsx]") {
    core::PeriodReport report = samples::report_of_groups(0);
    const std::string long_name = "Thủ tục " + std::string(2000, 'x');
    report.groups = {{"=1+1", "=1+1", samples::signed_figures()},
                     {"<a> & \"b\"", "<a> & \"b\"", samples::signed_figures()},
                     {long_name, long_name, samples::signed_figures()}};
    const auto book = read_back::workbook(reports::to_xlsx(report));
    const Sheet& sheet = book.sheets.back();
    for (const auto& group : report.groups) CHECK(sheet.row_of(group.name) > 0);
    CHECK_THAT(sheet.xml, !Contains("<f>"));
}

TEST_CASE("form 06a in a workbook numbers its columns and rows", "[api][xlsx]") {
    const auto book = read_back::workbook(reports::to_xlsx(samples::signed_form_06a()));
    const Sheet& sheet = book.sheets.front();
    const int heads = sheet.row_of("(1)");
    CHECK(sheet.cells.at("M" + std::to_string(heads)) == "(13)");
    CHECK(sheet.row(heads + 1) == Cells{{"A", "1"},
                                        {"B", "Hộ tịch"},
                                        {"C", "3936"},
                                        {"D", "3775"},
                                        {"E", "161"},
                                        {"F", "0"},
                                        {"G", "3935"},
                                        {"H", "3312"},
                                        {"I", "623"},
                                        {"J", "0"},
                                        {"K", "1"},
                                        {"L", "1"},
                                        {"M", "0"}});
    CHECK(sheet.row(heads + 2).at("B") == "Tổng cộng (Total)");
    CHECK(sheet.row_of("Ghi chú: hồ sơ tạm dừng tính vào cột (12); hồ sơ rút, dừng giải quyết tính "
                       "vào cột (9).") > heads);
}

TEST_CASE("form cchc in a workbook says what is not known", "[api][xlsx]") {
    const auto book = read_back::workbook(reports::to_xlsx(samples::signed_form_cchc()));
    REQUIRE(book.sheets.size() == 2);
    const Sheet& rows = book.sheets.front();
    CHECK(rows.row(rows.row_of("14")).at("D") == "chưa có số liệu");
    CHECK(rows.row(rows.row_of("31")).at("D") == "3776");
    CHECK(rows.row(rows.row_of("36")).at("D") == "0");
    const Sheet& figures = book.sheets.back();
    Cells digitised = figures.row(figures.row_of("Hồ sơ đã số hóa"));
    CHECK(digitised.at("D") == "3835");
    CHECK(digitised.at("E") == "0.9746");
    CHECK(digitised.at("F") == "3935");
}

TEST_CASE("the same report gives the same bytes of a workbook", "[api][xlsx]") {
    CHECK(reports::to_xlsx(samples::report_of_groups(20)) ==
          reports::to_xlsx(samples::report_of_groups(20)));
}
