#include "core/domain/code_damage.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using core::DamageKind;
using core::FieldDamage;

TEST_CASE("a code that a spreadsheet took for something else is named", "[domain][code]") {
    const std::vector<std::pair<const char*, FieldDamage>> damaged = {
        {"#####", {DamageKind::hashes, ""}},
        {"7.5E+05", {DamageKind::scientific, ""}},
        {"1.5E+3", {DamageKind::scientific, ""}},
        {"1,5e+12", {DamageKind::scientific, ""}},
        {"=\"0012\"", {DamageKind::formula, "0012"}},
        {"'0012", {DamageKind::formula, "0012"}},
        {"02/01/1900", {DamageKind::date, ""}},
        {"2/1/1900", {DamageKind::date, ""}},
        {"02-01-2026", {DamageKind::date, ""}},
        {"1900-01-02", {DamageKind::date, ""}},
        {"1900-01-02T00:01:20", {DamageKind::date, ""}},
        {"2026/01/02 00:00", {DamageKind::date, ""}},
        {"12/25/2026", {DamageKind::date, ""}},
        {"０２/０１/２０２６", {DamageKind::date, ""}},
    };
    for (const auto& [written, damage] : damaged) {
        INFO(written);
        CHECK(core::find_code_damage(written) == damage);
    }
}

TEST_CASE("a code of another office is let be", "[domain][code]") {
    for (const char* written :
         {"H29.163-260702-0007", "07/2026/HS-CT", "000.00.18.H55-260102-0001", "45/12/2026",
          "1/2026", "12E5", "3E7-2026", "2026-01-02-0001", "01/2026/TP", "0001234", "26.07.15.0007",
          "HS#12", "TP 15/7", "2026.0007", "E2026/12", "", "31/02/2026"}) {
        INFO(written);
        CHECK_FALSE(core::find_code_damage(written));
    }
}

TEST_CASE("a procedure's code that lost its last zero is read back", "[domain][code]") {
    for (const char* written : {"2.00093", "2,00093", "2,000930", "２.00093", " 2.00093 "}) {
        INFO(written);
        CHECK(core::find_procedure_code_damage(written) ==
              FieldDamage{DamageKind::lost_last_zero, "2.000930"});
    }
    CHECK(core::find_procedure_code_damage("=\"1.00487\"") ==
          FieldDamage{DamageKind::formula, "1.004870"});
    // An office numbers its own procedures as it likes.
    for (const char* written :
         {"2.000930", "1.1", "3.12", "2.001", "12.00093", "TT-01", "1.004873.000.00.00.H18",
          "2000930", "2.00093A", "2.", "9.00001", "2.0009"}) {
        INFO(written);
        CHECK_FALSE(core::find_procedure_code_damage(written));
    }
    CHECK(core::with_last_zeros("2.001") == "2.001000");
    CHECK_FALSE(core::with_last_zeros("2.000930"));
}

TEST_CASE("what has no letter and no digit is no code", "[domain][damage]") {
    for (const char* text : {"-", "–", "...", "/", "\u00A0-\u00A0"}) CHECK(core::is_no_code(text));
    for (const char* text : {"", "1", "A", "-1", "Đ", "李"}) CHECK_FALSE(core::is_no_code(text));
}
