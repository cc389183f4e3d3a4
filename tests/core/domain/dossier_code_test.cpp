#include "core/domain/dossier_code.hpp"
#include "tests/support/office_samples.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/random.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using core::make_dossier_code;
using core::parse_dossier_code;
using samples::date;

namespace {

const std::string agency = "000.23.18.H55";

} // namespace

TEST_CASE("a dossier code is agency, date of receipt and number of the day", "[domain][code]") {
    CHECK(make_dossier_code(agency, date(2023, 1, 3), 1) == "000.23.18.H55-230103-0001");
    CHECK(make_dossier_code(agency, date(2026, 12, 31), 42) == "000.23.18.H55-261231-0042");
}

TEST_CASE("the number has four digits and is wider after 9999", "[domain][code]") {
    CHECK(make_dossier_code(agency, date(2023, 1, 3), 9999) == "000.23.18.H55-230103-9999");
    CHECK(make_dossier_code(agency, date(2023, 1, 3), 10'000) == "000.23.18.H55-230103-10000");
    CHECK(make_dossier_code(agency, date(2023, 1, 3), 123'456) == "000.23.18.H55-230103-123456");
}

TEST_CASE("a code of the own series says its date and number", "[domain][code]") {
    const auto parts = parse_dossier_code(agency, "000.23.18.H55-230103-0012");
    REQUIRE(parts);
    CHECK(parts->received == date(2023, 1, 3));
    CHECK(parts->number == 12);
    const auto wide = parse_dossier_code(agency, "000.23.18.H55-230103-10000");
    REQUIRE(wide);
    CHECK(wide->number == 10'000);
}

TEST_CASE("an imported code of another kind is of no series of ours", "[domain][code]") {
    const auto* const code = GENERATE(
        "", "0001", "000.23.18.H55", "000.23.18.H55-", "000.23.18.H55-230103",
        "000.23.18.H55-230103-", "000.23.18.H55-230103-001", "000.23.18.H55-230103-0000",
        "000.23.18.H55-230103-00001", "000.23.18.H55-230103-01000", "000.23.18.H55-230103-00x1",
        "000.23.18.H55-230103--001", "000.23.18.H55-230103-+001", "000.23.18.H55-230103-0001 ",
        "000.23.18.H55-230231-0001", "000.23.18.H55-231301-0001", "000.23.18.H55-2301-03-0001",
        "000.23.18.H5-230103-0001", "000.23.18.H551-230103-0001", "000.23.18.H55 230103-0001",
        "000.00.18.H55-230103-0001", "000.23.18.H55-20230103-0001", "h55-230103-0001",
        "000.23.18.H55-230103-99999999999999999999");
    CAPTURE(code);
    CHECK_FALSE(parse_dossier_code(agency, code));
}

TEST_CASE("an agency whose code begins another's does not take its dossiers", "[domain][code]") {
    CHECK_FALSE(parse_dossier_code("000.23.18.H5", "000.23.18.H55-230103-0001"));
    CHECK_FALSE(parse_dossier_code("000.23.18", "000.23.18.H55-230103-0001"));
}

TEST_CASE("a code that was made is read back the same", "[domain][code][property]") {
    for_random_cases(2000, [](Random& random) {
        const core::Day day = date(2000, 1, 1) + std::chrono::days{random.between(0, 36'524)};
        const int number =
            random.one_in(4) ? random.integer(1, 2'000'000) : random.integer(1, 12'000);
        const std::string code = make_dossier_code(agency, day, number);
        CAPTURE(code);
        const auto parts = parse_dossier_code(agency, code);
        REQUIRE(parts);
        CHECK(parts->received == day);
        CHECK(parts->number == number);
    });
}

TEST_CASE("a code of any series has one key, whatever stands between its parts or around it",
          "[domain][dossier_code]") {
    for (const char* written :
         {"000.00.26.H29-230103-9001", "000.00.26.h29_230103_9001", "000.00.26.H29 230103 9001",
          "000.00.26.H29/230103/9001", "000.00.26.H29 - 230103 - 9001",
          "000.00.26.H29--230103-9001", "000,00,26,H29-230103-9001", "000.00.26.H29-230103-9001.",
          "000.00. 26.H29-230103-9001", "\"000.00.26.H29-230103-9001\"",
          "\u201C000.00.26.H29_230103_9001\u201D",
          "\uFF10\uFF10\uFF10.00.26.H29\u2013230103\u20139001"}) {
        INFO(written);
        CHECK(core::dossier_code_key(written) == "000.00.26.H29-230103-9001");
    }
    CHECK(core::dossier_code_key("hs 12/2023") == "HS12-2023");
    CHECK(core::dossier_code_key("HS12-2023") == "HS12-2023");
    CHECK(core::dossier_code_key("Z-000000") == "Z-000000");
    CHECK(core::dossier_code_key("A-1-23") != core::dossier_code_key("A-12-3"));
    for (const char* odd : {"-", "\"\"", "...", "_", "\u2026"})
        CHECK_NOTHROW(core::dossier_code_key(odd));
}

TEST_CASE("a whole code is read as people write it", "[domain][dossier_code]") {
    const std::string agency = "000.00.18.H55";
    for (const char* written :
         {"000.00.18.H55_230103_0001", "000.00.18.h55/230103/0001", "0000018H552301030001",
          "000 00 18 H55 230103 0001", "000.00.18.H55-230103-0001.", "OOO.OO.18.H55-23O1O3-OOO1",
          "000-00-18-H55-230103-0001", "000.00.18.H55-230103- 0001", "000.00.18.H55.230103.0001"}) {
        INFO(written);
        CHECK(core::own_dossier_code(agency, written) == "000.00.18.H55-230103-0001");
    }
    for (const char* part : {"0001", "230103-0001", "H55-230103-0001", "18.H55-230103-0001",
                             "000.00.18.H55-230103-0000", "000.00.18.H55-231303-0001",
                             "000.00.18.H55-230103-0001?", ""}) {
        INFO(part);
        CHECK_FALSE(core::own_dossier_code(agency, part));
    }
    for (const char* around :
         {"\"000.00.18.H55-230103-0001\"", "\u201C000.00.18.H55-230103-0001\u201D",
          "Mã hồ sơ: 000.00.18.H55-230103-0001", "MA HO SO 000.00.18.h55_230103_0001.",
          "Số hồ sơ: '000.00.18.H55-230103-0001'", "(hs: 0000018H552301030001)"}) {
        INFO(around);
        CHECK(core::own_dossier_code(agency, around) == "000.00.18.H55-230103-0001");
    }
    CHECK_FALSE(core::own_dossier_code(agency, "HS 12-2023"));
    CHECK(core::dossier_code_key("hs_12/2023.") == "HS-12-2023");
}
