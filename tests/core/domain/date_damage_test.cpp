#include "core/domain/date_damage.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

using core::DamageKind;
using core::FieldDamage;

TEST_CASE("a date whose format is gone is named, and read as the spreadsheet counts",
          "[domain][damage][date]") {
    const FieldDamage lost{DamageKind::bare_number, "2023-03-15"};
    CHECK(core::find_day_damage("45000") == lost);
    CHECK(core::find_day_damage(" 45000.0 ") == lost);
    CHECK(core::find_instant_damage("44929.3416666667") ==
          FieldDamage{DamageKind::bare_number, "2023-01-03T08:12"});
    CHECK(core::find_instant_damage("44929,3416666667") ==
          FieldDamage{DamageKind::bare_number, "2023-01-03T08:12"});
    CHECK(core::find_instant_damage("44929.99999") ==
          FieldDamage{DamageKind::bare_number, "2023-01-04T00:00"});
    // The hour is gone with the format, and nobody makes one up.
    CHECK(core::find_instant_damage("45000") == FieldDamage{DamageKind::bare_number, ""});
    for (const char* text : {"", "4500", "450000", "12345", "99999", "45.000", "mai"}) {
        INFO(text);
        CHECK_FALSE(core::find_day_damage(text));
    }
    CHECK(core::find_day_damage("####")->kind == DamageKind::hashes);
    CHECK(core::find_instant_damage("#N/A")->kind == DamageKind::error_value);
    CHECK(core::find_day_damage("4.5E+04")->kind == DamageKind::scientific);
    CHECK(core::find_day_damage("=\"03/01/2023\"") ==
          FieldDamage{DamageKind::formula, "03/01/2023"});
}

TEST_CASE("a date where a text should stand is one that a spreadsheet made",
          "[domain][damage][date]") {
    const std::vector<std::pair<std::string, std::string>> made = {
        {"15-Mar", "15/3"}, {"5-Thg3", "5/3"},  {"15-thg 12", "15/12"}, {"Mar-23", ""},
        {"Thg3-23", ""},    {"15/03/2023", ""}, {"2023-03-15", ""},     {"2023-03-15T00:00", ""}};
    for (const auto& [text, reading] : made) {
        INFO(text);
        CHECK(core::find_date_for_text(text) == FieldDamage{DamageKind::date, reading});
    }
    for (const char* text :
         {"", "15/3", "15-3", "3 tháng 2", "3-tháng 2", "15-Mart", "-Mar", "15/3 Lê Lợi",
          "Tổ 9, ngày 15/03/2023", "31/02/2023", "May-b", "12-Thg13", "Tổ 15-Mar"}) {
        INFO(text);
        CHECK_FALSE(core::find_date_for_text(text));
    }
}
