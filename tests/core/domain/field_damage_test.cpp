#include "core/domain/field_damage.hpp"
#include "core/domain/person_number.hpp"
#include "core/domain/phone_number.hpp"
#include "core/domain/vietnamese_syllable.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <tuple>
#include <vector>

using core::DamageKind;
using core::find_text_damage;

TEST_CASE("damaged Vietnamese is known by its cause, and read back", "[domain][damage]") {
    const std::vector<std::tuple<std::string, DamageKind, std::string>> texts = {
        {"NguyÔn V¨n Thö", DamageKind::tcvn3, "Nguyễn Văn Thử"},
        {"\u00A7ç ThÞ MÉu", DamageKind::tcvn3, "Đỗ Thị Mẫu"},
        {"Tæ 9, ph\u00ADêng Thö", DamageKind::tcvn3, "Tổ 9, phường Thử"},
        {"NGUYÔN THÞ HOA", DamageKind::tcvn3, "NGUYỄN THỊ HOA"},
        {"NguyeÃn VaÊn ThöÛ", DamageKind::vni, "Nguyễn Văn Thử"},
        {"Nguyeãn Vaên Thöû", DamageKind::vni, "Nguyễn Văn Thử"},
        {"Toå 9, phöôøng Thöû", DamageKind::vni, "Tổ 9, phường Thử"},
        {"Ñoã Thò Maãu", DamageKind::vni, "Đỗ Thị Mẫu"},
        {"Nguyá»…n VÄƒn Thá»­", DamageKind::utf8_twice, "Nguyễn Văn Thử"},
        {"Ä\uFFFDá»— Thá»‹ Máº«u", DamageKind::utf8_twice, "Đỗ Thị Mẫu"},
        {"?? Th? M?u", DamageKind::letters_lost, ""},
        {"Nguy?n", DamageKind::letters_lost, ""},
        {"Nguy\uFFFDn Văn", DamageKind::letters_lost, ""},
    };
    for (const auto& [text, kind, reading] : texts) {
        INFO(text);
        const auto damage = find_text_damage(text);
        REQUIRE(damage);
        CHECK(damage->kind == kind);
        CHECK(damage->reading == reading);
    }
}

TEST_CASE("sound names of any people are no damage", "[domain][damage]") {
    for (const char* text : {"Nguyễn Văn Thử",
                             "Đỗ Thị Mẫu",
                             "Hoà",
                             "Trần Quý Thuỷ",
                             "LÊ THỊ ÁNH",
                             "Krông Păk",
                             "H'Hen Niê",
                             "Y Bhiêng Êban",
                             "Kpă Klơng",
                             "Müller",
                             "Renée Zoë",
                             "José Nuñez",
                             "François Lefèvre",
                             "Bjørn",
                             "Ma\u00EF Lan",
                             "L\u00FC Thi Mai",
                             "Ca\u00EFn",
                             "Ko \u00DCn",
                             "M\u00E4n",
                             "L\u00E5ng",
                             "Kim S\u00F6",
                             "\u00D6",
                             "Qu\u00E1n B\u00F8",
                             "Chloé Dupont",
                             "Tổ 9, phường Thử",
                             "Số 12/3 đường Lê Lợi",
                             "số nhà ?",
                             "李小龍",
                             "Đặng Thái Hòa",
                             "Công ty TNHH Ô Môn",
                             "Ủy ban nhân dân phường Thử\u00A0",
                             "Uông Bí",
                             "Quảng Yên",
                             "Buôn Ma Thuột",
                             "Lò Văn Ún",
                             "Giàng A Phử",
                             "Quách Thị Huệ",
                             "Lâm Uyên Ý",
                             "Phan Thị Quyên",
                             "Khúc Đình Oánh"}) {
        INFO(text);
        CHECK_FALSE(find_text_damage(text));
    }
}

