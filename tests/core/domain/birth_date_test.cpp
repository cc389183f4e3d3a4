#include "core/domain/birth_date.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <string>

using core::BirthDate;

namespace {

core::Day born(int year, unsigned month, unsigned of_month) {
    return core::Day{std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month},
                                                 std::chrono::day{of_month}}};
}

const core::Day today = born(2026, 11, 30);

std::string code_of(const std::string& text) {
    const auto birth = BirthDate::read(text, today);
    return birth ? "" : birth.error().message.code;
}

} // namespace

TEST_CASE("a date of birth is one however it is written, also before 1970", "[domain][birth]") {
    for (const char* written :
         {"1935-03-02", "02/03/1935", "2.3.1935", " 2-3-1935 ", "０２/０３/１９３５"}) {
        INFO(written);
        const auto birth = BirthDate::read(written, today);
        REQUIRE(birth);
        CHECK(birth->day() == born(1935, 3, 2));
        CHECK(birth->year() == 1935);
        CHECK(core::to_text(*birth) == "1935-03-02");
    }
}

TEST_CASE("a year of birth alone leaves the day open", "[domain][birth]") {
    const auto birth = BirthDate::read("1948", today);
    REQUIRE(birth);
    CHECK_FALSE(birth->day());
    CHECK(birth->year() == 1948);
    CHECK(core::to_text(*birth) == "1948");
    CHECK_FALSE(*birth == BirthDate(born(1948, 1, 1)));
}

TEST_CASE("what nobody can have been born on is refused by name", "[domain][birth]") {
    CHECK(code_of("31/02/1990") == "not-a-birth-date");
    CHECK(code_of("0985") == "not-a-birth-date");
    CHECK(code_of("02/03/85") == "not-a-birth-date");
    CHECK(code_of("khoảng 1950") == "not-a-birth-date");
    CHECK(code_of("02/25/1990") == "date-month-first");
    CHECK(code_of("01/12/2026") == "birth-date-to-come");
    CHECK(code_of("2027") == "birth-date-to-come");
    CHECK(code_of("30/11/2026").empty());
}

TEST_CASE("what is stored of a birth comes back, and nothing else is read there",
          "[domain][birth]") {
    for (const BirthDate& birth : {BirthDate(born(1985, 3, 2)), BirthDate(1948)})
        CHECK(core::parse_birth_date(core::to_text(birth)) == birth);
    for (const char* text : {"", "02/03/1985", "1985-13-02", "85", "1849"})
        CHECK_FALSE(core::parse_birth_date(text));
}
