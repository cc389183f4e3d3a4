#include "core/engine/office/administration.hpp"
#include "core/engine/reporting/counted_dossiers.hpp"
#include "core/engine/reporting/reporting.hpp"
#include "tests/support/report_check.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using Catch::Matchers::Contains;
using core::GroupBy;
using samples::date;

namespace {

const std::string may_register =
    samples::register_header +
    // carried over from April, resolved late in May
    "X-1,1.000003,A,,,,in_person,2024-04-02T09:00,,2024-05-20T10:00,approved,2024-05-21T09:00,"
    "in_person,,1,0,lan\n"
    // received and resolved early in May
    "X-2,1.000004,B,,,,online,2024-05-06T09:00,,2024-05-07T10:00,approved,,,,1,0,lan\n"
    // received in May, resolved in June
    "X-3,1.000003,C,,,,postal,2024-05-27T09:00,,2024-06-03T10:00,rejected,,,,0,0,minh\n"
    // withdrawn
    "X-4,1.000003,D,,,,online,2024-05-06T09:00,,2024-05-07T10:00,withdrawn,,,,0,0,\n"
    // overdue at the end of May, suspended at the end of May
    "X-5,1.000002,E,,,,in_person,2024-05-06T09:00,,,,,,,0,0,minh\n"
    "X-6,1.000002,F,,,,in_person,2024-05-06T09:00,2024-05-06T10:00/,,,,,,0,0,minh\n"
    // only in June
    "X-7,1.000002,G,,,,in_person,2024-06-01T00:00,,,,,,,0,0,minh\n";

core::PeriodReport may_report(SqliteOffice& office, std::optional<GroupBy> by = {}) {
    const auto report =
        core::make_period_report(*office.books().read(), date(2024, 5, 1), date(2024, 5, 31), by);
    REQUIRE(report);
    return *report;
}

std::map<std::string, std::string> names_by(SqliteOffice& office, GroupBy by) {
    std::map<std::string, std::string> names;
    for (const auto& group : may_report(office, by).groups) names[group.key] = group.name;
    return names;
}

} // namespace

TEST_CASE("a month's report counts by the definitions", "[engine][report]") {
    SqliteOffice office;
    REQUIRE(office.books().import_register(may_register).summary);
    const auto report = may_report(office);
    CHECK(report.office == "UBND phường Ba Hàng");
    core::PeriodFigures expected;
    expected.carried_over = 1;
    expected.received = {2, 2, 1};
    expected.early = 1;
    expected.late = 1;
    expected.withdrawn = 1;
    expected.in_progress = 3;
    expected.overdue = 1;
    expected.suspended = 1;
    expected.online_resolved = 1;
    expected.digitised = 2;
    expected.linked = 1;
    expected.returned = {0, 1, 0};
    CHECK(report.total == expected);
    CHECK(report.groups.empty());
}

TEST_CASE("groups have the names that the office gave them and come by key", "[engine][report]") {
    SqliteOffice office;
    REQUIRE(office.books().import_register(may_register).summary);
    REQUIRE(office.books().write([](core::Books& books) {
        return core::add_user(books, {"lan", "Nguyễn Thị Lan", core::Role::officer, "", false},
                              samples::clerk({}));
    }));
    using Names = std::map<std::string, std::string>;
    CHECK(names_by(office, GroupBy::officer) ==
          Names{{"", ""}, {"lan", "Nguyễn Thị Lan"}, {"minh", "minh"}});
    CHECK(names_by(office, GroupBy::procedure) == Names{{"1.000002", "Chứng thực bản sao"},
                                                        {"1.000003", "Trợ cấp người có công"},
                                                        {"1.000004", "Khai sinh liên thông"}});
    CHECK(names_by(office, GroupBy::channel).at("online").empty()); // each language has its word
    CHECK(names_by(office, GroupBy::field).at("Hộ tịch") == "Hộ tịch");
    CHECK(names_by(office, GroupBy::level).size() == 2);
    CHECK(names_by(office, GroupBy::month) == Names{{"2024-05", ""}});
    const auto groups = may_report(office, GroupBy::field).groups;
    CHECK(std::is_sorted(groups.begin(), groups.end(),
                         [](const auto& a, const auto& b) { return a.key < b.key; }));
}

