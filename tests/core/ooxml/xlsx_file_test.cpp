// Workbooks as programs write them: by libxlsxwriter, and by hand where it would not.

#include "core/engine/import/import_table.hpp"
#include "core/ooxml/xlsx_file.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/support/told_table.hpp"

#include <catch2/catch.hpp>
#include <xlsxwriter.h>
#include <zip.h>

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace {

using Told = std::vector<std::string>;

const std::vector<std::string> columns = {"code", "name", "received_at"};

Told told_of(ooxml::XlsxFile file) { return samples::told_rows(file, columns); }

/// A zip archive of the parts.
std::string archive(const std::map<std::string, std::string>& parts,
                    const std::filesystem::path& file) {
    int error = 0;
    zip_t* zip = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (const auto& [name, text] : parts)
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), 0);
    REQUIRE(zip_close(zip) == 0);
    return file.string();
}

/// The least that a workbook needs, with a sheet of its own.
std::map<std::string, std::string> parts_with(const std::string& sheet,
                                              const std::string& pr = "") {
    const std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    const std::string types =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    return {
        {"_rels/.rels", xml + "<Relationships><Relationship Id=\"r1\" Type=\"" + types +
                            "officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml", xml + "<x:workbook xmlns:x=\"m\" xmlns:r=\"r\"><x:workbookPr " + pr +
                                "/><x:sheets><x:sheet name=\"A\" sheetId=\"1\" r:id=\"r2\"/>"
                                "</x:sheets></x:workbook>"},
        {"xl/_rels/workbook.xml.rels",
         xml + "<Relationships><Relationship Id=\"r2\" Type=\"" + types +
             "worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r3\" Type=\"" +
             types + "styles\" Target=\"styles.xml\"/></Relationships>"},
        {"xl/styles.xml", xml + "<styleSheet><numFmts><numFmt numFmtId=\"170\" "
                                "formatCode=\"dd/mm/yyyy\\ hh:mm\"/></numFmts><cellXfs><xf "
                                "numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/>"
                                "</cellXfs></styleSheet>"},
        {"xl/worksheets/sheet1.xml", xml + sheet},
    };
}

const std::string header =
    "<x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>code</x:t></x:is>"
    "</x:c><x:c r=\"B1\" t=\"inlineStr\"><x:is><x:t>name</x:t></x:is></x:c>"
    "<x:c r=\"C1\" t=\"inlineStr\"><x:is><x:t> Received At</x:t></x:is></x:c>"
    "</x:row>";

std::string sheet_of(const std::string& rows) {
    return "<x:worksheet xmlns:x=\"m\"><x:sheetData>" + header + rows +
           "</x:sheetData></x:worksheet>";
}

using Cells = std::vector<std::vector<std::string>>;

struct Tab {
    std::string name;
    Cells cells;
    bool is_hidden = false;
};

/// A workbook of these sheets.
ooxml::XlsxFile workbook_of(const std::string& file, const std::vector<Tab>& tabs) {
    lxw_workbook* book = workbook_new(file.c_str());
    for (const Tab& tab : tabs) {
        lxw_worksheet* sheet = workbook_add_worksheet(book, tab.name.c_str());
        if (tab.is_hidden) worksheet_hide(sheet);
        for (std::size_t row = 0; row < tab.cells.size(); ++row) {
            for (std::size_t column = 0; column < tab.cells[row].size(); ++column)
                worksheet_write_string(sheet, static_cast<lxw_row_t>(row),
                                       static_cast<lxw_col_t>(column),
                                       tab.cells[row][column].c_str(), nullptr);
        }
    }
    REQUIRE(workbook_close(book) == LXW_NO_ERROR);
    return ooxml::XlsxFile(std::filesystem::path(file));
}

} // namespace

TEST_CASE("a workbook with the table in a second sheet is refused, and no row of it is lost",
          "[ooxml]") {
    const TemporaryDirectory folder;
    const Cells a = {columns, {"A-1", "a", "b"}};
    const Cells b = {{}, {" Received At", "CODE", "name", "h"}, {}, {"b", "B-1", "c"}};
    const auto told = [&](const std::vector<Tab>& tabs) {
        auto file = workbook_of(folder / "a.xlsx", tabs);
        return samples::told_rows(file, columns);
    };
    const Told refused = told({{"S\u1ED5 2024", a}, {"t", {{"x"}}}, {"S\u1ED5 2025", b}});
    REQUIRE(refused.size() == 1);
    CHECK_THAT(refused.front(), Catch::Contains("`S\u1ED5 2024`, `S\u1ED5 2025`") &&
                                    Catch::Contains("one sheet in each file"));
    CHECK(told({{"x", a}, {"y", b, true}}) == Told{"2: A-1|a|b"});
    CHECK(told({{"x", {columns}}, {"y", a}}) == Told{"2: A-1|a|b"});
    CHECK(told({{"x", {{"code", "name"}, {"1", "2"}}}, {"y", a}}) == Told{"2: A-1|a|b"});
}

