#include "core/domain/civil_time.hpp"
#include "tests/support/office_samples.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/random.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <string>

using namespace std::chrono_literals;
using core::ErrorKind;
using samples::at;
using samples::date;

namespace {

core::Instant utc(int year, unsigned month, unsigned day, std::chrono::seconds time) {
    return core::Instant{date(year, month, day).time_since_epoch() + time};
}

} // namespace

TEST_CASE("office time is seven hours ahead of UTC, in summer as in winter", "[domain][time]") {
    CHECK(core::to_local(utc(2023, 1, 3, 1h)) == date(2023, 1, 3) + 8h);
    CHECK(core::to_local(utc(2023, 7, 3, 1h)) == date(2023, 7, 3) + 8h);
    CHECK(core::to_instant(date(2023, 1, 3) + 8h) == utc(2023, 1, 3, 1h));
}

TEST_CASE("an instant belongs to the office's date, not to that of UTC", "[domain][time]") {
    CHECK(core::local_date(utc(2023, 1, 2, 16h + 59min + 59s)) == date(2023, 1, 2));
    CHECK(core::local_date(utc(2023, 1, 2, 17h)) == date(2023, 1, 3));
    CHECK(core::local_date(utc(1969, 12, 31, 17h)) == date(1970, 1, 1));
    CHECK(core::local_date(utc(1969, 12, 31, 16h)) == date(1969, 12, 31));
}

TEST_CASE("a date is stored as its number of days since 1970", "[domain][time]") {
    CHECK(core::day_number(date(1970, 1, 1)) == 0);
    CHECK(core::day_number(date(2023, 1, 1)) == 19358);
    CHECK(core::day_from_number(19358) == date(2023, 1, 1));
}

TEST_CASE("a date is read as YYYY-MM-DD", "[domain][time]") {
    REQUIRE(core::parse_date("2023-01-03"));
    CHECK(*core::parse_date("2023-01-03") == date(2023, 1, 3));
    CHECK(*core::parse_date("2024-02-29") == date(2024, 2, 29));
    CHECK(*core::parse_date("1970-01-01") == date(1970, 1, 1));
    CHECK(*core::parse_date("2149-12-31") == date(2149, 12, 31));
}

TEST_CASE("a date that does not exist or is written otherwise is refused", "[domain][time]") {
    const auto* const text =
        GENERATE("2023-02-29", "2023-13-01", "2023-00-10", "2023-04-31", "2023-01-00", "1969-12-31",
                 "2150-01-01", "0000-01-01", "", "2023", "2023-1-3", "03/01/2023", "2023-01-03 ",
                 " 2023-01-03", "2023-01-03T", "2023-01-0x", "2023/01/03", "-023-01-03",
                 "+023-01-03", "2023-01--3");
    CAPTURE(text);
    const auto day = core::parse_date(text);
    REQUIRE_FALSE(day);
    CHECK(day.error().kind == ErrorKind::invalid_input);
}

