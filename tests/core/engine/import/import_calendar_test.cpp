#include "core/engine/import/csv_reader.hpp"
#include "core/engine/import/import.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using Catch::Matchers::Contains;
using core::CalendarImport;
using core::DayKind;
using samples::at;
using samples::date;
using std::chrono::hours;

namespace {

const std::string header = "date,kind,name\n";

core::CalendarDays days(SqliteOffice& office) { return office.books().read()->calendar_days(); }

std::optional<core::Instant> due(SqliteOffice& office, const std::string& code) {
    return office.books().read()->find_dossier(code)->dossier.due_at();
}

core::ImportSummary preview(SqliteOffice& office, const std::string& text, CalendarImport how) {
    std::istringstream input(text);
    core::ProblemList problems([](const core::RowProblem&) {});
    core::CsvFile file(input);
    const core::ImportSource source{file, "calendar.csv", 0, {}, ""};
    return *core::preview_calendar(*office.books().read(), source, how, problems);
}

} // namespace

TEST_CASE("a calendar's rows become its special days", "[engine][import]") {
    SqliteOffice office;
    CHECK(days(office).size() == 5);
    CHECK(days(office).at(date(2024, 5, 4)) ==
          core::CalendarDay{DayKind::working, "Làm bù cho 29/4"});
    CHECK(days(office).at(date(2024, 4, 18)).kind == DayKind::holiday);
}

TEST_CASE("a file adds its days to the calendar, or replaces it whole", "[engine][import]") {
    SqliteOffice office;
    const std::string text = header + "2024-09-02,holiday,Quốc khánh\n"
                                      "2024-04-18,holiday,Giỗ Tổ\n"
                                      "2024-05-01,holiday,Quốc tế Lao động\n";
    const auto added = office.books().import_calendar(text, CalendarImport::add_days);
    REQUIRE(added.summary);
    CHECK(added.summary->rows == 3);
    CHECK(added.summary->added == 1);
    CHECK(added.summary->changed == 1);
    CHECK(added.summary->already_stored == 1);
    CHECK(days(office).size() == 6);
    CHECK(days(office).at(date(2024, 4, 18)).name == "Giỗ Tổ");
    REQUIRE(office.books().import_calendar(text, CalendarImport::replace_all).summary);
    CHECK(days(office).size() == 3);
    CHECK(office.books().findings() == std::vector<std::string>{});
}

TEST_CASE("the same calendar imported twice adds nothing", "[engine][import]") {
    SqliteOffice office;
    const auto head = office.books().read()->journal_head();
    for (const auto how : {CalendarImport::add_days, CalendarImport::replace_all}) {
        const auto again = office.books().import_calendar(samples::calendar_csv, how);
        REQUIRE(again.summary);
        CHECK(again.summary->already_stored == 5);
        CHECK(office.books().read()->journal_head() == head);
    }
}

TEST_CASE("two names of one day are kept both", "[engine][import]") {
    SqliteOffice office;
    REQUIRE(office.books()
                .import_calendar(header + "2024-09-02,holiday,Quốc khánh\n2024-09-02,holiday,Bù\n"
                                          "2024-09-02,holiday,Quốc khánh\n")
                .summary);
    CHECK_THAT(days(office).at(date(2024, 9, 2)).name,
               Catch::Matchers::StartsWith("Quốc khánh; Bù"));
}

TEST_CASE("each bad row of a calendar is named", "[engine][import]") {
    SqliteOffice office;
    const auto imported = office.books().import_calendar(header + "2024-02-30,holiday,X\n"
                                                                  ",holiday,X\n"
                                                                  "2024-09-02,closed,X\n"
                                                                  "2024-09-03,holiday,X\n"
                                                                  "2024-09-03,working,X\n"
                                                                  "2024-09-04,holiday\n"
                                                                  "2024-09-05,holiday,T\u00D5t\n");
    CHECK_FALSE(imported.summary);
    REQUIRE(imported.problems.size() == 6);
    CHECK_THAT(samples::in_english(imported.problems.back().reason), Contains("TCVN3"));
    const auto check = [&](std::size_t i, std::int64_t line, const std::string& column,
                           const std::string& reason) {
        CHECK(imported.problems[i].line == line);
        CHECK(imported.problems[i].column == column);
        CHECK_THAT(samples::in_english(imported.problems[i].reason), Contains(reason));
    };
    check(0, 2, "date", "2024-02-30");
    check(1, 3, "date", "is empty");
    check(2, 4, "kind", "holiday, working");
    check(3, 6, "date", "stands twice");
    check(4, 7, "", "");
    CHECK(days(office).size() == 5);
}