TEST_CASE("visible sheets that hold anything else, and hidden ones with rows, are named",
          "[ooxml]") {
    const TemporaryDirectory folder;
    const Cells table = {columns, {"A-1", "a", "b"}};
    auto file = workbook_of(folder / "a.xlsx", {{"Ghi ch\u00FA", {{"x"}}},
                                                {"S\u1ED5", table},
                                                {"Tr\u1ED1ng", {}},
                                                {"K\u00EDn", {{"x"}}, true},
                                                {"S\u1ED5 c\u0169", table, true},
                                                {"M\u1EABu", {columns}},
                                                {"D\u01B0\u1EDBi", Cells(80, {""})},
                                                {"Th\u00EAm", {{"code"}, {"1"}}}});
    CHECK(samples::told_rows(file, columns) == Told{"2: A-1|a|b"});
    CHECK(file.passed_sheets() ==
          std::vector<std::string>{"Ghi ch\u00FA", "S\u1ED5 c\u0169", "M\u1EABu", "Th\u00EAm"});
}

TEST_CASE("a title above the header is told, whichever sheet has the table", "[ooxml]") {
    const TemporaryDirectory folder;
    const Cells titled = {{"S\u1ED4 THEO D\u00D5I"}, {}, columns, {"A-1", "a", "b"}};
    for (const auto& tabs : {std::vector<Tab>{{"a", titled}},
                             std::vector<Tab>{{"Ghi ch\u00FA", {{"x"}}}, {"a", titled}}}) {
        auto file = workbook_of(folder / "a.xlsx", tabs);
        const Told told = samples::told_rows(file, columns);
        REQUIRE(told.size() == 1);
        CHECK_THAT(told.front(), Catch::Contains("in row 3"));
    }
}

