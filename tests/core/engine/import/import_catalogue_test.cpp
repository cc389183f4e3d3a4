#include "core/engine/import/import.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using Catch::Matchers::Contains;
using samples::catalogue_header;
using samples::date;

namespace {

const std::string used_code = "1.000003";

/// The line of the sample catalogue, changed.
std::string
line_of(const std::string& code, const std::string& what = "", const std::string& instead = "") {
    const std::size_t start = samples::catalogue_csv.find("\n" + code) + 1;
    const std::size_t end = samples::catalogue_csv.find('\n', start);
    std::string line = samples::catalogue_csv.substr(start, end - start);
    if (what.empty()) return line + "\n";
    const std::size_t at = line.find(what);
    REQUIRE(at != std::string::npos);
    return line.replace(at, what.size(), instead) + "\n";
}

core::ProcedureVersion latest(SqliteOffice& office, const std::string& code) {
    const core::Catalogue catalogue(office.books().read()->procedure_versions());
    REQUIRE(catalogue.latest(code));
    return *catalogue.latest(code);
}

void use(SqliteOffice& office) {
    REQUIRE(office.books()
                .import_register(samples::register_header + "X-1," + used_code +
                                 ",A,,,,online,2024-05-06T09:00,,,,,,,0,0,\n")
                .summary);
}

} // namespace