TEST_CASE("a syllable is known by its initial, its rime and its tone", "[domain][damage]") {
    for (const char* word :
         {"nguyễn", "Nghiêm", "quỳnh", "Gì", "giếng", "Hoà", "hòa", "QUÝ", "ý", "oanh", "thuở",
          "khuya", "uống", "yếu", "Phượng", "đứng", "Ất", "ngoằn"}) {
        INFO(word);
        CHECK(core::is_vietnamese_syllable(word));
    }
    for (const char* word :
         {"", "NguyÔn", "kr\u00F4ng", "at", "mac", "hoàá", "thö", "bcd", "ngê1", "\xFF",
          "nguyễnnguyễn", "\u1100\u1161\u11A8\u0301", "\u0301", "\uAC01\u0300"}) {
        INFO(word);
        CHECK_FALSE(core::is_vietnamese_syllable(word));
    }
}

TEST_CASE("a tone stands on a vowel, and where the orthography puts it", "[domain][damage]") {
    for (const char* word :
         {"nguyễn", "hoà", "hòa", "thuý", "thúy", "quý", "giếng", "hoàng", "toàn", "khuỷu", "ngoài",
          "lụa", "lửa", "hươu", "xoòng", "Gì", "Ý", "hai"}) {
        INFO(word);
        CHECK(core::is_well_written_syllable(word));
    }
    for (const char* word : {"triú", "maỳ", "thaù", "ngòai", "hòang", "nguỹên"}) {
        INFO(word);
        CHECK(core::is_vietnamese_syllable(word)); // hands slip
        CHECK_FALSE(core::is_well_written_syllable(word));
    }
    for (const char* word : {"\u0139on", "mỹn", "gỹn"})
        CHECK_FALSE(core::is_vietnamese_syllable(word));
}

TEST_CASE("a soft hyphen of a word processor is no letter of an old font", "[domain][damage]") {
    CHECK_FALSE(core::find_text_damage("\u00ADTrần Ánh"));
    CHECK_FALSE(core::find_text_damage("Nguyễn Th\u00ADị Mẫu"));
    CHECK(core::find_text_damage("NguyÔn V\u00AD")); // there it is
}

TEST_CASE("UTF-8 that a Vietnamese Windows read by its own code page is named and read back",
          "[domain][damage]") {
    // As code page 1258 shows the bytes of these names.
    const std::vector<std::pair<std::string, std::string>> names = {
        {"Tráº\u00A7n TĂº", "Trần Tú"},
        {"BĂ¹i Thá»‹ Háº¡nh", "Bùi Thị Hạnh"},
        {"Nguyá»…n VÄƒn ThĂ\u00AD", "Nguyễn Văn Thí"}};
    for (const auto& [damaged, sound] : names) {
        INFO(damaged);
        const auto damage = core::find_text_damage(damaged);
        REQUIRE(damage);
        CHECK(damage->kind == core::DamageKind::utf8_twice);
        CHECK(damage->reading == sound);
    }
    CHECK(core::find_text_damage("HÃ\u00A0 Nam"));
}

TEST_CASE("sound names with odd letters are left alone", "[domain][damage]") {
    for (const char* name :
         {"Seán Ó Briain", "Nhà hàng Phố Ñ", "Nguyễn Thị Ðào", "Trần Văn Ðức", "ÐẶNG THỊ LAN",
          "Ðào", "Công ty Société Générale", "Lê Thị Đào", "Đà Nẵng", "Tăng Ý Nhi"}) {
        INFO(name);
        CHECK_FALSE(core::find_text_damage(name));
    }
    CHECK(core::find_text_damage("TrÇn V¨n UBND")); // an abbreviation stands beside damage
}

TEST_CASE("a number with decimals is none of a person, and its digits are offered",
          "[domain][damage]") {
    for (const char* text : {"19190004321.0", "0912345678.0", "019190004321.00"}) {
        INFO(text);
        const auto damage = core::find_number_damage(text);
        REQUIRE(damage);
        CHECK(damage->kind == core::DamageKind::decimal);
    }
    CHECK(core::PersonNumber::find_damage("19190004321.0")->reading == "019190004321");
    CHECK(core::PhoneNumber::find_damage("0912345678.0")->reading == "0912345678");
    CHECK_FALSE(core::PhoneNumber::read("0912345678.0"));
    CHECK_FALSE(core::PersonNumber::read("12345678.0"));
    CHECK_FALSE(core::find_number_damage("0912.345.000"));
}
