#include "core/domain/field_damage.hpp"
#include "core/domain/names.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

using core::DamageKind;
using core::find_text_damage;

namespace {

using Cases = std::vector<std::tuple<std::string, DamageKind, std::string>>;

void check_all(const Cases& cases) {
    for (const auto& [text, kind, reading] : cases) {
        INFO(text);
        const auto damage = find_text_damage(text);
        CHECK(damage);
        if (!damage) continue;
        CHECK(damage->kind == kind);
        CHECK(damage->reading == reading);
    }
}

} // namespace

TEST_CASE("UTF-8 that went through any code page is named and read back", "[domain][damage]") {
    check_all({
        // MacRoman
        {"Nguy·ªÖn VƒÉn Th·ª≠", DamageKind::utf8_twice, "Nguyễn Văn Thử"},
        {"L√™ Th·ªã M·∫´u", DamageKind::utf8_twice, "Lê Thị Mẫu"},
        // 437 and 850
        {"Nguyß╗àn V─ân Thß╗¡", DamageKind::utf8_twice, "Nguyễn Văn Thử"},
        {"L├¬ Lß╗úi", DamageKind::utf8_twice, "Lê Lợi"},
        // 1251
        {"Nguyб»…n VДѓn ThГє", DamageKind::utf8_twice, "Nguyễn Văn Thú"},
        // 1250
        {"Tráş\u00A7n TuáşĄn", DamageKind::utf8_twice, "Trần Tuấn"},
    });
}

TEST_CASE("a tone that stands by itself, taken for a letter of Latin-1, is put back",
          "[domain][damage]") {
    check_all({{"TrâÌn Mâòn", DamageKind::windows_1258, "Trần Mận"},
               {"NguyêÞn Tuâìn", DamageKind::windows_1258, "Nguyễn Tuấn"},
               {"Pha\u00F2m Thiò Linh", DamageKind::windows_1258, "Phạm Thị Linh"}});
}

TEST_CASE("words of an old font that look sound but for a capital inside are damaged",
          "[domain][damage]") {
    check_all({{"Lý ThÕ", DamageKind::tcvn3, "Lý Thế"},
               {"MÉu", DamageKind::tcvn3, "Mẫu"},
               {"Lý Hãa", DamageKind::tcvn3, "Lý Hóa"}});
    CHECK_FALSE(find_text_damage("TÊn")); // a capital's key held too long
}

TEST_CASE("a repaired word is of one case, whatever its font held", "[domain][damage]") {
    check_all({{"\u00A7øC", DamageKind::tcvn3, "ĐỨC"},
               {"TRÇN THÞ HOµ", DamageKind::tcvn3, "TRẦN THỊ HOÀ"},
               {"Hµ NéI", DamageKind::tcvn3, "HÀ NỘI"},
               {"Hµ Néi", DamageKind::tcvn3, "Hà Nội"},
               {"NguyÔn ThÞ ¸nh", DamageKind::tcvn3, "Nguyễn Thị Ánh"},
               {"ñy ban nh©n d©n", DamageKind::tcvn3, "ủy ban nhân dân"},
               {"¸N", DamageKind::tcvn3, "ÁN"},
               {"NGUYEãN THò MAãU", DamageKind::vni, "NGUYỄN THỊ MẪU"},
               {"ÑÖùC", DamageKind::vni, "ĐỨC"},
               {"Cï QUý QUúNH", DamageKind::tcvn3, "CÙ QUÝ QUỲNH"},
               {"Bïi H÷u ý", DamageKind::tcvn3, "Bùi Hữu Ý"},
               {"ñöùc", DamageKind::vni, "đức"}});
}

