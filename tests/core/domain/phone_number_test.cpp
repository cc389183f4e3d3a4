#include "core/domain/phone_number.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using core::PhoneNumber;

TEST_CASE("a telephone number is one however it is written", "[domain][phone]") {
    for (const char* written : {"0912345678",
                                "+84912345678",
                                "84912345678",
                                "840912345678",
                                "0084912345678",
                                "0912 345 678",
                                "0912.345.678",
                                "0912-345-678",
                                "091234567８",
                                "(0912) 345 678",
                                "+84 (0) 912 345 678",
                                " 0912\u00A0345\u00A0678 ",
                                "+84-912-345-678",
                                "0912–345–678",
                                "0912345678\u200B",
                                "tel:0912345678",
                                "TEL: +84912345678",
                                "ĐT: 0912 345 678",
                                "SĐT 0912345678",
                                "Điện thoại: (0912) 345 678",
                                "Số điện thoại 0912345678",
                                "Đ/T: 0912345678"}) {
        INFO(written);
        const auto phone = PhoneNumber::read(written);
        REQUIRE(phone);
        CHECK(phone->number() == "0912345678");
        CHECK(core::phone_key(written) == "0912345678");
        CHECK(core::home_phone(written) == "0912345678");
    }
    CHECK(PhoneNumber::read("0912 345 678")->written() == "0912 345 678");
    CHECK(PhoneNumber::read("024 3825 1234")->number() == "02438251234");
    CHECK(PhoneNumber::read("+84 24 3825 1234")->number() == "02438251234");
    CHECK(PhoneNumber::read("1900 1234")->number() == "19001234");
    CHECK(PhoneNumber::read("+49 151 12345678")->number() == "+4915112345678");
    CHECK(PhoneNumber::read("0049 151 12345678")->number() == "+4915112345678");
}

TEST_CASE("what is no one telephone number is refused by name", "[domain][phone]") {
    const std::vector<std::pair<const char*, const char*>> refused = {
        {"0912345678 / 0987654321", "phone-two-numbers"},
        {"0912345678, 0987654321", "phone-two-numbers"},
        {"0912345678 0987654321", "phone-two-numbers"},
        {"0912345678 hoặc 0987654321", "phone-two-numbers"},
        {"024 3825 1234 ext. 12", "phone-with-extension"},
        {"02438251234 máy lẻ 12", "phone-with-extension"},
        {"02438251234x12", "phone-with-extension"},
        {"02438251234#12", "phone-with-extension"},
        {"không có", "phone-odd-letters"},
        {"091234567O", "phone-odd-letters"},
        {"0912345678 (nhà)", "phone-with-words"},
        {"09123456789", "phone-digits"}, // a mobile of eleven digits
        {"0000000000", "phone-beginning"},
        {"5912345678", "phone-beginning"},
        {"0912345678 gặp anh Ba", "phone-with-words"},
        {"Chị Hoa 0912345678", "phone-with-words"},
        {"ĐT: 0912345678, 0987654321", "phone-two-numbers"},
        {"ĐT 02438251234 máy lẻ 12", "phone-with-extension"},
        {"SĐT 912345678", "field-damaged"},
        {"09123", "phone-digits"},
        {"3825123", "phone-digits"},
        {"091234567890", "phone-digits"},
        {"912345678", "field-damaged"},
        {"2438251234", "field-damaged"},
        {"9.12E+08", "field-damaged"},
        {"####", "field-damaged"},
        {"='0912345678", "phone-odd-letters"},
        {"'0912345678", "field-damaged"},
        {"0912345678\uFFFF", "field-letter-unfit"},
    };
    for (const auto& [written, code] : refused) {
        INFO(written);
        const auto phone = PhoneNumber::read(written);
        REQUIRE_FALSE(phone);
        CHECK(phone.error().message.code == code);
    }
}

TEST_CASE("what a spreadsheet did to a number is read back where it can be", "[domain][phone]") {
    using core::DamageKind;
    CHECK(PhoneNumber::find_damage("912345678") ==
          core::FieldDamage{DamageKind::lost_zero, "0912345678"});
    CHECK(PhoneNumber::find_damage("9.12345678E+08") ==
          core::FieldDamage{DamageKind::scientific, "0912345678"});
    CHECK(PhoneNumber::find_damage("9.12E+08") == core::FieldDamage{DamageKind::scientific, ""});
    CHECK(PhoneNumber::find_damage("=\"0912345678\"") ==
          core::FieldDamage{DamageKind::formula, "0912345678"});
    CHECK(PhoneNumber::find_damage("########") == core::FieldDamage{DamageKind::hashes, ""});
    CHECK_FALSE(PhoneNumber::find_damage("0912345678"));
    CHECK_FALSE(PhoneNumber::find_damage("19001234"));
}

TEST_CASE("a stored text that is no number has a key too, and stays on papers", "[domain][phone]") {
    CHECK(core::phone_key("912345678") == "0912345678");
    CHECK(core::phone_key("hỏi anh Ba") == "HỎIANHBA");
    CHECK(core::home_phone("0912345678 / 0987654321") == "0912345678 / 0987654321");
    CHECK(core::home_phone("\xFF") == "\xFF");
    CHECK(core::phone_key("").empty());
}