TEST_CASE("a calendar changed back moves the due dates back", "[engine][import]") {
    SqliteOffice office;
    const core::Instant monday = at(date(2024, 5, 6), hours{9});
    const std::string code = office.books().receive({"1.000004", {}, {}, "lan", 0}, monday)->code;
    const auto first = due(office, code);
    REQUIRE(first == at(date(2024, 5, 15), hours{17}));
    const auto closed = office.books().import_calendar(
        header + "2024-05-07,holiday,Mất điện\n2024-05-08,holiday,Mất điện\n",
        CalendarImport::add_days, monday + hours{1});
    REQUIRE(closed.summary->moved.size() == 1);
    CHECK(due(office, code) == at(date(2024, 5, 17), hours{17}));
    const auto back = office.books().import_calendar(
        samples::calendar_csv, CalendarImport::replace_all, monday + hours{2});
    REQUIRE(back.summary->moved.size() == 1);
    CHECK(due(office, code) == first);
    CHECK(office.books().read()->find_dossier(code)->dossier.version == 3);
    CHECK(office.books().findings() == std::vector<std::string>{});
}

TEST_CASE("a day that no open dossier counts moves nothing", "[engine][import]") {
    SqliteOffice office;
    Random random{11};
    REQUIRE(office.books().import_register(samples::random_register(random, 60)).summary);
    const auto imported = office.books().import_calendar(header + "2019-05-07,holiday,Xưa\n",
                                                         CalendarImport::add_days);
    REQUIRE(imported.summary);
    CHECK(imported.summary->moved.empty());
}

TEST_CASE("a preview of a calendar tells what its import does, and changes nothing",
          "[engine][import]") {
    SqliteOffice office;
    const core::Instant monday = at(date(2024, 5, 6), hours{9});
    const std::string code = office.books().receive({"1.000004", {}, {}, "lan", 0}, monday)->code;
    const auto head = office.books().read()->journal_head();
    const std::string closed = header + "2024-05-07,holiday,Lũ\n2024-04-18,holiday,Giỗ Tổ\n";
    for (const auto how : {CalendarImport::add_days, CalendarImport::replace_all}) {
        const auto told = preview(office, closed, how);
        CHECK(office.books().read()->journal_head() == head);
        REQUIRE(told.moved.size() == 1);
        CHECK(told.moved[0].code == code);
        CHECK(told.moved[0].procedure_code == "1.000004");
        CHECK(told.moved[0].from == due(office, code));
        CHECK(told.days.size() == (how == CalendarImport::add_days ? 2 : 6));
    }
    const auto told = preview(office, closed, CalendarImport::replace_all);
    const auto done =
        office.books().import_calendar(closed, CalendarImport::replace_all, monday + hours{1});
    REQUIRE(done.summary);
    REQUIRE(done.summary->moved.size() == 1);
    CHECK(done.summary->moved[0].to == told.moved[0].to);
    CHECK(due(office, code) == told.moved[0].to);
    REQUIRE(done.summary->days.size() == told.days.size());
    for (std::size_t i = 0; i < told.days.size(); ++i) {
        CHECK(done.summary->days[i].day == told.days[i].day);
        CHECK(done.summary->days[i].before == told.days[i].before);
        CHECK(done.summary->days[i].after == told.days[i].after);
    }
    CHECK(preview(office, closed, CalendarImport::replace_all).days.empty());
}