TEST_CASE("a catalogue's row is read into all its parts", "[engine][import]") {
    SqliteOffice office;
    REQUIRE(office.books()
                .import_catalogue(catalogue_header +
                                  "3.000001,\"Thủ tục, mới\",Đất đai,2.50,working_hour,09:30,50000,"
                                  "full,vertical,BHXH; Công an,Đơn;Sổ,QĐ9,2024-01-01,2024-12-31\n")
                .summary);
    const auto version = latest(office, "3.000001");
    CHECK(version.name == "Thủ tục, mới");
    CHECK(version.field == "Đất đai");
    CHECK(version.limit ==
          core::TimeLimit{core::DeadlineUnit::working_hour, 5, std::chrono::minutes{9 * 60 + 30}});
    CHECK(version.fee_vnd == 50'000);
    CHECK(version.online_level == core::OnlineLevel::full);
    CHECK(version.sector == core::Sector::vertical);
    CHECK(version.linked_agencies == std::vector<std::string>{"BHXH", "Công an"});
    CHECK(version.documents == std::vector<std::string>{"Đơn", "Sổ"});
    CHECK(version.decision == "QĐ9");
    CHECK(version.effective_from == date(2024, 1, 1));
    CHECK(version.effective_to == date(2024, 12, 31));
}

TEST_CASE("the same catalogue imported twice adds nothing", "[engine][import]") {
    SqliteOffice office;
    const auto head = office.books().read()->journal_head();
    const auto again = office.books().import_catalogue(samples::catalogue_csv);
    REQUIRE(again.summary);
    CHECK(again.summary->already_stored == 8);
    CHECK(again.summary->added + again.summary->changed == 0);
    CHECK(office.books().read()->journal_head() == head);
}

TEST_CASE("a catalogue's code in another spelling is the same procedure", "[engine][import]") {
    SqliteOffice office;
    std::string same = line_of(used_code);
    same.replace(0, used_code.size(), "１.０００００３");
    const auto again = office.books().import_catalogue(catalogue_header + same);
    REQUIRE(again.summary);
    CHECK(again.summary->already_stored == 1);
    std::string later = line_of(used_code, "2020-01-01", "2025-01-01");
    later.replace(0, used_code.size(), "1.00\u200B0003");
    REQUIRE(office.books().import_catalogue(catalogue_header + later).summary);
    CHECK(latest(office, used_code).effective_from == date(2025, 1, 1));
    CHECK(latest(office, used_code).code == used_code); // the first spelling stays
    const auto twice = office.books().import_catalogue(
        catalogue_header + "tt-01,N,F,3,working_day,,0,none,ward,,,,2024-01-01,\n" +
        "TT-01,N,F,3,working_day,,0,none,ward,,,,2024-01-01,\n");
    REQUIRE(twice.problems.size() == 1);
    CHECK_THAT(samples::in_english(twice.problems[0].reason), Contains("stands twice"));
}

TEST_CASE("a catalogue's code that a spreadsheet damaged is named", "[engine][import]") {
    SqliteOffice office;
    const std::string rest = ",N,F,3,working_day,,0,none,ward,,,,2024-01-01,\n";
    for (const auto& [code, told] : {std::pair("2.00093", "2.000930"), std::pair("7.5E+05", "E+"),
                                     std::pair("02/01/1900", "date"), std::pair("####", "#")}) {
        INFO(code);
        const auto imported = office.books().import_catalogue(catalogue_header + code + rest);
        REQUIRE(imported.problems.size() == 1);
        CHECK(imported.problems[0].column == "code");
        CHECK_THAT(samples::in_english(imported.problems[0].reason), Contains(told));
    }
    // An office numbers its own procedures as it likes.
    for (const char* code : {"1.1", "3.12", "12.00093", "TT-01", "QS.000100"}) {
        INFO(code);
        CHECK(office.books().import_catalogue(catalogue_header + code + rest).summary);
    }
}

TEST_CASE("each bad row of a catalogue is named", "[engine][import]") {
    SqliteOffice office;

    const struct {
        std::string row;
        std::string column;
        std::string reason;
    } bad_rows[] = {
        {",N,F,3,working_day,,0,none,ward,,,,2024-01-01,", "code", "empty"},
        {"3.1,,F,3,working_day,,0,none,ward,,,,2024-01-01,", "name", "empty"},
        {"3.1,\u200B,F,3,working_day,,0,none,ward,,,,2024-01-01,", "name", "empty"},
        {"3.1,NULL,F,3,working_day,,0,none,ward,,,,2024-01-01,", "name", "empty cell"},
        {"3.1,N,44927,3,working_day,,0,none,ward,,,,2024-01-01,", "field", "one of a date"},
        {"\u200B,N,F,3,working_day,,0,none,ward,,,,2024-01-01,", "code", "empty"},
        {"3.1,N,,3,working_day,,0,none,ward,,,,2024-01-01,", "field", "empty"},
        {"3.1,N,F,three,working_day,,0,none,ward,,,,2024-01-01,", "duration", "\"three\""},
        {"3.1,N,F,,working_day,,0,none,ward,,,,2024-01-01,", "duration", "\"\""},
        {"3.1,N,F,-1,working_day,,0,none,ward,,,,2024-01-01,", "duration", "\"-1\""},
        {"3.1,N,F,2.25,working_day,,0,none,ward,,,,2024-01-01,", "duration", "halves"},
        {"3.1,N,F,2.5,calendar_day,,0,none,ward,,,,2024-01-01,", "duration", "halves"},
        {"3.1,N,F,4000,working_day,,0,none,ward,,,,2024-01-01,", "duration", "\"4000\""},
        {"3.1,N,F,3,weeks,,0,none,ward,,,,2024-01-01,", "unit", "working_hour"},
        {"3.1,N,F,0,working_day,25:00,0,none,ward,,,,2024-01-01,", "cutoff", "25:00"},
        {"3.1,N,F,3,working_day,,free,none,ward,,,,2024-01-01,", "fee_vnd", "\"free\""},
        {"3.1,N,F,3,working_day,,0,some,ward,,,,2024-01-01,", "online_level", "partial"},
        {"3.1,N,F,3,working_day,,0,none,town,,,,2024-01-01,", "sector", "vertical"},
        {"3.1,N,F,3,working_day,,0,none,ward,,,,,", "effective_from", "empty"},
        {"3.1,N,F,3,working_day,,0,none,ward,,,,2023-02-29,", "effective_from", "2023-02-29"},
        {"3.1,N,F,3,working_day,,0,none,ward,,,,2024-01-02,2024-01-01", "effective_to", "before"},
        {"3.1,N,F,3,working_day", "", ""},
    };

    for (const auto& bad : bad_rows) {
        INFO(bad.row);
        const auto imported = office.books().import_catalogue(
            catalogue_header + "3.2,N,F,3,working_day,,0,none,ward,,,,2024-01-01,\n" + bad.row +
            "\n");
        CHECK_FALSE(imported.summary);
        REQUIRE(imported.problems.size() == 1);
        CHECK(imported.problems[0].line == 3);
        CHECK(imported.problems[0].column == bad.column);
        CHECK_THAT(samples::in_english(imported.problems[0].reason), Contains(bad.reason));
    }
    CHECK(office.books().read()->procedure_versions().size() == 8);
}

TEST_CASE("a version that stands twice in a catalogue is named", "[engine][import]") {
    SqliteOffice office;
    const auto imported =
        office.books().import_catalogue(catalogue_header + line_of(used_code) + line_of(used_code));
    REQUIRE(imported.problems.size() == 1);
    CHECK(imported.problems[0].line == 3);
    CHECK_THAT(samples::in_english(imported.problems[0].reason), Contains("stands twice"));
}

TEST_CASE("the rules of a version stay once a dossier has it", "[engine][import]") {
    SqliteOffice office;
    use(office);
    const auto before = latest(office, used_code);
    const std::string changed[] = {
        line_of(used_code, ",15,", ",14,"), line_of(used_code, "calendar_day", "working_day"),
        line_of(used_code, ",Người có công,", ",Khác,"), line_of(used_code, "full", "none"),
        line_of(used_code, "ward,", "ward,BHXH")};
    for (const std::string& line : changed) {
        INFO(line);
        const auto imported = office.books().import_catalogue(catalogue_header + line);
        REQUIRE(imported.problems.size() == 1);
        CHECK(imported.problems[0].column == "code");
        CHECK_THAT(samples::in_english(imported.problems[0].reason), Contains("has dossiers"));
        CHECK(latest(office, used_code) == before);
    }
}

TEST_CASE("a version in use can be closed and its wording amended", "[engine][import]") {
    SqliteOffice office;
    use(office);
    const auto imported = office.books().import_catalogue(
        catalogue_header + line_of(used_code, "2020-01-01,", "2020-01-01,2024-06-30") +
        line_of("1.000001", "Đăng ký", "Thủ tục đăng ký"));
    REQUIRE(imported.summary);
    CHECK(imported.summary->changed == 2);
    CHECK(latest(office, used_code).effective_to == date(2024, 6, 30));
    CHECK(latest(office, "1.000001").name == "Thủ tục đăng ký khai sinh");
    CHECK(office.books().findings() == std::vector<std::string>{});
    const auto later = office.books().receive({used_code, {}, {}, "lan", 0},
                                              samples::at(date(2024, 7, 1), std::chrono::hours{9}));
    CHECK_FALSE(later);
}

TEST_CASE("a version nobody has used can be changed in all but code and first day",
          "[engine][import]") {
    SqliteOffice office;
    const auto imported = office.books().import_catalogue(
        catalogue_header + line_of(used_code, ",15,", ",14,") +
        line_of("1.000006", "2020-01-01", "2021-01-01")); // another version of it
    REQUIRE(imported.summary);
    CHECK(imported.summary->changed == 1);
    CHECK(imported.summary->added == 1);
    CHECK(latest(office, used_code).limit == samples::calendar_days(14));
    CHECK(office.books().findings() == std::vector<std::string>{});
}

TEST_CASE("what an import changes of a version is told column by column, as the file writes it",
          "[engine][import]") {
    core::ProcedureVersion before;
    before.code = "1.000001";
    before.name = "Đăng ký";
    before.limit = {core::DeadlineUnit::working_day, 5, std::nullopt};
    before.documents = {"Tờ khai", "Ảnh"};
    core::ProcedureVersion after = before;
    CHECK(core::changed_columns(before, after).empty());
    after.name = "Khai sinh";
    after.limit.half_units = 6;
    after.limit.cutoff = std::chrono::hours{15};
    after.documents = {"Tờ khai"};
    after.fee_vnd = 2'000;
    const std::vector<core::ChangedColumn> expected = {{"name", "Đăng ký", "Khai sinh"},
                                                       {"duration", "2.5", "3"},
                                                       {"cutoff", "", "15:00"},
                                                       {"fee_vnd", "0", "2000"},
                                                       {"documents", "Tờ khai; Ảnh", "Tờ khai"}};
    CHECK(core::changed_columns(before, after) == expected);
}

TEST_CASE("that a version is closed is no further change, a later end is one", "[engine][import]") {
    core::ProcedureVersion open;
    core::ProcedureVersion closed = open;
    closed.effective_to = samples::date(2024, 5, 31);
    CHECK(core::changed_columns(open, closed).empty());
    CHECK(core::changed_columns(closed, open) ==
          std::vector<core::ChangedColumn>{{"effective_to", "2024-05-31", ""}});
    core::ProcedureVersion later = closed;
    later.effective_to = samples::date(2024, 6, 30);
    CHECK(core::changed_columns(closed, later) ==
          std::vector<core::ChangedColumn>{{"effective_to", "2024-05-31", "2024-06-30"}});
}