TEST_CASE("a workbook's table is read as the spreadsheet keeps it", "[ooxml]") {
    const TemporaryDirectory folder;
    const std::string file = folder / "table.xlsx";
    lxw_workbook* book = workbook_new(file.c_str());
    lxw_worksheet* other = workbook_add_worksheet(book, "Ghi chú");
    worksheet_write_string(other, 0, 0, "không phải bảng", nullptr);
    lxw_worksheet* sheet = workbook_add_worksheet(book, "Sổ");
    lxw_format* date = workbook_add_format(book);
    format_set_num_format(date, "dd/mm/yyyy hh:mm");
    lxw_format* padded = workbook_add_format(book);
    format_set_num_format(padded, "000000000000");
    for (lxw_col_t i = 0; i < 3; ++i)
        worksheet_write_string(sheet, 2, i, columns[i].c_str(), nullptr);
    worksheet_write_number(sheet, 3, 0, 19'190'004'321.0, padded);
    worksheet_write_string(sheet, 3, 1, "Đỗ Thị Mẫu", nullptr);
    lxw_datetime moment = {2023, 1, 3, 8, 12, 0};
    worksheet_write_datetime(sheet, 3, 2, &moment, date);
    worksheet_write_string(sheet, 5, 0, "a", nullptr);
    worksheet_write_formula_str(sheet, 5, 1, "=A6&\"b\"", nullptr, "ab");
    worksheet_write_blank(sheet, 7, 4, date);
    REQUIRE(workbook_close(book) == LXW_NO_ERROR);
    CHECK(told_of(ooxml::XlsxFile(std::filesystem::path(file))) ==
          Told{"4: 019190004321|Đỗ Thị Mẫu|2023-01-03T08:12", "6: a|ab|", "1 blank rows"});
}

TEST_CASE("cells of any kind are read, whatever the prefix of their names", "[ooxml]") {
    const TemporaryDirectory folder;
    const auto file = [&](const std::string& rows, const std::string& pr = "") {
        return ooxml::XlsxFile(
            std::filesystem::path(archive(parts_with(sheet_of(rows), pr), folder / "a.xlsx")));
    };
    const std::string row =
        "<x:row r=\"2\"><x:c r=\"A2\"><x:v>1.9190004321E10</x:v></x:c><x:c r=\"B2\" "
        "t=\"inlineStr\"><x:is><x:r><x:t>Đỗ </x:t></x:r><x:r><x:t>A&amp;B</x:t>"
        "</x:r><x:rPh><x:t>đọc</x:t></x:rPh></x:is></x:c><x:c r=\"C2\" s=\"2\">"
        "<x:v>44929.3416666667</x:v></x:c></x:row>";
    CHECK(told_of(file(row)) == Told{"2: 19190004321|Đỗ A&B|2023-01-03T08:12"});
    CHECK(told_of(file(
              "<x:row><x:c><x:v>7</x:v></x:c><x:c t=\"b\"><x:v>1</x:v></x:c><x:c s=\"1\"><x:v>0"
              "</x:v></x:c></x:row>",
              "date1904=\"1\"")) == Told{"2: 7|1|00:00"});
    CHECK(told_of(file("<x:row><x:c><x:v>1.0004189999999999</x:v></x:c><x:c><x:v>2000.0000000000002"
                       "</x:v></x:c><x:c><x:v>0.1</x:v></x:c></x:row>")) ==
          Told{"2: 1.000419|2000|0.1"}); // as the spreadsheet shows them
    CHECK(told_of(file("<x:row r=\"9\"><x:c r=\"C9\" s=\"1\"><x:v>43467</x:v></x:c></x:row>",
                       "date1904=\"1\"")) == Told{"9: ||2023-01-03"});
    CHECK(told_of(file("<x:row r=\"2\"><x:c r=\"B2\" t=\"e\"><x:v>#REF!</x:v></x:c></x:row>")) ==
          Told{"2: column 2: the cell says #REF!, mend its formula"});
    CHECK(told_of(file("<x:row r=\"2\"/><x:row r=\"3\"></x:row>")) == Told{"2 blank rows"});
}

TEST_CASE("a cell of which the spreadsheet made a date, a time or a share says how it was typed",
          "[ooxml]") {
    const TemporaryDirectory folder;
    const auto typed = [&](double number, const char* format) {
        const std::string file = folder / "made.xlsx";
        lxw_workbook* book = workbook_new(file.c_str());
        lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
        lxw_format* shown = workbook_add_format(book);
        format_set_num_format(shown, format);
        for (lxw_col_t i = 0; i < 3; ++i)
            worksheet_write_string(sheet, 0, i, columns[i].c_str(), nullptr);
        worksheet_write_string(sheet, 1, 0, "a", nullptr);
        worksheet_write_number(sheet, 1, 1, number, shown);
        REQUIRE(workbook_close(book) == LXW_NO_ERROR);
        ooxml::XlsxFile read{std::filesystem::path(file)};
        auto table = core::ImportTable::open(read, columns);
        REQUIRE(table);
        core::ImportTable rows = std::move(table).value();
        REQUIRE(rows.next());
        CHECK(rows.made(0) == nullptr);
        const core::MadeCell* made = rows.made(1);
        return made ? std::string(core::damage_kinds.text(made->made)) + " " + made->typed + " " +
                          made->number
                    : std::string("nothing");
    };
    CHECK(typed(45'000, "d-mmm") == "date 15/3 45000");
    CHECK(typed(45'000, "dd/mm") == "date 15/03 45000");
    CHECK(typed(45'000, "mmm-yy") == "date 3/2023 45000");
    CHECK(typed(45'000, "dd/mm/yyyy") == "date 15/03/2023 45000");
    CHECK(typed(45'000, "[$-42A]dddd, dd mmmm yyyy") == "date 15/3/2023 45000");
    CHECK(typed(45'000.375, "d/m/yyyy h:mm") == "date 15/3/2023 9:00 45000.375");
    CHECK(typed(0.375, "h:mm") == "time 9:00 0.375");
    CHECK(typed(0.375, "hh:mm:ss") == "time 09:00 0.375");
    CHECK(typed(1.0625, "[h]:mm") == "time 25:30 1.0625");
    CHECK(typed(0.5, "0%") == "percent 50% 0.5");
    CHECK(typed(0.125, "0.0%") == "percent 12.5% 0.125");
    CHECK(typed(45'000, "#,##0") == "nothing");
    CHECK(typed(45'000, "General") == "nothing");
    CHECK(typed(45'000, "000000") == "nothing");
}

TEST_CASE("letters that a workbook writes by their numbers are read", "[ooxml]") {
    const TemporaryDirectory folder;
    const auto told = [&](const std::string& text) {
        const std::string inline_text =
            "<x:c r=\"A2\" t=\"inlineStr\"><x:is><x:t>" + text + "</x:t></x:is></x:c>";
        const std::string of_formula =
            "<x:c r=\"B2\" t=\"str\"><x:f>A2</x:f><x:v>" + text + "</x:v></x:c>";
        return told_of(ooxml::XlsxFile(std::filesystem::path(
            archive(parts_with(sheet_of("<x:row r=\"2\">" + inline_text + of_formula + "</x:row>")),
                    folder / "a.xlsx"))));
    };
    const std::vector<std::pair<std::string, std::string>> texts = {
        {"a_x000B_b", "a\vb"},
        {"a_x000D_\nb", "a\r\nb"},
        {"_x0041_n", "An"},
        {"_x1EC5_", "ễ"},
        {"_xD83D__xDE00_", "\U0001F600"},
        {"_xD83D_", "\uFFFD"},
        {"_x005F_x000B_", "_x000B_"},
        {"_x005F_", "_"},
        {"_x00zz_ _x41_ _x", "_x00zz_ _x41_ _x"},
        {"a__x0041__", "a_A_"}};
    for (const auto& [written, read] : texts) {
        INFO(written);
        CHECK(told(written) == Told{"2: " + read + "|" + read + "|"});
    }
    const std::string file = folder / "shared.xlsx";
    lxw_workbook* book = workbook_new(file.c_str());
    lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
    for (lxw_col_t i = 0; i < 3; ++i)
        worksheet_write_string(sheet, 0, i, columns[i].c_str(), nullptr);
    worksheet_write_string(sheet, 1, 0, "a\vb", nullptr);
    worksheet_write_string(sheet, 1, 1, "a\r\nb", nullptr);
    REQUIRE(workbook_close(book) == LXW_NO_ERROR);
    CHECK(told_of(ooxml::XlsxFile(std::filesystem::path(file))) == Told{"2: a\vb|a\r\nb|"});
}

TEST_CASE("a cell whose text is not in the file is told, and never taken for an empty one",
          "[ooxml]") {
    const TemporaryDirectory folder;
    const auto told = [&](const std::string& cell) {
        const std::string row = "<x:row r=\"2\">" + cell + "</x:row>";
        return told_of(ooxml::XlsxFile(
            std::filesystem::path(archive(parts_with(sheet_of(row)), folder / "a.xlsx"))));
    };
    const Told uncomputed = told("<x:c r=\"A2\"><x:f>1+1</x:f></x:c>");
    REQUIRE(uncomputed.size() == 1);
    CHECK_THAT(uncomputed.front(), Catch::Contains("never computed"));
    const Told lost = told("<x:c r=\"A2\" t=\"s\"><x:v>999</x:v></x:c>");
    REQUIRE(lost.size() == 1);
    CHECK_THAT(lost.front(), Catch::Contains("broken"));
    CHECK(told("<x:c r=\"A2\" t=\"str\"><x:f>A1</x:f><x:v></x:v></x:c><x:c><x:v>7</x:v></x:c>") ==
          Told{"2: |7|"});
}

TEST_CASE("a file that is no sound workbook is refused", "[ooxml]") {
    const TemporaryDirectory folder;
    using Path = std::filesystem::path;
    CHECK(
        told_of(ooxml::XlsxFile(std::string_view("PK\x03\x04 nothing"))).front().find("damaged") !=
        std::string::npos);
    CHECK(told_of(ooxml::XlsxFile(Path(archive({{"a.txt", "a"}}, folder / "zip.zip"))))
              .front()
              .find("no CSV") != std::string::npos);
    const std::string cut = sheet_of("<x:row r=\"2\"><x:c r=\"A2\"><x:v>1");
    const Told told = told_of(ooxml::XlsxFile(
        Path(archive(parts_with(cut.substr(0, cut.find("</x:sheetData>"))), folder / "cut.xlsx"))));
    REQUIRE(told.size() == 1);
    CHECK(told.front().find("2: the workbook is damaged") == 0);
}

TEST_CASE("an archive that unpacks to far more than it weighs is refused", "[ooxml]") {
    const TemporaryDirectory folder;
    const std::string blanks(std::size_t{64} << 20, ' ');
    const auto parts = parts_with(sheet_of(blanks));
    const std::string file = archive(parts, folder / "bomb.xlsx");
    CHECK(std::filesystem::file_size(file) < 200'000);
    CHECK(told_of(ooxml::XlsxFile(std::filesystem::path(file))).front() ==
          "the workbook unpacks to too much: split it or save it as CSV UTF-8");
}
