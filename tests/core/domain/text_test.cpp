#include "core/domain/text.hpp"

#include <catch2/catch.hpp>

#include <chrono>

using core::fold_for_search;
using core::to_nfc;
using Words = std::vector<std::string>;

namespace {

std::string repeat(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

std::string encode(char32_t c) {
    const auto part = [c](int shift, char32_t mark) {
        return static_cast<char>(mark | (c >> shift & (mark == 0x80 ? 0x3F : 0x7F)));
    };
    if (c < 0x80) return {static_cast<char>(c)};
    if (c < 0x800) return {part(6, 0xC0), part(0, 0x80)};
    if (c < 0x10000) return {part(12, 0xE0), part(6, 0x80), part(0, 0x80)};
    return {part(18, 0xF0), part(12, 0x80), part(6, 0x80), part(0, 0x80)};
}

} // namespace

TEST_CASE("valid UTF-8 of one to four bytes passes", "[core][text]") {
    CHECK(core::is_utf8(""));
    CHECK(core::is_utf8("Thủ tục đăng ký khai sinh"));
    CHECK(core::is_utf8("\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80"));
    CHECK(core::is_utf8("\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF"));
}

TEST_CASE("broken UTF-8 is found at its first byte", "[core][text]") {
    CHECK(core::find_broken_utf8("0123456789\xFF") == 10U);
    CHECK(core::find_broken_utf8("\x80") == 0U);               // no first byte
    CHECK(core::find_broken_utf8("ab\xC0\xAF") == 2U);         // overlong, two bytes
    CHECK(core::find_broken_utf8("ab\xE0\x9F\xBF") == 2U);     // overlong, three
    CHECK(core::find_broken_utf8("ab\xF0\x8F\xBF\xBF") == 2U); // overlong, four
    CHECK(core::find_broken_utf8("a\xED\xA0\x80") == 1U);      // a surrogate
    CHECK(core::find_broken_utf8("a\xF4\x90\x80\x80") == 1U);  // above U+10FFFF
    CHECK(core::find_broken_utf8("ấ\xE1\xBA") == 3U);          // cut short
    CHECK(core::find_broken_utf8("ấ\xE1\xBA"
                                 "a") == 3U); // a letter within
}

TEST_CASE("decomposed and composed text become the same", "[core][text]") {
    CHECK(to_nfc("Khai sinh") == "Khai sinh");
    CHECK(to_nfc("Nguyễn Thị Đức") == "Nguyễn Thị Đức");
    CHECK(to_nfc("Nguye\u0302\u0303n Thi\u0323 Đu\u031B\u0301c.") == "Nguyễn Thị Đức.");
    CHECK(to_nfc("e\u0323\u0302") == "ệ");
    CHECK(to_nfc("e\u0302\u0323") == "ệ"); // marks in the other order
    CHECK(to_nfc("\u1EB9\u0302") == "ệ");  // half composed
    CHECK(to_nfc("\u0301a") == "\u0301a");
    CHECK(to_nfc("\u212B\u1100\u1161 và \u0439") == "\u00C5\uAC00 và \u0439");
    CHECK(to_nfc("").empty());
}

TEST_CASE("a long run of marks is normalized in bounded time", "[core][text]") {
    const std::string marks = "a" + repeat("\u0301\u0323", 200'000);
    const auto start = std::chrono::steady_clock::now();
    const std::string normal = to_nfc(marks);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
    CHECK(normal.starts_with("ạ\u0323"));
    CHECK(to_nfc(normal) == normal);
}

TEST_CASE("search sees neither case nor marks nor punctuation", "[core][text]") {
    CHECK(fold_for_search("Khai Sinh") == "khai sinh");
    CHECK(fold_for_search("KHAI SINH") == "khai sinh");
    CHECK(fold_for_search("  khai—sinh. ") == "khai sinh");
    CHECK(fold_for_search("Đăng ký lại khai tử; đất đai") == "dang ky lai khai tu dat dai");
    CHECK(fold_for_search("NGUYỄN THỊ HƯỜNG") == "nguyen thi huong");
    CHECK(fold_for_search("Nguye\u0302\u0303n Thi\u0323 Hu\u031Bo\u031B\u0300ng") ==
          "nguyen thi huong");
    CHECK(fold_for_search("000.00.18.H55-230103-0001") == "000 00 18 h55 230103 0001");
    CHECK(fold_for_search("Ðắk Lắk\u00A0 (₫)") == "dak lak"); // Icelandic Ð, no-break space
    CHECK(fold_for_search("« … »").empty());
    CHECK(fold_for_search("").empty());
}

TEST_CASE("search keeps the letters and digits of any script", "[core][text]") {
    CHECK(fold_for_search("Straße ﬁn Ａ１") == "strasse fin a1");
    CHECK(fold_for_search("МОСКВА, 東京") == "москва 東京");
    CHECK(fold_for_search("\uAC00") == fold_for_search("\u1100\u1161"));
    CHECK(fold_for_search("co\u00ADoperate \u00A8x") == "cooperate x");
}

TEST_CASE("every character folds alike however it is composed, and only once", "[core][text]") {
    for (char32_t c = 0x20; c < 0x1FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        const std::string text = "x" + encode(c);
        const std::string folded = fold_for_search(text);
        if (fold_for_search(to_nfc(text)) != folded) FAIL_CHECK(text << " in NFC");
        if (fold_for_search(folded) != folded) FAIL_CHECK(text << " folds twice");
        if (to_nfc(to_nfc(text)) != to_nfc(text)) FAIL_CHECK(text << " in NFC twice");
    }
}

TEST_CASE("letters that no keyboard has are searched by those it has", "[core][text]") {
    CHECK(fold_for_search("Ƀuôn ƀ Ø Æ œ Ł Ħ ı") == "buon b o ae oe l h i");
    CHECK(fold_for_search("K'long Kʼlong K’long") == "k long k long k long");
    CHECK(core::searchable_text("O'Brien") == "o brien obrien");
    CHECK(core::searchable_text("Lan") == "lan");
    CHECK(core::search_words("Ký Thy Quý May") == Words{"ki", "thy", "qui", "may"});
}

TEST_CASE("a search has a limited number of words", "[core][text]") {
    CHECK(core::search_words(" Khai  SINH, lại ") == Words{"khai", "sinh", "lai"});
    CHECK(core::search_words("?!").empty());
    CHECK(core::search_words(repeat("từ ", 1000)).size() == core::most_search_words);
}

TEST_CASE("white space at both ends is trimmed", "[core][text]") {
    CHECK(core::trim(" \t\r\nkhai sinh\u00A0 \n") == "khai sinh");
    CHECK(core::trim("\u00A0\u00A0").empty());
    CHECK(core::trim("à") == "à"); // its last byte is that of a no-break space
}

TEST_CASE("a list is split without its empty items", "[core][text]") {
    CHECK(core::split_list("A; B;;C ;", ';') == Words{"A", "B", "C"});
    CHECK(core::split_list("", ';').empty());
    CHECK(core::split_list(" ; ", ';').empty());
    CHECK(core::split_list("một", ';') == Words{"một"});
}

TEST_CASE("control characters are noticed", "[core][text]") {
    CHECK_FALSE(core::has_control_characters("Đường số 1\u00A0"));
    CHECK(core::has_control_characters("a\tb"));
    CHECK(core::has_control_characters(std::string_view("a\0b", 3)));
    CHECK(core::has_control_characters("a\x7F"));
    CHECK(core::has_control_characters("a\u0085"));
}

TEST_CASE("counts are shown with a dot every three digits", "[core][text]") {
    CHECK(core::show_count(0) == "0");
    CHECK(core::show_count(999) == "999");
    CHECK(core::show_count(3936) == "3.936");
    CHECK(core::show_count(-123456) == "-123.456");
    CHECK(core::show_count(1234567) == "1.234.567");
    CHECK(core::show_count(INT64_MIN) == "-9.223.372.036.854.775.808");
}
