#include "core/domain/free_text.hpp"
#include "core/domain/names.hpp"
#include "core/domain/person_number.hpp"
#include "core/domain/phone_number.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using core::ApplicantName;
using core::OrganisationName;
using core::PersonName;

TEST_CASE("a name is kept as it came, trimmed and in NFC", "[domain][name]") {
    CHECK(PersonName::read("  Nguyễn Thị  Ánh\u00A0")->written() == "Nguyễn Thị  Ánh");
    CHECK(PersonName::read("Nga\u0303")->written() == "Ngã");
    CHECK(PersonName::read("H'Hen Niê")->written() == "H'Hen Niê");
    CHECK(PersonName::read("Nguyễn Văn A 2")->written() == "Nguyễn Văn A 2");
}

TEST_CASE("what is no person's name is refused by its cause", "[domain][name]") {
    const std::vector<std::pair<std::string, std::string>> refused = {
        {"019185001234|090123456|Nguyễn Thị Hoa|02031985|Nữ|Tổ 3|10052021", "name-with-bar"},
        {"Nguyễn|Thị", "name-with-bar"},
        {"Nguyễn\u2016Thị", "name-with-bar"},
        {"Nguyễn\uFF5CThị", "name-with-bar"},
        {"P<VNMNGUYEN<<VAN<AN", "name-of-passport-line"},
        {"P<VNMNGUYEN<<VAN<AN<<<<<<<<<<<<<<<<<<<<<<<<<", "name-of-passport-line"},
        {"IDVNM0190004321019190004321<<4", "name-of-passport-line"},
        {"NGUYEN<<VAN<AN<<<<", "name-of-passport-line"},
        {"V? ?", "field-damaged"},
        {"? Th? M?u", "field-damaged"},
        {"?", "field-damaged"},
        {"-", "name-without-letters"},
        {"...", "name-without-letters"},
        {"@#$", "name-without-letters"},
        {"Minh H?", "field-damaged"},
        {"Trần Văn B?", "field-damaged"},
        {"Nguye^~n Va(n A'", "name-with-sign"}, // as telegrams wrote
        {"019185001234", "name-with-number"},
        {"Lê\u25A1Thị Ba", "name-with-sign"},
        {"Nguyễn Thị Hoa 0912345678", "name-with-number"},
        {"Hoa ０９１２３４", "name-with-number"},
        {"NguyÔn V¨n Thö", "field-damaged"},
        {"Ä\uFFFDá»— Thá»‹ Máº«u", "field-damaged"},
        {"Đỗ\uFFFF Thị Mẫu", "field-letter-unfit"},
        {"Đỗ \u202EThị", "field-letter-unfit"},
        {"Ksor Ph\u255E\u2591\u00DF\u2557\u00A2c", "field-damaged"}, // UTF-8 by a page of DOS
        {"Y Ng\u221A\u00B4ng Ni\u221A\u2122", "name-with-sign"},     // … of the Macintosh
        {"H\u00B5 \u00AE\u00F8c Ml\u00AB", "field-damaged"},         // TCVN3 beside a foreign word
        {"A \u00ABB\u00BB \u00B5x", "name-with-sign"},
        {"#####", "field-damaged"},
    };
    for (const auto& [text, code] : refused) {
        INFO(text);
        const auto name = PersonName::read(text);
        REQUIRE_FALSE(name);
        CHECK(name.error().message.code == code);
        CHECK_FALSE(ApplicantName::read(text));
    }
}

TEST_CASE("a line end within one line is a blank, whatever program wrote it", "[domain][name]") {
    for (const char* text : {"Đỗ Thị\nMẫu", "Đỗ Thị\r\nMẫu", "Đỗ Thị\rMẫu", "Đỗ Thị\tMẫu",
                             "Đỗ Thị\vMẫu\n", "\tĐỗ Thị\fMẫu"}) {
        INFO(text);
        CHECK(PersonName::read(text)->written() == "Đỗ Thị Mẫu");
        CHECK(ApplicantName::read(text)->written() == "Đỗ Thị Mẫu");
        CHECK(OrganisationName::read(text)->written() == "Đỗ Thị Mẫu");
        CHECK(core::TextLine::read(text)->written() == "Đỗ Thị Mẫu");
    }
    CHECK(core::PhoneNumber::read("0912\n345678")->number() == "0912345678");
    CHECK(core::PersonNumber::read("019190\r\n004321")->key() == "019190004321");
    CHECK_FALSE(PersonName::read("Đỗ\u2028Mẫu"));
}

TEST_CASE("an organisation may have a number in its name, a person not", "[domain][name]") {
    for (const char* name :
         {"Công ty TNHH 0123456", "Hộ kinh doanh 123456", "Trường Mầm non 19051990",
          "HKD Bún bò 199-201-203", "Hội Cựu chiến binh khoá 1968-1972", "Cửa hàng 123456"}) {
        INFO(name);
        CHECK(OrganisationName::read(name));
        CHECK(ApplicantName::read(name));
        CHECK_FALSE(PersonName::read(name));
    }
    CHECK(ApplicantName::read("Công ty Ai là ai?"));
    CHECK_FALSE(ApplicantName::read("Công ty A|B"));
    CHECK_FALSE(ApplicantName::read("Công 123456"));
}

TEST_CASE("a name that nobody can see is an empty one", "[domain][names]") {
    for (const char* text : {"\u200B", "\uFEFF\u200B", "\u3164", "\u2800 \u00A0", " "}) {
        CHECK(core::PersonName::read(text)->written().empty());
        CHECK(core::OrganisationName::read(text)->written().empty());
        CHECK(core::TextLine::read(text)->written().empty());
        CHECK(core::FreeText::read(text)->written().empty());
        CHECK(core::FreeLine::read(text)->written().empty());
    }
    CHECK(core::PersonName::read("Y")->written() == "Y");
}

TEST_CASE("a name that only looks damaged is taken where whoever wrote it says so",
          "[domain][name]") {
    for (const char* name : {"Chau Keát", "Y Ñôn", "Kim Hoøa"}) {
        INFO(name);
        CHECK_FALSE(ApplicantName::read(name));
        REQUIRE(core::AsWritten<ApplicantName>::read(name));
        CHECK(core::AsWritten<ApplicantName>::read(name)->written() == name);
        CHECK_FALSE(core::AsWritten<ApplicantName>::find_damage(name));
        CHECK(core::AsWritten<core::TextLine>::read(name));
    }
    for (const char* name : {"Nguy?n V?n A", "Nguyá»…n VÄƒn A", "#N/A", "Lê|Ba", "Lê\u202EBa"}) {
        INFO(name);
        CHECK_FALSE(core::AsWritten<ApplicantName>::read(name));
    }
}

TEST_CASE("an organisation's name may have the signs of its mark", "[domain][name]") {
    for (const char* name :
         {"Công ty TNHH Thử\u00AE", "Công ty CP \u00ABMẫu\u00BB", "Cơ sở 2\u00B2"}) {
        INFO(name);
        CHECK(ApplicantName::read(name));
        CHECK(OrganisationName::read(name));
    }
}
