#include "core/engine/import/csv_reader.hpp"
#include "core/engine/import/import_table.hpp"
#include "tests/support/told_table.hpp"

#include <catch2/catch.hpp>

#include <sstream>
#include <string>
#include <utility>
#include <vector>

using core::ImportTable;

namespace {

const std::vector<std::string> columns = {"code", "name", "field"};

/// What is read of a file: "2: 1.001193|Khai sinh|Hộ tịch", or the refusal.
std::vector<std::string> rows_of(const std::string& bytes) {
    std::istringstream input(bytes);
    core::CsvFile file(input);
    return samples::told_rows(file, columns);
}

std::string utf16(const std::u16string& text, bool is_big) {
    std::string bytes;
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8);
        const char low = static_cast<char>(unit & 0xFF);
        bytes += is_big ? high : low;
        bytes += is_big ? low : high;
    }
    return bytes;
}

using Told = std::vector<std::string>;

const Told births = {"2: 1.001193|Khai sinh|Hộ tịch", "3: 1.000656|Khai tử|Hộ tịch"};
const std::string by_comma =
    "code,name,field\n1.001193,Khai sinh,Hộ tịch\n1.000656,Khai tử,Hộ tịch\n";

std::string with(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

} // namespace

TEST_CASE("columns that may be there besides are passed over by their names, and told",
          "[engine][import]") {
    std::istringstream input("Reason,code,name,Lý do,field\nwhy,1.1,Khai sinh,vì,Hộ tịch\n");
    core::CsvFile file(input);
    auto opened = ImportTable::open(file, columns, {"reason", "Lý do"});
    REQUIRE(opened);
    ImportTable table = std::move(opened).value();
    CHECK(table.passed_over() == std::vector<std::string>{"Reason", "Lý do"});
    REQUIRE(table.next());
    CHECK(table.field(0) == "1.1");
    CHECK(table.field(2) == "Hộ tịch");
    CHECK_THAT(rows_of("reason,code,name,field\n").front(), Catch::Contains("reason"));
}

TEST_CASE("a table is read in any dialect that a spreadsheet writes", "[engine][import]") {
    CHECK(rows_of(by_comma) == births);
    CHECK(rows_of("\uFEFF" + by_comma) == births);
    CHECK(rows_of(with(by_comma, ",", ";")) == births);
    CHECK(rows_of(with(by_comma, ",", "\t")) == births);
    CHECK(rows_of(with(by_comma, "\n", "\r\n")) == births);
    CHECK(rows_of(with(by_comma, "\n", "\r")) == births);
    CHECK(rows_of(by_comma + "\x1A") == births);
    CHECK(rows_of(with(by_comma, "\n", "\r\n") + "\x1A\r\n") == births);
    const Told one_later = {"3: 1.001193|Khai sinh|Hộ tịch", "4: 1.000656|Khai tử|Hộ tịch"};
    CHECK(rows_of("\uFEFFsep=,\r\n" + by_comma) == one_later);
    CHECK(rows_of("sep=;\n" + with(by_comma, ",", ";")) == one_later);
    // As spreadsheets write it that read it as a row.
    for (const std::string line : {"Sep=;\n", "\"sep=;\"\r\n", "sep=;;;;;\n", "\"sep=;\",,,\n"})
        CHECK(rows_of(line + with(by_comma, ",", ";")) == one_later);
    const std::u16string wide =
        u"code\tname\tfield\r\n1.001193\tKhai sinh\tHộ tịch\r\n1.000656\tKhai tử\tHộ tịch\r\n";
    CHECK(rows_of("\xFF\xFE" + utf16(wide, false)) == births);
    CHECK(rows_of("\xFE\xFF" + utf16(wide, true)) == births);
}

