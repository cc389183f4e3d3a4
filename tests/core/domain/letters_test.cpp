#include "core/domain/free_text.hpp"
#include "core/domain/letters.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using core::find_unfit_letter;
using core::LineEnds;
using core::UnfitKind;

TEST_CASE("a letter that no text may have is found, with its name and place", "[domain][letters]") {
    const std::vector<std::pair<std::string, core::UnfitLetter>> texts = {
        {"Đ\uFFFF", {0xFFFF, UnfitKind::noncharacter, 2}},
        {"Trần\uFFFE Thử", {0xFFFE, UnfitKind::noncharacter, 5}},
        {"a\uFDD0", {0xFDD0, UnfitKind::noncharacter, 2}},
        {"a\U0001FFFEb", {0x1FFFE, UnfitKind::noncharacter, 2}},
        {"An \u202Etxt", {0x202E, UnfitKind::direction, 4}},
        {"\u2067a", {0x2067, UnfitKind::direction, 1}},
        {"a\u2028b", {0x2028, UnfitKind::line_separator, 2}},
        {"a\u2029b", {0x2029, UnfitKind::line_separator, 2}},
        {"a\uFFFDb", {0xFFFD, UnfitKind::placeholder, 2}},
        {"a\uFFFCb", {0xFFFC, UnfitKind::placeholder, 2}},
        {std::string("a\0b", 3), {0, UnfitKind::control, 2}},
        {"a\x1B[31m", {0x1B, UnfitKind::control, 2}},
        {"a\x7F", {0x7F, UnfitKind::control, 2}},
        {"ậ\u0085b", {0x85, UnfitKind::control, 2}},
    };
    for (const auto& [text, unfit] : texts) {
        INFO(text);
        CHECK(find_unfit_letter(text, LineEnds::refused) == unfit);
        CHECK(find_unfit_letter(text, LineEnds::kept) == unfit);
    }
    CHECK(core::name_of_letter(0xFFFF) == "U+FFFF");
    CHECK(core::name_of_letter(9) == "U+0009");
}

TEST_CASE("letters of any people, blanks and joiners are fit", "[domain][letters]") {
    for (const char* text :
         {"Nguyễn Thị Ánh", "Krông Păk", "Müller-Łuczak", "李小龍", "Ёлка", "👩‍👧",
          "a\u00A0b", "a\u200Bb", "–—“”…", "ａｂｃ", "\uE000", ""}) {
        INFO(text);
        CHECK_FALSE(find_unfit_letter(text, LineEnds::refused));
    }
}

TEST_CASE("line ends are fit where there may be lines", "[domain][letters]") {
    CHECK(find_unfit_letter("a\nb", LineEnds::refused));
    CHECK(find_unfit_letter("a\tb", LineEnds::refused));
    CHECK_FALSE(find_unfit_letter("a\nb\tc", LineEnds::kept));
}

TEST_CASE("free text has LF for the line ends of any program", "[domain][letters]") {
    const auto text = core::FreeText::read(" một\r\nhai\rba\vbốn\fnăm ");
    REQUIRE(text);
    CHECK(text->written() == "một\nhai\nba\nbốn\nnăm");
    CHECK_FALSE(core::FreeLine::read("một\vhai"));
    CHECK(core::FreeLine::read("nga\u0303")->written() == "ngã");
}

TEST_CASE(
    "free text whose letters are of an old font, read twice or lost is told, other signs are not",
    "[domain][letters]") {
    const auto code_of = [](const char* text) {
        const auto read = core::FreeText::read(text);
        CHECK(bool(read) == bool(core::FreeLine::read(text)));
        return read ? std::string() : read.error().message.code;
    };
    CHECK(code_of("ThiÕu giÊy tê tuú th©n") == "field-damaged-readably");
    CHECK(code_of("Thieáu giaáy tôø") == "field-damaged-readably");
    CHECK(code_of("Thiáº¿u giáº¥y tá»\u009D tÃ¹y thÃ¢n") == "field-damaged-readably");
    CHECK(code_of("Còn thiếu gì? Xem https://mau.vn/t%C3%A0i_li%E1%BB%87u?a=1&b=2") == "");
    CHECK(code_of("NULL") == "");
    CHECK(code_of("#N/A") == "field-damaged");
    CHECK(code_of("Thi?u gi?y khai sinh") == "field-damaged");
    CHECK(code_of("Thi?u gi?y khai sinh, b?n sao th? c?n c??c") == "field-damaged");
    CHECK(code_of("?? Th? M?u") == "field-damaged");
    for (const char* lost :
         {"Thi?u giấy khai sinh", "Ông Tr?n Văn A chưa ký", "Không ??ng ý", "??n xin",
          "THI?U GIẤY TỜ", "Ch? ký sai, Th? bảy", "Không ?ủ, ?ã nộp", "####", "=\"0999\"",
          "Tá»\u2022 3, phÆ°á»ng Ba HÃ ng", "LĂª Äá»©c Thá»"})
        CHECK(code_of(lost) != "");
    for (const char* asked :
         {"Có phải nộp lệ phí không?bao nhiêu?", "Phòng nào?tầng mấy?", "CMND?CCCD?hộ chiếu?",
          "khai sinh?khai tử?kết hôn?", "What's the fee?who pays?",
          "Thửa đất số ?? tờ bản đồ số ??", "Năm sinh: 19?? hoặc 20??", "Nộp gì ?Ai nộp ?",
          "Cao mấy m? Mấy h?", "Gọi là «má», «bá»", "Thiếu giấy khai sinh? Bản sao đâu?",
          "Dài mấy km? Rộng mấy km?", "┌──┐", "█▓ 80 %"}) {
        INFO(asked);
        CHECK(code_of(asked) == "");
    }
    CHECK(code_of("Which one, A?B or C?D? Sao? Ai? Khi nao?") == "");
    CHECK(code_of("Con ai? Con gi? Lam sao?") == "");
    CHECK(code_of("Đề nghị bổ sung giấy khai sinh của ông Chau Keát") == "");
    CHECK(code_of("Người ủy quyền: Björn Åström, hộ chiếu số C12") == "");
}

TEST_CASE("what cannot be shown is marked for papers, and the rest stays", "[domain][letters]") {
    CHECK(core::with_unfit_marked("Đỗ\uFFFF Thị\u202E Mẫu\nb") == "Đỗ□ Thị□ Mẫu\nb");
    CHECK(core::with_unfit_marked("a\xC4") == "a□");
    CHECK(core::with_unfit_marked("\xFF\xFE") == "□□");
    CHECK(core::with_unfit_marked("Nguyễn").size() == std::string("Nguyễn").size());
}
