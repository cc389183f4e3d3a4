#include "core/domain/folded_key.hpp"
#include "core/domain/text.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using core::code_key;
using core::name_key;

TEST_CASE("a code has one key however it is typed or pasted", "[domain][key]") {
    const std::string code = "000.00.18.H55-261129-0007";
    CHECK(code_key(code) == code);
    for (const char* typed :
         {"000.00.18.h55-261129-0007", " 000.00.18.H55-261129-0007 ", "000.00.18.H55–261129–0007",
          "000.00.18.H55\u2011261129\u20110007", "000.00.18.H55-261129-0007\u200B",
          "000.00.18.H55 - 261129 - 0007", "\uFEFF000.00.18.H55-261129-0007",
          "０００.００.１８.Ｈ５５-２６１１２９-０００７", "000.00.18.H55\u2212261129\u22120007",
          "000.00.18.H55-261129-\u00A00007", "000.00.18.\u00ADH55-261129-0007"}) {
        INFO(typed);
        CHECK(code_key(typed) == code);
    }
    CHECK(code_key("t261129-a001") == "T261129-A001");
    for (const char* typed : {"Đ-1", "Ð-1", "Ɖ-1", "đ-1", "ð-1", "ɖ–1"}) {
        INFO(typed);
        CHECK(code_key(typed) == "Đ-1");
    }
    CHECK(code_key("000.00.18.H55-261129-0008") != code);
}

TEST_CASE("names that look alike have one key", "[domain][key]") {
    const std::vector<std::vector<const char*>> alike = {
        {"Đất đai", "Ðất đai", "Ɖất đai", "Đất  đai", "Đất\u00A0 đai", "Đất đai\u200B", "đất đai",
         " ĐẤT ĐAI", "Đâ\u0301t đai"},
        {"Hòa giải ở cơ sở", "Hoà giải ở cơ sở", "HOÀ GIẢI Ở CƠ SỞ"},
        {"Thuỷ lợi", "Thủy lợi"},
        {"Phường Quế", "phường quế"},
    };
    for (const auto& names : alike) {
        for (const char* name : names) {
            INFO(name);
            CHECK(name_key(name) == name_key(names.front()));
        }
    }
    CHECK(name_key("Hoa") != name_key("Hoà"));
    CHECK(name_key("Đất đai") != name_key("Dat dai"));
    CHECK(name_key("má") != name_key("mà"));
    CHECK(name_key("an2") != name_key("án"));
    CHECK(name_key("tam") != name_key("tâm"));
}

TEST_CASE("a key is its own key", "[domain][key]") {
    for (const char* text : {"Hoà giải", "Đỗ Thị Mẫu", "a\u0301\u0323", "", "  ", "李", "ﬁ", "ǅ"}) {
        INFO(text);
        CHECK(code_key(code_key(text)) == code_key(text));
        CHECK(core::typed_plainly(core::typed_plainly(text)) == core::typed_plainly(text));
        CHECK(name_key(name_key(text)) == name_key(text));
    }
}