TEST_CASE("a letter whose last byte went as a blank is put back where no word is so",
          "[domain][damage]") {
    check_all({{"HÃ", DamageKind::utf8_twice, "Hà"},
               {"HÃ Nam", DamageKind::utf8_twice, "Hà Nam"},
               {"CÃ Mau", DamageKind::utf8_twice, "Cà Mau"},
               {"TrÃ Vinh", DamageKind::utf8_twice, "Trà Vinh"},
               {"NhÃ n", DamageKind::utf8_twice, "Nhàn"},
               {"DÆ¯Æ NG HoÃ", DamageKind::utf8_twice, "DƯƠNG Hoà"},
               {"ChÃ o", DamageKind::utf8_twice, "Chào"},
               {"HÃ  Ná»™i", DamageKind::utf8_twice, "Hà Nội"},
               {"HÃ Ná»™i", DamageKind::utf8_twice, "Hà Nội"}});
    for (const char* name : {"Hà", "HÀ", "LÃ THỊ HOA", "LÃ Thị Hoa", "HÃ NAM", "João", "Lã Nam",
                             "Conceição", "IRMÃ", "AMANHÃ", "Ã", "LÃ VAN NAM", "MÃ", "NHÃ"}) {
        INFO(name);
        CHECK_FALSE(find_text_damage(name));
    }
}

TEST_CASE("letters that another format wrote with signs are read back", "[domain][damage]") {
    check_all({{"Nguy&#7877;n V&#259;n Th&#x1EED;", DamageKind::html, "Nguyễn Văn Thử"},
               {"Ren&eacute;e", DamageKind::html, "Renée"},
               {"C&ocirc;ng ty A &amp; B", DamageKind::html, "Công ty A & B"},
               {"Nguy%E1%BB%85n%20V%C4%83n", DamageKind::percents, "Nguyễn Văn"},
               {"T%E1%BB%95%209%2C%20ph%C6%B0%E1%BB%9Dng", DamageKind::percents, "Tổ 9, phường"},
               {"Nguy%E1%BB%85n+Nam", DamageKind::percents, "Nguyễn Nam"},
               {"Tran%20Nam", DamageKind::percents, "Tran Nam"},
               {"Nguy%u1EC5n", DamageKind::percents, "Nguyễn"},
               {"Nguy=E1=BB=85n", DamageKind::percents, "Nguyễn"},
               {"Nguy\\u1ec5n V\\u0103n", DamageKind::backslashes, "Nguyễn Văn"},
               {"Nguy\\\\u1ec5n", DamageKind::backslashes, "Nguyễn"},
               {"A \\ud83d\\ude00", DamageKind::backslashes, "A \U0001F600"}});
    for (const char* text :
         {"AT&T", "R&D; thử", "Công ty A & B", "Giảm 50% phí", "100%", "5%20", "a=b", "A\\B",
          "50%EE", "C:\\users\\nam", "&nosuch;", "\\ud83d", "Tỷ lệ 5%E"}) {
        INFO(text);
        CHECK_FALSE(find_text_damage(text));
    }
}

TEST_CASE("a letter lost to a sign is told from a question", "[domain][damage]") {
    for (const char* text :
         {"Nguy_n", "Nguy_n V_n Th_", "NGUY_N", "Th_ M_u", "?? Th? M?u", "Nguy?n", "Lê Th?",
          "L? Th? Hoa", "?nh", "Nguy??n", "Bùi Minh Kho?", "BÙI BÍCH TH?", "B_I B_CH TH_",
          "C_ NH_ _T", "??", "Tr?n V?n ??c", "V? ?", "? ?", "L? ?"}) {
        INFO(text);
        const auto damage = find_text_damage(text);
        REQUIRE(damage);
        CHECK(damage->kind == DamageKind::letters_lost);
        CHECK(damage->reading.empty());
    }
    for (const char* text : {"Công ty TNHH What's Next?",
                             "Công ty TNHH Who? Me",
                             "Why Not??",
                             "Thủ tục này có thu phí không?",
                             "Đăng ký ở đâu ?",
                             "số nhà ?",
                             "Phòng A hay phòng B?",
                             "https://a.example/x?id=3",
                             "Hà?",
                             "Nộp hồ sơ tại UBND?",
                             "mau_don",
                             "to_khai_01",
                             "B_C",
                             "Ho ten: ____",
                             "a_b",
                             "Mẫu NA_17",
                             "Co thu phi kho?",
                             "Lệ phí kho?",
                             "T_K B_C",
                             "Lê Na?",
                             "Th_01",
                             "TP_HT",
                             "01_nh",
                             "Có cần giấy tờ gì ??"}) {
        INFO(text);
        CHECK_FALSE(find_text_damage(text));
    }
}