TEST_CASE("a refused date is quoted, but not at any length", "[domain][time]") {
    CHECK(core::parse_date("32/01/2023").error().message ==
          core::Message("not-a-date", {{"text", "32/01/2023"}}));
    CHECK(core::parse_date(std::string(10'000, '9')).error().message ==
          core::Message("not-a-date", {{"text", std::string(40, '9')}}));
}

TEST_CASE("an instant is read with Z, with an offset, or as office time", "[domain][time]") {
    const core::Instant morning = at(date(2023, 1, 3), 8h + 12min);
    const auto* const text =
        GENERATE("2023-01-03T08:12:00+07:00", "2023-01-03T08:12+07:00", "2023-01-03T08:12:00",
                 "2023-01-03T08:12", "2023-01-03T01:12:00Z", "2023-01-03T01:12Z",
                 "2023-01-03T08:12:00.5+07:00", "2023-01-03T08:12:00.999999", "2023-01-03 08:12",
                 "2023-01-02T20:12:00-05:00", "2023-01-03T06:42:00+05:30");
    CAPTURE(text);
    const auto instant = core::parse_instant(text);
    REQUIRE(instant);
    CHECK(*instant == morning);
}

TEST_CASE("an instant keeps its seconds", "[domain][time]") {
    CHECK(*core::parse_instant("2023-01-03T23:59:59+07:00") ==
          at(date(2023, 1, 3), 23h + 59min + 59s));
}

TEST_CASE("an instant that does not exist or is written otherwise is refused", "[domain][time]") {
    const auto* const text = GENERATE(
        "2023-01-03", "2023-01-03T", "2023-01-03T8:12", "2023-01-03T24:00", "2023-01-03T08:60",
        "2023-01-03T08:12:60", "2023-02-30T08:12", "2023-01-03T08:12:00.", "2023-01-03T08:12:00+",
        "2023-01-03T08:12:00+07", "2023-01-03T08:12:00+15:00", "2023-01-03T08:12:00+07:60",
        "2023-01-03T08:12:00Zx", "2023-01-03T08:12:00Z ", "2023-01-03T08:12:", "2023-01-03X08:12",
        "T08:12", "", "08:12 03/01/2023", "2023-01-03T-8:12");
    CAPTURE(text);
    const auto instant = core::parse_instant(text);
    REQUIRE_FALSE(instant);
    CHECK(instant.error().kind == ErrorKind::invalid_input);
}

TEST_CASE("a clock time is HH:MM of one day", "[domain][time]") {
    CHECK(*core::parse_clock("00:00") == 0min);
    CHECK(*core::parse_clock("07:30") == 7h + 30min);
    CHECK(*core::parse_clock("23:59") == 23h + 59min);
    for (const char* const text : {"24:00", "7:30", "07:60", "0730", "07:30:00", "", "aa:bb"}) {
        CAPTURE(text);
        CHECK_FALSE(core::parse_clock(text));
    }
}

TEST_CASE("files and JSON get ISO 8601 with the office's offset", "[domain][time]") {
    const core::Instant instant = at(date(2023, 1, 3), 8h + 12min + 5s);
    CHECK(core::format_instant(instant) == "2023-01-03T08:12:05+07:00");
    CHECK(core::format_instant(at(date(2023, 1, 3), 0s)) == "2023-01-03T00:00:00+07:00");
    CHECK(core::format_date(date(2023, 1, 3)) == "2023-01-03");
    CHECK(core::format_month(date(2023, 1, 31)) == "2023-01");
    CHECK(core::format_clock(7h + 5min) == "07:05");
}

TEST_CASE("people get day, month and year", "[domain][time]") {
    CHECK(core::show_date(date(2023, 1, 3)) == "03/01/2023");
    CHECK(core::show_instant(at(date(2023, 1, 3), 8h + 12min)) == "08:12 03/01/2023");
}

TEST_CASE("weekdays have their names, Monday first", "[domain][time]") {
    const core::Day monday = date(2023, 3, 6);
    const char* const names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    for (int i = 0; i < 7; ++i)
        CHECK(core::weekday_name(monday + std::chrono::days{i}) == names[i]);
}

TEST_CASE("what is written is read back the same", "[domain][time][property]") {
    for_random_cases(3000, [](Random& random) {
        const core::Day day = date(1970, 1, 1) + std::chrono::days{random.between(0, 65'743)};
        const core::Instant instant = at(day, std::chrono::seconds{random.between(0, 86'399)});
        CHECK(*core::parse_date(core::format_date(day)) == day);
        CHECK(*core::parse_instant(core::format_instant(instant)) == instant);
        CHECK(core::day_from_number(core::day_number(day)) == day);
        CHECK(core::local_date(instant) == day);
        CHECK(core::to_instant(core::to_local(instant)) == instant);
    });
}