TEST_CASE("a text longer than a block comes whole through its decoding", "[engine][import]") {
    std::u16string wide = u"code,name,field\n";
    for (int i = 0; i < 20'000; ++i) wide += u"1.1,Đỗ 😀,ộ\n";
    const Told rows = rows_of("\xFF\xFE" + utf16(wide, false));
    REQUIRE(rows.size() == 20'000);
    CHECK(rows.back() == "20001: 1.1|Đỗ 😀|ộ");
    std::string narrow = "code,name,field\r";
    for (int i = 0; i < 20'000; ++i) narrow += "1.1,Khai,b\r";
    CHECK(rows_of(narrow + "\x1A").size() == 20'000);
    CHECK(rows_of("\xFF\xFE" + utf16(u"code,name,field\na,b,c\xD83D\n", false)) ==
          Told{"2: column 3: not UTF-8 at byte 2 of the field; save the file as CSV UTF-8"});
}

TEST_CASE("the names of columns are found in any order and however they are typed",
          "[engine][import]") {
    CHECK(rows_of("name, Code ,\u00A0FIELD\nKhai sinh,1.001193,Hộ tịch\n") == Told{births.front()});
    CHECK(rows_of("\n ,,\n\ncode,name,field\na,b,c\n") == Told{"5: a|b|c"});
}

TEST_CASE("blank rows and columns are passed over and told", "[engine][import]") {
    CHECK(rows_of("code,name,field\na,b,c\n,,\n \u00A0,,\u200B\nd,e,f\n,,\n") ==
          Told{"2: a|b|c", "5: d|e|f", "3 blank rows"});
    CHECK(rows_of("code,,name,field,,\na,,b,c,,\nd, ,e,f,,\n") ==
          Told{"2: a|b|c", "3: d|e|f", "3 blank columns"});
    CHECK(rows_of("code,name,field\na,b,c,,\nd,e,f,\n") ==
          Told{"2: a|b|c", "3: d|e|f", "2 blank columns"}); // as many as the widest row has
    CHECK(rows_of("code,,name,field\na,x,b,c\n") ==
          Told{"2: column 2 has text and no name: give it one or empty it", "1 blank columns"});
}

TEST_CASE("a row with the wrong number of columns is told", "[engine][import]") {
    const std::string quoting = ": a cell that contains the separator must stand in double quotes";
    CHECK(rows_of("code,name,field\na\na,b,c,d\na,b,\"c\n") ==
          Told{"2: has 1 columns instead of 3" + quoting, "3: has 4 columns instead of 3" + quoting,
               "4: column 3: a quote that is not closed before the end of the file"});
}

TEST_CASE("a table with other columns is refused by one error that names them",
          "[engine][import]") {
    CHECK(rows_of("") == Told{"line 1: the file is empty"});
    CHECK(rows_of("\n,,\n") == Told{"line 1: the file is empty"});
    CHECK(rows_of("code,nom,code\n") == Told{"line 1: Missing columns: `name`, `field`. Add them, "
                                             "or give the columns these names. Unknown columns: "
                                             "`nom`. Rename or delete them. Columns that stand "
                                             "more than once: `code`. Delete all but one of "
                                             "each."});
    CHECK(rows_of(std::string(5000, 'x') + ",b,c,d,e,f,g,h").front().size() < 300);
}

TEST_CASE("a file of another kind is refused with the way out", "[engine][import]") {
    for (const std::string& bytes :
         {std::string("PK\x03\x04..."), std::string("\xD0\xCF\x11\xE0..."), std::string("%PDF-1.7"),
          std::string("<html><table>"), std::string("c\0o\0d\0e\0", 8)}) {
        const Told told = rows_of(bytes);
        REQUIRE(told.size() == 1);
        INFO(told.front());
        CHECK(told.front().find("save") != std::string::npos);
    }
}

TEST_CASE("a title above the header is told with the row in which the header seems to be",
          "[engine][import]") {
    const std::string title = "DANH SÁCH THỦ TỤC NĂM 2026,,\n,,\n";
    const Told told = rows_of(title + by_comma);
    REQUIRE(told.size() == 1);
    CHECK_THAT(told.front(), Catch::Contains("header seems to be in row 3") &&
                                 Catch::Contains("delete the rows above it"));
    // Whatever stands between the columns, and whatever the title has between its own.
    for (const char* above :
         {"DANH SÁCH, năm 2026\n\n", "DANH SÁCH\n\"ngày 1;2\"\n", "code;\n\n"}) {
        INFO(above);
        const Told of_semicolons = rows_of(above + with(by_comma, ",", ";"));
        REQUIRE(of_semicolons.size() == 1);
        CHECK_THAT(of_semicolons.front(), Catch::Contains("in row 3"));
    }
    // A header that misses a column is still the one that is meant.
    CHECK_THAT(rows_of("DANH SÁCH\ncode,name\n").front(), Catch::Contains("in row 2"));
    CHECK_THAT(rows_of("DANH SÁCH\nnothing,of,it\n").front(), Catch::Contains("`code`"));
}
