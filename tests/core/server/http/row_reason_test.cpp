#include "core/server/http/row_reason.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

using server::vietnamese_reason;

namespace {

/// The reasons with which the engine refuses the rows.
std::vector<std::string> reasons(const std::string& rows) {
    SqliteOffice office;
    const auto imported = office.books().import_catalogue(samples::catalogue_header + rows);
    std::vector<std::string> reasons;
    for (const auto& problem : imported.problems) reasons.push_back(problem.reason);
    return reasons;
}

} // namespace

TEST_CASE("what the engine says of bad rows is told in Vietnamese", "[server][tables]") {
    const auto told = reasons("9.1,,Thử,x,working_day,25:00,1.5,none,ward,,,,2020-02-30,\n"
                              "9.2,A,Thử,1,day,,0,none,ward,,,,2020-01-01,2019-01-01\n"
                              "9.3,A,Thử,1,working_day,,0,none,ward,,,,2020-01-01,\n"
                              "9.3,A,Thử,1,working_day,,0,none,ward,,,,2020-01-01,\n"
                              "9.4,A\xff,Thử,1,working_day,,0,none,ward,,,,2020-01-01,\n");
    REQUIRE(told.size() >= 8);
    for (const std::string& reason : told) {
        INFO(reason);
        CHECK(vietnamese_reason(reason) != reason);
        CHECK(vietnamese_reason(reason).find(" is ") == std::string::npos);
    }
}

TEST_CASE("a sentence that nobody translated stays as it is", "[server][tables]") {
    CHECK(vietnamese_reason("\"7\" is a bad omen") == "\"7\" is a bad omen");
}

TEST_CASE("a wrong header names the columns in Vietnamese", "[server][tables]") {
    CHECK(vietnamese_reason("line 1: columns missing: `name`; unknown: `tên`") ==
          "dòng đầu: thiếu cột `name`; cột lạ `tên`");
}
