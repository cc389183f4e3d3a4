#include "core/domain/supplement.hpp"

#include <catch2/catch.hpp>

using core::read_supplement;
using core::Supplement;

TEST_CASE("a supplement request is read as it was written", "[domain][supplement]") {
    for (const Supplement& written :
         {Supplement{{"Tờ khai", "Giấy chứng sinh"}, "Bản mờ"},
          Supplement{{"Bản chính"}, "Hồ sơ thiếu giấy tờ.\nMời bổ sung trước ngày 5"}})
        CHECK(read_supplement(supplement_text(written)) == written);
}

TEST_CASE("the list of a supplement request is found under any usual sign",
          "[domain][supplement]") {
    const std::vector<std::string> items = {"Tờ khai", "Ảnh"};
    for (const char* text :
         {"- Tờ khai\n- Ảnh\nmờ", "mờ\n• Tờ khai\n• Ảnh", "+ Tờ khai\n* Ảnh\nmờ",
          "– Tờ khai\n– Ảnh\nmờ", "1. Tờ khai\n2. Ảnh\nmờ", "1) Tờ khai\n2) Ảnh\nmờ"}) {
        INFO(text);
        CHECK(read_supplement(text) == Supplement{items, "mờ"});
    }
}

TEST_CASE("a number that is no next item's belongs to the reason", "[domain][supplement]") {
    CHECK(read_supplement("- Tờ khai\n15. 5 là hạn") == Supplement{{"Tờ khai"}, "15. 5 là hạn"});
}

TEST_CASE("where nobody wrote a list the text says both", "[domain][supplement]") {
    CHECK(read_supplement("Thiếu chữ ký") == Supplement{{"Thiếu chữ ký"}, "Thiếu chữ ký"});
    CHECK(read_supplement("- Tờ khai") == Supplement{{"Tờ khai"}, "- Tờ khai"});
    CHECK(core::supplement_text({{}, "Thiếu chữ ký"}) == "Thiếu chữ ký");
}
