#include "core/domain/money.hpp"

#include <catch2/catch.hpp>

TEST_CASE("an amount is read however its groups are written", "[domain][money]") {
    for (const char* text : {"10000", "10.000", "10,000", "10 000", "10.000 đ", "10.000đ",
                             "10000 VND", "10.000 đồng", "10.000 \u20AB", "\u20AB10.000",
                             "VND 10.000", "10000vnđ", "１００００", " 10\u00A0000 ", "010000"}) {
        INFO(text);
        const auto amount = core::read_money(text);
        REQUIRE(amount);
        CHECK(*amount == 10'000);
    }
    CHECK(*core::read_money("") == 0);
    CHECK(*core::read_money("1.234.567") == 1'234'567);
    CHECK(*core::read_money("5") == 5);
    CHECK(*core::read_money("1.000.000.000.000") == core::most_vnd);
}

TEST_CASE("what may be a fraction or is no amount is refused", "[domain][money]") {
    for (const char* text :
         {"10.5", "1.0000", "10.00", "1,234.567", "10.000,50", "-5", "mười", "1e4", ".000",
          "1..000", "1.000.000.000.001", "99999999999999999999", "10 00", "1.000."}) {
        INFO(text);
        CHECK_FALSE(core::read_money(text));
    }
}

TEST_CASE("an amount that a spreadsheet spoilt is named, and read where it is whole",
          "[domain][money][damage]") {
    using core::DamageKind;
    using core::FieldDamage;
    CHECK(core::find_money_damage("1E+05") == FieldDamage{DamageKind::scientific, ""});
    CHECK(core::find_money_damage("####")->kind == DamageKind::hashes);
    CHECK(core::find_money_damage("#REF!")->kind == DamageKind::error_value);
    CHECK(core::find_money_damage("NULL")->kind == DamageKind::empty_value);
    CHECK(core::find_money_damage("=10000") == FieldDamage{DamageKind::formula, "10000"});
    CHECK(core::find_money_damage("=A1*2") == FieldDamage{DamageKind::formula, ""});
    CHECK(core::find_money_damage("'10.000") == FieldDamage{DamageKind::formula, "10.000"});
    for (const char* text : {"10000.00", "10000,0", "10.000,00", "10,000.00 đ"}) {
        INFO(text);
        CHECK(core::find_money_damage(text) == FieldDamage{DamageKind::decimal, "10000"});
    }
    for (const char* text : {"8.00", "10.5", "10000.50", "mười", "", "1.000.00"}) {
        INFO(text);
        CHECK_FALSE(core::find_money_damage(text));
    }
}