TEST_CASE("an officer is one group however he is written, and the figures have his dossiers",
          "[engine][report]") {
    const std::vector<std::string> officers = {"OFF1",
                                               "off1",
                                               "\uFF2F\uFF26\uFF26\uFF11",
                                               " off1\u00A0",
                                               "off10",
                                               "Tr\u1EA7n \u00D0\u1EE9c H\u00F2a",
                                               "Tr\u1EA7n  \u0110\u1EE9c Ho\u00E0",
                                               "tr\u1EA7n \u0110\u1EE9c H\u00F2a",
                                               "Tr\u1EA7n \u0110\u1EE9c Hoa",
                                               "\u3164",
                                               "CC 07",
                                               "cc07"};
    std::string text = samples::register_header;
    for (std::size_t i = 0; i < officers.size(); ++i)
        text += "M-" + std::to_string(i) + ",1.000003,A,,,,online,2024-05-06T09:00,,,,,,,0,0," +
                officers[i] + "\n";
    SqliteOffice office;
    REQUIRE(office.books().import_register(text).summary);
    const auto totals = [&] {
        samples::check_all_groupings(*office.books().read(), date(2024, 5, 1), date(2024, 5, 31));
        std::map<std::string, std::int64_t> received;
        const auto view = office.books().read();
        const core::Catalogue catalogue(view->procedure_versions());
        for (const core::ReportGroup& group : may_report(office, GroupBy::officer).groups) {
            CAPTURE(group.key);
            received[group.name] = group.figures.received.online;
            core::CountedQuery query;
            query.figure = core::find_figure("received");
            query.first = date(2024, 5, 1);
            query.last = date(2024, 5, 31);
            query.group = {GroupBy::officer, group.key};
            CHECK(core::counted_dossiers(*view, catalogue, query).total ==
                  static_cast<std::size_t>(received[group.name]));
        }
        return received;
    };
    using Totals = std::map<std::string, std::int64_t>;
    CHECK(totals() == Totals{{"", 1},
                             {"CC 07", 1},
                             {"cc07", 1},
                             {"off1", 4},
                             {"off10", 1},
                             {"tr\u1EA7n \u0110\u1EE9c H\u00F2a", 3},
                             {"Tr\u1EA7n \u0110\u1EE9c Hoa", 1}});
    REQUIRE(office.books().write([](core::Books& books) -> core::Result<void> {
        const auto by = samples::clerk({});
        const std::vector<core::User> users = {
            {"off1", "L\u00EA Th\u1ECB M\u1EABu", core::Role::officer, "", false},
            {"cc07", "TR\u1EA6N \u0110\u1EE8C H\u00D2A", core::Role::officer, "", false}};
        for (const core::User& user : users) {
            if (auto added = core::add_user(books, user, by); !added) return added;
        }
        return {};
    }));
    // A login's dossiers are one person's; a name may be several people's, and only is written as
    // the account has it.
    CHECK(names_by(office, GroupBy::officer) ==
          std::map<std::string, std::string>{
              {"", ""},
              {"off1", "L\u00EA Th\u1ECB M\u1EABu"},
              {"off10", "off10"},
              {"cc07", "TR\u1EA6N \u0110\u1EE8C H\u00D2A"},
              {"TR\u1EA6N \u0110\u1EE8C H\u00D2A", "TR\u1EA6N \u0110\u1EE8C H\u00D2A"},
              {"Tr\u1EA7n \u0110\u1EE9c Hoa", "Tr\u1EA7n \u0110\u1EE9c Hoa"}});
    totals();
}

TEST_CASE("by month each group is the report of that month, cut to the period",
          "[engine][report]") {
    SqliteOffice office;
    REQUIRE(office.books().import_register(may_register).summary);
    const auto view = office.books().read();
    const auto report =
        core::make_period_report(*view, date(2024, 4, 2), date(2024, 6, 1), GroupBy::month);
    REQUIRE(report);
    REQUIRE(report->groups.size() == 3);
    const auto month = [&](core::Day first, core::Day last) {
        return core::make_period_report(*view, first, last, {})->total;
    };
    CHECK(report->groups[0].figures == month(date(2024, 4, 2), date(2024, 4, 30)));
    CHECK(report->groups[1].figures == month(date(2024, 5, 1), date(2024, 5, 31)));
    CHECK(report->groups[2].figures == month(date(2024, 6, 1), date(2024, 6, 1)));
}

TEST_CASE("a period the wrong way round is refused", "[engine][report]") {
    SqliteOffice office;
    const auto view = office.books().read();
    for (const auto& report :
         {core::make_period_report(*view, date(2024, 5, 2), date(2024, 5, 1), {}),
          core::scan_period_report(*view, date(2024, 5, 2), date(2024, 5, 1), {})}) {
        REQUIRE_FALSE(report);
        CHECK(report.error().kind == core::ErrorKind::invalid_input);
    }
}

TEST_CASE("an empty office has an empty report", "[engine][report]") {
    SqliteOffice office;
    CHECK(may_report(office).total.is_zero());
    for (const auto by : core::groupings.values()) CHECK(may_report(office, by).groups.empty());
}

TEST_CASE("no report is issued whose figures contradict each other", "[engine][report]") {
    SqliteOffice office;
    REQUIRE(office.books().import_register(may_register).summary);
    const auto refused = [&](std::optional<GroupBy> by) {
        const auto report = core::make_period_report(*office.books().read(), date(2024, 5, 1),
                                                     date(2024, 5, 31), by);
        REQUIRE_FALSE(report);
        CHECK(report.error().kind == core::ErrorKind::conflict);
        CHECK(report.error().message.code == "report-contradicts-itself");
    };
    office.tamper("UPDATE month_count SET received_online = received_online + 1 "
                  "WHERE grouping = 'field' AND month = 202405");
    refused(GroupBy::field);
    office.tamper("UPDATE month_count SET overdue = -5 WHERE grouping = 'total'");
    refused(std::nullopt);
}

TEST_CASE("reports from counts equal reports from all dossiers", "[engine][report]") {
    for_random_cases(6, [](Random& random) {
        SqliteOffice office;
        const auto entries = samples::random_register(random, 120);
        REQUIRE(office.books().import_register(entries).summary);
        samples::check_many_periods(*office.books().read(), random, 15);
    });
}
