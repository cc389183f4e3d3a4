#include "core/domain/ticket_code.hpp"
#include "tests/support/office_samples.hpp"

#include <catch2/catch.hpp>

using core::parse_ticket_code;
using samples::date;

TEST_CASE("a ticket's code is its day and its number", "[core][ticket]") {
    CHECK(core::make_ticket_code(date(2023, 1, 3), "A012") == "T230103-A012");
    CHECK(core::make_ticket_code(date(2026, 12, 31), "B1000") == "T261231-B1000");
}

TEST_CASE("a code gives back the day and the number that it was made of", "[core][ticket]") {
    for (const char* number : {"A001", "Z999", "A1000", "B9001"}) {
        for (core::Day day = date(2024, 2, 1); day < date(2025, 3, 2);
             day += std::chrono::days{1}) {
            const auto parts = parse_ticket_code(core::make_ticket_code(day, number));
            REQUIRE(parts);
            CHECK(parts->day == day);
            CHECK(parts->number == number);
        }
    }
}

TEST_CASE("what is no ticket's code has no parts", "[core][ticket]") {
    for (const char* wrong :
         {"", "A001", "T230103", "T230103-", "T230103-A01", "T230103 A012", "t230103-A012",
          "T231303-A012", "T230230-A012", "T23010x-A012", "000.00.18.H55-230103-0001"}) {
        INFO(wrong);
        CHECK_FALSE(parse_ticket_code(wrong));
    }
}

TEST_CASE("a ticket's number and code are read as people write them", "[domain][ticket]") {
    for (const char* written :
         {"A001", "a1", "A1", "A-001", "a 001", "A_1.", "A/01", "AO1", "A.1", "Ａ００１"}) {
        INFO(written);
        CHECK(core::read_ticket_number(written) == "A001");
    }
    CHECK(core::read_ticket_number("b1234") == "B1234");
    for (const char* written :
         {"", "A", "1", "001", "A0", "AA1", "A1B", "Đ1", "A12345678", "A?1"}) {
        INFO(written);
        CHECK_FALSE(core::read_ticket_number(written));
    }
    for (const char* written :
         {"T230103-A001", "t230103a1", "T230103/A-001", "T 230103 A 1", "T23O1O3_A001.",
          "\"T230103-A001\"", "\u201Ct230103-a001\u201D", "*T230103-A001*"}) {
        INFO(written);
        CHECK(core::read_ticket_code(written) == "T230103-A001");
    }
    for (const char* written : {"T231303-A001", "T230103", "T230103-", "A001"}) {
        INFO(written);
        CHECK_FALSE(core::read_ticket_code(written));
    }
}
