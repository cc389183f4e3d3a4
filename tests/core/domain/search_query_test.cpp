#include "core/domain/search_query.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using core::code_tail;
using core::person_readings;

using Readings = std::vector<std::vector<std::string>>;

TEST_CASE("the end of a code is known as one", "[domain][search]") {
    CHECK(code_tail("0007") == "0007");
    CHECK(code_tail(" 0007 ") == "0007");
    CHECK(code_tail("261129-0007") == "261129-0007");
    CHECK(code_tail("261129–0007") == "261129-0007");
    CHECK(code_tail("261129_0007") == "261129-0007");
    CHECK(code_tail("261129/0007.") == "261129-0007");
    CHECK(code_tail("261129-7") == "261129-0007");
    CHECK(code_tail("h55-261129-0007") == "H55-261129-0007");
    CHECK(code_tail("12345") == "12345");
    CHECK(code_tail("00 07") == "0007");
    for (const char* text :
         {"", "7", "007", "abc", "26-0007", "0912345678901", "261129-", "-", "Nguyễn 0007"}) {
        INFO(text);
        CHECK_FALSE(code_tail(text));
    }
}

TEST_CASE("the end of a code is known in any spelling", "[domain][search]") {
    for (const char* text :
         {"261129 0007", "2611290007", "-261129-0007", "261129 7", "261129 - 0007", "261129.0007",
          "26 11 29 0007", "\"261129-0007\"", "\u201C261129-0007\u201D", "Mã hồ sơ: 261129-0007",
          "hồ sơ số 261129/0007", "261129-OOO7", "26112900O7", "('261129-0007')"}) {
        INFO(text);
        CHECK(code_tail(text) == "261129-0007");
    }
    for (const char* text : {"H55-261129-0007", "h55 261129 0007", "H55.261129.0007",
                             "H552611290007", "Mã HS: 'H55-261129-0007'"}) {
        INFO(text);
        CHECK(code_tail(text) == "H55-261129-0007");
    }
    CHECK(code_tail("Mã: 0007") == "0007");
    CHECK(code_tail("18.h55_261129_0007") == "18.H55-261129-0007");
    // No date: another number.
    for (const char* text : {"0912345678", "019190004321", "OOOO", "Mã 0007", "ĐT2611290007"}) {
        INFO(text);
        CHECK_FALSE(code_tail(text));
    }
}

TEST_CASE("a number in a search is one word however it is written", "[domain][search]") {
    for (const char* text : {"0912345678", "+84912345678", "0912 345 678", "0912.345.678",
                             "0912-345-678", "(0912) 345 678"}) {
        INFO(text);
        CHECK(person_readings(text) == Readings{{"0912345678"}});
    }
    CHECK(person_readings("019 190 004 321") == Readings{{"019190004321"}});
    CHECK(person_readings("CCCD 019190004321") == Readings{{"019190004321"}});
    CHECK(person_readings("Đỗ Thị 0912 345 678") == Readings{{"do", "thi", "0912345678"}});
    CHECK(person_readings("0912 345 678 Đỗ") == Readings{{"do", "0912345678"}});
    CHECK(person_readings("Hoà Thuỷ") == Readings{{"hoa", "thuy"}});
    CHECK(person_readings("0912") == Readings{{"0912"}});
    CHECK(person_readings("tổ 9, số 12") == Readings{{"to", "9", "so", "12"}});
    CHECK(person_readings("C1234567") == Readings{{"c1234567"}});
    CHECK(person_readings("") == Readings{{}});
}

TEST_CASE("a number that may be two things is looked for as both", "[domain][search]") {
    // A card's of nine digits, and a mobile's that lost its zero.
    CHECK(person_readings("912345678") == Readings{{"912345678"}, {"0912345678"}});
    for (const char* text :
         {"(+84)912345678", "+84 912 345 678", "ĐT: 0912345678", "tel:0912345678"}) {
        INFO(text);
        CHECK(person_readings(text) == Readings{{"0912345678"}});
    }
    // Two letters may be a name too.
    CHECK(person_readings("C 7654321") == Readings{{"c", "7654321"}, {"c7654321"}});
    CHECK(person_readings("HC C7654321") == Readings{{"hc", "c7654321"}, {"c7654321"}});
    CHECK(person_readings("19190004321") == Readings{{"019190004321"}});
}
