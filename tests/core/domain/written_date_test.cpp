#include "core/domain/written_date.hpp"

#include <catch2/catch.hpp>

TEST_CASE("a date is read as people and spreadsheets write it", "[domain][date]") {
    for (const char* text : {"2023-01-03", "03/01/2023", "3/1/2023", "03-01-2023", "3.1.2023",
                             " 03/01/2023 ", "2023/01/03", "2023.1.3", "０３/０１/２０２３"}) {
        INFO(text);
        const auto day = core::read_written_date(text);
        REQUIRE(day);
        CHECK(core::format_date(*day) == "2023-01-03");
    }
    for (const char* text : {"", "31/02/2023", "03/01/23", "3/1", "03/01-2023", "03/01/20233",
                             "mai", "03/01/2023 08:12", "1/2/3/2023"}) {
        INFO(text);
        CHECK_FALSE(core::read_written_date(text));
    }
    CHECK(core::read_written_date("01/25/2023").error().message.code == "date-month-first");
    CHECK(core::read_written_date("31/02/2023").error().message.code == "not-a-date");
}

TEST_CASE("an instant is read as people and spreadsheets write it", "[domain][date]") {
    for (const char* text :
         {"2023-01-03T08:12", "2023-01-03 08:12", "2023-01-03 8:12", "03/01/2023 08:12",
          "3/1/2023 8:12", "03-01-2023 08:12:00", "03/01/2023  08:12", "2023-01-03T01:12:00Z",
          "03/01/2023\u00A008:12", "2023/01/03 08:12", "2023/1/3 8:12:00", " 2023-01-03T08:12 "}) {
        INFO(text);
        const auto instant = core::read_written_instant(text);
        REQUIRE(instant);
        CHECK(core::format_instant(*instant) == "2023-01-03T08:12:00+07:00");
    }
    for (const char* text :
         {"03/01/2023", "2023-01-03", "03/01/2023 25:00", "03/01/2023 8", "08:12"}) {
        INFO(text);
        CHECK_FALSE(core::read_written_instant(text));
    }
    // Deadlines depend on the hour, so nobody makes one up.
    for (const char* text : {"03/01/2023", "2023-01-03", "2023/1/3", " 2023-01-03 "}) {
        INFO(text);
        CHECK(core::read_written_instant(text).error().message.code == "instant-without-time");
    }
    CHECK(core::read_written_instant("31/02/2023").error().message.code == "not-an-instant");
    CHECK(core::read_written_instant("01/25/2023 08:12").error().message.code ==
          "date-month-first");
}
