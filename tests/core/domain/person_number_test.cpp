#include "core/domain/person_number.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using core::PersonNumber;
using core::PersonPaper;

TEST_CASE("a citizen number is one however it is written", "[domain][person]") {
    for (const char* written :
         {"019190004321", "019 190 004 321", "019.190.004.321", "019190-004321",
          "CCCD 019190004321", "Số CCCD: 019190004321", "cccd019190004321", "CCCD: 019190004321",
          "CCCD số 019190004321", "Thẻ căn cước số: 019190004321", "019190004321 (CCCD)",
          "Số định danh cá nhân 019190004321", "ID no. 019190004321", "Căn cước 019190004321",
          "０１９１９０００４３２１", "019190004321\u200B"}) {
        INFO(written);
        const auto number = PersonNumber::read(written);
        REQUIRE(number);
        CHECK(number->paper() == PersonPaper::citizen_card);
        CHECK(number->key() == "019190004321");
        CHECK(core::person_key(written) == "019190004321");
    }
    CHECK(PersonNumber::read("CMND 090 123 456")->paper() == PersonPaper::former_card);
    CHECK(PersonNumber::read("CMND số 090123456")->key() == "090123456");
    CHECK(PersonNumber::read("Giấy CMND 090123456")->key() == "090123456");
    CHECK(core::person_key("19190004321") == "019190004321");
}

TEST_CASE("another paper is taken with its name, or by the look of a passport's number",
          "[domain][person]") {
    for (const char* written :
         {"Hộ chiếu C1234567", "C1234567", "passport c1234567", "HC: C1234567",
          "hộ chiếu số C1234567", "Số hộ chiếu: C 1234567", "Passport No. C1234567", "HCC1234567",
          "C1234567 hộ chiếu", "Giấy hộ chiếu C1234567", "\u04211234567", "hc \u0441 1234567"}) {
        INFO(written);
        const auto number = PersonNumber::read(written);
        REQUIRE(number);
        CHECK(number->paper() == PersonPaper::other);
        CHECK(number->key() == "C1234567");
    }
    for (const char* written :
         {"MST 0101234567", "GKS 12/2020", "Giấy khai sinh số 45", "Thẻ thường trú 0123456789",
          "Mã số thuế 0101234567", "Hộ chiếu 12/2020", "CCCD C1234567"}) {
        INFO(written);
        REQUIRE(PersonNumber::read(written));
        CHECK(PersonNumber::read(written)->paper() == PersonPaper::other);
        CHECK(PersonNumber::read(written)->written() == written);
    }
}

TEST_CASE("what is no person's number is refused by name", "[domain][person]") {
    const std::vector<std::pair<const char*, const char*>> refused = {
        {"19190004321", "field-damaged"},
        {"CCCD 19190004321", "field-damaged"},
        {"Số 12345", "person-number-digits"},
        {"15.08.1979", "field-damaged"},
        {"2023-02-01", "field-damaged"},
        {"12-34-56-78", "person-number-digits"},
        {"1.9190004E+10", "field-damaged"},
        {"############", "field-damaged"},
        {"=\"019190004321\"", "field-damaged"},
        {"12345", "person-number-digits"},
        {"0191900043210", "person-number-digits"},
        {"0101234567", "person-number-digits"},
        {"không có", "person-number-no-number"},
        {"?", "person-number-no-number"},
        {"019190004321/123456789", "person-number-two-numbers"},
        {"CCCD 019190004321, CMND 123456789", "person-number-two-numbers"},
        {"019190004321|123456789|Nguyễn", "person-number-two-numbers"},
        {"0191900\u202E04321", "field-letter-unfit"},
    };
    for (const auto& [written, code] : refused) {
        INFO(written);
        const auto number = PersonNumber::read(written);
        REQUIRE_FALSE(number);
        CHECK(number.error().message.code == code);
    }
}

TEST_CASE("a damaged person's number is read back where it can be", "[domain][person]") {
    using core::DamageKind;
    CHECK(PersonNumber::find_damage("19190004321") ==
          core::FieldDamage{DamageKind::lost_zero, "019190004321"});
    CHECK(PersonNumber::find_damage("1.9190004321E+10") ==
          core::FieldDamage{DamageKind::scientific, "019190004321"});
    CHECK(PersonNumber::find_damage("1.9190004E+10") ==
          core::FieldDamage{DamageKind::scientific, ""});
    CHECK(PersonNumber::find_damage("=\"019190004321\"") ==
          core::FieldDamage{DamageKind::formula, "019190004321"});
    for (const char* quoted : {"\"019190004321\"", "\u201C019190004321\u201D"})
        CHECK(PersonNumber::find_damage(quoted) ==
              core::FieldDamage{DamageKind::formula, "019190004321"});
    CHECK_FALSE(PersonNumber::find_damage("019190004321"));
    CHECK_FALSE(PersonNumber::find_damage("090123456"));
}

TEST_CASE("a date is never made a person's number", "[domain][person]") {
    for (const char* written : {"15.08.1979", "2023-02-01", "01/02/2023"}) {
        INFO(written);
        const auto damage = PersonNumber::find_damage(written);
        REQUIRE(damage);
        CHECK(damage->kind == core::DamageKind::date);
        CHECK(damage->reading.empty());
    }
    CHECK_FALSE(PersonNumber::find_damage("12-34-56-78"));
    CHECK(PersonNumber::find_damage("90123456")->reading == "090123456");
}