TEST_CASE("what stands where there is no value is none of a text", "[domain][damage]") {
    for (const char* text : {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#n/a"}) {
        INFO(text);
        CHECK(find_text_damage(text)->kind == DamageKind::error_value);
        CHECK(core::find_number_damage(text)->kind == DamageKind::error_value);
    }
    for (const char* text : {"NULL", "null", "Null", "(null)", "nan", "NaN", "undefined", "\\N",
                             "N/A", "None", "<NA>"}) {
        INFO(text);
        REQUIRE(find_text_damage(text));
        CHECK(find_text_damage(text)->kind == DamageKind::empty_value);
        CHECK_FALSE(core::ApplicantName::read(text));
        CHECK_FALSE(core::TextLine::read(text));
    }
    for (const char* name : {"Na", "Nan", "NAN", "NA", "Christopher Null", "Nguyễn Thị Nan",
                             "Lê Na", "Ná", "Undefined Studio", "Nil"}) {
        INFO(name);
        CHECK_FALSE(find_text_damage(name));
        CHECK(core::ApplicantName::read(name));
    }
    for (const char* number : {"44927", "4492.7", "1"}) {
        INFO(number);
        const auto name = core::PersonName::read(number);
        REQUIRE_FALSE(name);
        CHECK(name.error().message.code == "field-damaged");
        CHECK_FALSE(core::OrganisationName::read(number));
        CHECK(core::TextLine::read(number)); // a house has a number
    }
}

TEST_CASE("a word of an old font is known beside names of other peoples", "[domain][damage]") {
    check_all({{"Y Ngoâng Nieâ", DamageKind::vni, "Y Ngông Niê"},
               {"Haø Ñöùc Mloâ", DamageKind::vni, "Hà Đức Mlô"},
               {"Y Bloâ Mloâ", DamageKind::vni, "Y Blô Mlô"},
               {"Y Noâ", DamageKind::vni, "Y Nô"},
               {"EÂBAN", DamageKind::vni, "ÊBAN"},
               {"Kbuoâr", DamageKind::vni, "Kbuôr"},
               {"Ksor Phöôùc", DamageKind::vni, "Ksor Phước"},
               {"Kpaê Klông", DamageKind::vni, "Kpă Klơng"},
               {"Rô Chaâm Thò Haïnh", DamageKind::vni, "Rơ Châm Thị Hạnh"},
               {"Nay H’Ñoân", DamageKind::vni, "Nay H’Đôn"},
               {"Pinaêng Thò Höông", DamageKind::vni, "Pinăng Thị Hương"},
               {"Niª", DamageKind::tcvn3, "Niê"},
               {"H'Hen Niª", DamageKind::tcvn3, "H'Hen Niê"},
               {"Siu Hµ", DamageKind::tcvn3, "Siu Hà"},
               {"K\u00A8n Bu\u00ABn Kr\u00ABng", DamageKind::tcvn3, "Kăn Buôn Krông"},
               {"Kat¬r ThÞ LiÔu", DamageKind::tcvn3, "Katơr Thị Liễu"},
               {"R¬ ¤ng K'H»ng", DamageKind::tcvn3, "Rơ Ông K'Hằng"},
               {"Th«n Bu«n Kmr«ng, x· Ea Kao", DamageKind::tcvn3, "Thôn Buôn Kmrông, xã Ea Kao"}});
}

TEST_CASE("UTF-8 by a code page is known beside names of other peoples", "[domain][damage]") {
    check_all({{"Y Ng\u221A\u00A5ng Ni\u221A\u2122", DamageKind::utf8_twice, "Y Ngông Niê"},
               {"H'Hen NiÃª", DamageKind::utf8_twice, "H'Hen Niê"},
               {"Y Bhi├¬ng ├èban", DamageKind::utf8_twice, "Y Bhiêng Êban"},
               {"Kbu\u221A\u00A5r", DamageKind::utf8_twice, "Kbuôr"}});
}

TEST_CASE("a word of bytes read twice is known beside sound ones, which stay as they are",
          "[domain][damage]") {
    check_all({{"Nguyễn VÄƒn A", DamageKind::utf8_twice, "Nguyễn Văn A"},
               {"Đỗ Thị Máº«u", DamageKind::utf8_twice, "Đỗ Thị Mẫu"}});
    CHECK_FALSE(find_text_damage("Đỗ Thị Ã"));
}

TEST_CASE("beside words of Unicode one letter that an old font has too is a name's own",
          "[domain][damage]") {
    for (const char* name : {"xã Ea Ñai", "Buôn Ñao", "Thị trấn Ea Ñuôl", "Y Ñŏm", "Ñăm", "Y Ñŭm",
                             "Y Ñiêm", "Y Ñuên Niê", "Y Mñă"}) {
        INFO(name);
        CHECK_FALSE(find_text_damage(name));
    }
    check_all({{"Nguyễn Ñình Chiểu", DamageKind::vni, "Nguyễn Đình Chiểu"}});
}

TEST_CASE("a word of an old font is known beside words typed otherwise, which stay as they are",
          "[domain][damage]") {
    check_all({{"Công ty TNHH Ñöùc Anh", DamageKind::vni, "Công ty TNHH Đức Anh"},
               {"Nguyễn Vaên Ñöùc", DamageKind::vni, "Nguyễn Văn Đức"},
               {"Coâng ty Starbucks Vieät Nam", DamageKind::vni, "Công ty Starbucks Việt Nam"},
               {"Coâng", DamageKind::vni, "Công"},
               {"Mai Haïnh", DamageKind::vni, "Mai Hạnh"},
               {"Hå Ngäc Hïng", DamageKind::tcvn3, "Hồ Ngọc Hùng"}});
}

TEST_CASE("a word of which nobody can tell how it reads has the damage named alone",
          "[domain][damage]") {
    const auto damage = find_text_damage("Ñöùc Çiler Tröôøng");
    REQUIRE(damage);
    CHECK(damage->kind == DamageKind::vni);
    CHECK(damage->reading.empty());
}

TEST_CASE("what was damaged several times has a sound reading or none", "[domain][damage]") {
    // As UTF-8 of "Nguyễn" looks after two and three times through Windows-1252.
    const auto twice = find_text_damage("NguyÃ¡Â»â€¦n VÃ„Æ’n");
    REQUIRE(twice);
    CHECK(twice->reading == "Nguyễn Văn");
    const auto thrice = find_text_damage("NguyÃƒÂ¡Ã‚Â»Ã¢â‚¬Â¦n");
    REQUIRE(thrice);
    CHECK(thrice->reading == "Nguyễn");
    CHECK(find_text_damage("BÃƒÂ¹i Minh HoÃƒÂ")->reading == "Bùi Minh Hoà"); // trimmed
    std::string deep = "Nguy&#7877;n";
    for (int layer = 1; layer < core::most_damages_undone; ++layer) {
        CHECK(find_text_damage(deep)->reading == "Nguyễn");
        std::string outer;
        for (const char c : deep) outer += c == '&' ? std::string("&amp;") : std::string(1, c);
        deep = outer;
    }
    CHECK(find_text_damage(deep)->reading == "Nguyễn");
    CHECK(find_text_damage("Nguy&amp;amp;amp;amp;#7877;n")->reading.empty());
    CHECK(find_text_damage("Nguy?n &amp; V&#259;n")->reading.empty()); // a letter is gone below
}

TEST_CASE("names of other peoples, of companies and of places are let be", "[domain][damage]") {
    for (const char* name : {"Đỗ Thị Ðào",
                             "François Lefèvre",
                             "Ångström",
                             "Łukasz Żółć",
                             "Božena Němcová",
                             "İbrahim",
                             "Γιώργος",
                             "Иван Гагарин",
                             "Дії",
                             "李小龍",
                             "김철수",
                             "Sigurður Þór",
                             "Neáng Kim Cheng",
                             "Neáng Nghét",
                             "Neáng Sóc Kha",
                             "Buôn Ƀhôk",
                             "Buôn Ea Ƀông",
                             "Lê\u00AD Ba",
                             "Müller & Söhne",
                             "Weiß",
                             "Straße 5",
                             "Cal·lipolis",
                             "H'Hen Niê",
                             "Y Bhiêng Êban",
                             "Kpă Klơng",
                             "KPĂ KLƠNG",
                             "Ksor H'Bơ Khăp",
                             "Siu Y Păk",
                             "Vàng A Dế",
                             "Lò Thị Ính",
                             "Hảng A Sáu",
                             "Noëlle",
                             "Zoé",
                             "PHùNG THị HOA",
                             "LÊ VăN NAM",
                             "HÀng Nga",
                             "Đường số 3, tổ 12°",
                             "1½ mẫu",
                             "\u00A7 5 khoản 2",
                             "© Công ty Việt",
                             "Nguyễn Văn Ý, 50 %",
                             "Quốc lộ 1A – km 5+200",
                             "“Hoa Mai”",
                             "Hương… Trà",
                             "€ Shop",
                             "Nghiêm Xuân Huỳnh",
                             "Giàng Thị Già",
                             "Giê Su",
                             "Hoàng Quý Thúy",
                             "Khúc Thừa Dụ",
                             "Nguyễn Gia Điêu",
                             "Uyên Huê",
                             "Phong bì 8×10",
                             "Lô đất 5×20 m",
                             "2ª",
                             "LÊ…",
                             "“CÔ…”",
                             "Gün",
                             "Trió",
                             "«Hoa»",
                             "Lìon",
                             "Nhà số 2½",
                             "±5 m",
                             "«",
                             "½",
                             "Ngô Khuyê",
                             "Công ty TNHH Café Résumé",
                             "São Tomé",
                             "Ouagadougou",
                             "Điêu Ôn",
                             "Quảng Ngãi, Ba Tơ",
                             "Noâ",
                             "Noâm",
                             "Hø Bø",
                             "Seán",
                             "Seán Murphy",
                             "Siân",
                             "João Silva",
                             "Raúl",
                             "Zúñiga",
                             "Török Van",
                             "Gulyás Lan",
                             "Yücel",
                             "Esaù",
                             "au cas où",
                             "Mª José",
                             "Kim Cloé",
                             "Inés Noâm",
                             "András NØ",
                             "Loïc Wójcicki",
                             "Kbuôr",
                             "Y Thịnh Mlô",
                             "Niê",
                             "H'Lan Ênuôl",
                             "Rơ Châm H’Yéo",
                             "Siu Bleh",
                             "Ksor Ní",
                             "Kpuih H'Lới",
                             "K'Brễu",
                             "Bríu Thị Nem",
                             "Pơloong Thị Hoa",
                             "Chamaléa Thị Hoa",
                             "Katơr Thị Liễu",
                             "Danh Sà Rây",
                             "Néang Sóc Kha",
                             "Thạch Thị Sa Rét",
                             "Y Wang Mlô Duôn Du",
                             "Y Noel Niê Kđăm",
                             "Rah Lan Thị Huệ",
                             "Puih H'Bưk",
                             "Giàng A Phổng",
                             "Hờ A Chống",
                             "Vàng Thị Mỷ",
                             "Zơ Râm Thị Lý",
                             "KPUIH H'BƯK",
                             "Chế Mân"}) {
        INFO(name);
        CHECK_FALSE(find_text_damage(name));
    }
}
