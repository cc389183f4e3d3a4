#include "core/domain/card_line.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <string>

using core::looks_like_card_line;
using core::with_bars;

namespace {

// No real person; every sign of the line can be another keyboard's for a bar.
const std::string line = "019192004417||Đặng Thị Mẫu|14091992|Nữ|Tổ 7, phường Thử|22042022";

std::string with_sign(const std::string& text, const std::string& sign) {
    std::string other;
    for (const char c : text) other += c == '|' ? sign : std::string(1, c);
    return other;
}

} // namespace

TEST_CASE("a card's bars are known by their places, whatever a layout made of them",
          "[core][citizen]") {
    for (const char* sign : {"~", "\u00A6", "\\", "\u2016", "\uFF5C", "'", ";", "\u00A7", "*", "}",
                             "\t", "\x1D", "\n", "\r", "\r\n"}) {
        CAPTURE(sign);
        CHECK(with_bars(with_sign(line, sign)) == line);
        CHECK(with_bars(with_sign(line + "|a||22042032", sign)) == line + "|a||22042032");
    }
    CHECK(with_bars(line) == line);
}

TEST_CASE("a sign that may also be a field's own is no bar", "[core][citizen]") {
    const std::string with_comma = with_sign(line, ",");
    CHECK(with_bars(with_comma) == with_comma);
    for (const char* more : {"Tổ ~7", "Tổ |7"}) {
        std::string inside = with_sign(line, "~");
        inside.replace(inside.find("Tổ 7"), std::string("Tổ 7").size(), more);
        CHECK(with_bars(inside) == inside);
    }
    for (const char* text : {"", "019192004417", "019192004417~", "019192004417 1 2 3 4 5 6 7"})
        CHECK(with_bars(text) == text);
}

TEST_CASE("a card's line that lost its beginning or its end still looks like one",
          "[core][citizen]") {
    for (const char* sign : {"|", "~", "\u00A6", "\\"}) {
        CAPTURE(sign);
        for (std::size_t bars = 1; bars <= 5; ++bars) {
            std::size_t end = 0;
            for (std::size_t bar = 0; bar < bars; ++bar) end = line.find('|', end) + 1;
            CHECK(looks_like_card_line(with_sign(line.substr(0, end), sign)));
        }
        CHECK(looks_like_card_line(with_sign(line.substr(line.find("Mẫu")), sign)));
    }
    CHECK(looks_like_card_line(line.substr(line.find("Thử"))));
}

TEST_CASE("a card's line looks like one whatever stands between its fields", "[core][citizen]") {
    for (const char* sign : {",", " ", "/", " ; ", "||", ", "}) {
        CAPTURE(sign);
        CHECK(looks_like_card_line(with_sign(line, sign)));
    }
    CHECK_FALSE(looks_like_card_line("019192004417 14091992"));
    CHECK_FALSE(looks_like_card_line("0191920044179, Mẫu, 14091992"));
    CHECK_FALSE(looks_like_card_line("019192004417, Mẫu, 140919921"));
}

TEST_CASE("what people write does not look like a card's line", "[core][citizen]") {
    for (const char* text : {"", "khai sinh", "a|b|c", "019192004417", "~~~~~~", "14091992",
                             "D:\\hs\\14091992\\to khai.pdf", "019192004417, tổ 7, A, B, C, D"}) {
        CAPTURE(text);
        CHECK_FALSE(looks_like_card_line(text));
    }
}
