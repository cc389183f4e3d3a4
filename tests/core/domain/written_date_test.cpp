#include "core/domain/written_date.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <string>

TEST_CASE("a date is read as people and spreadsheets write it", "[domain][date]") {
    for (const char* text :
         {"2023-01-03", "03/01/2023", "3/1/2023", "03-01-2023", "3.1.2023", " 03/01/2023 ",
          "2023/01/03", "2023.1.3", "０３/０１/２０２３", "2023-01-03 00:00:00",
          "2023-01-03T00:00:00.000", "3/1/2023 0:00", "3/1/2023 12:00:00 SA"}) {
        INFO(text);
        const auto day = core::read_written_date(text);
        REQUIRE(day);
        CHECK(core::format_date(*day) == "2023-01-03");
    }
    for (const char* text :
         {"", "31/02/2023", "03/01/23", "3/1", "03/01-2023", "03/01/20233", "mai",
          "03/01/2023 08:12", "2023-01-03 00:00:01", "2023-01-03 00:00 x", "1/2/3/2023"}) {
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

TEST_CASE("a time is read as people write it, and the date may stand behind it", "[domain][date]") {
    for (const char* text :
         {"03/01/2023 9:00", "03/01/2023 9h00", "03/01/2023 9h", "03/01/2023 9 giờ 00",
          "03/01/2023 9g00", "03/01/2023, 9:00", "03/01/2023 - 9:00", "03/01/2023 9:00 SA",
          "3/1/2023 9:00:00 AM", "9:00 03/01/2023", "09:00 ngày 03/01/2023", "9h00 03/01/2023",
          "9 giờ 00 phút, ngày 3/1/2023", "9:00 2023-01-03", "9H 03/01/2023"}) {
        INFO(text);
        const auto instant = core::read_written_instant(text);
        REQUIRE(instant);
        CHECK(core::format_instant(*instant) == "2023-01-03T09:00:00+07:00");
    }
    CHECK(core::format_instant(*core::read_written_instant("3/1/2023 2:30 CH")) ==
          "2023-01-03T14:30:00+07:00");
    CHECK(core::format_instant(*core::read_written_instant("3/1/2023 12:05 SA")) ==
          "2023-01-03T00:05:00+07:00");
    for (const char* text : {"03/01/2023 9:0", "03/01/2023 9h5", "03/01/2023 14:00 SA",
                             "03/01/2023 9:00 sáng", "9:00 mai", "03/01/20239:00"}) {
        INFO(text);
        CHECK_FALSE(core::read_written_instant(text));
    }
}

TEST_CASE("a time of day by itself is read likewise", "[domain][date]") {
    for (const char* text : {"15:00", "15:00:00", "15h", "15h00", "15 giờ", "3:00 PM", " 15:00 "}) {
        INFO(text);
        const auto clock = core::read_written_clock(text);
        REQUIRE(clock);
        CHECK(core::format_clock(*clock) == "15:00");
    }
    CHECK(core::format_clock(*core::read_written_clock("9:05")) == "09:05");
    for (const char* text : {"", "15", "25:00", "15:00:30", "15:60", "15:00 ngày"}) {
        INFO(text);
        CHECK_FALSE(core::read_written_clock(text));
    }
}

TEST_CASE("the slash of a pause stands between two instants, however they are written",
          "[domain][date]") {
    for (const char* text : {"2023-01-03T09:00|2023-01-05T08:00", "03/01/2023 9:00|05/01/2023 8:00",
                             "03/01/2023 9h00|05/01/2023 8h00", "9:00 03/01/2023|8:00 05/01/2023",
                             "03/01/2023 9:00|", "9h 3/1/2023| "}) {
        INFO(text);
        std::string written = text;
        const std::size_t between = written.find('|');
        written[between] = '/';
        CHECK(core::slash_between(written) == between);
    }
    CHECK(core::slash_between("2023-01-03T09:00") == std::string::npos);
}
