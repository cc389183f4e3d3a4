#include "core/reports/group_name.hpp"

#include <catch2/catch.hpp>

using core::GroupBy;
using reports::group_name;

TEST_CASE("a group is called by the office's name or by the language's word", "[reports]") {
    const words::Language english = words::Language::find("en").value();
    CHECK(group_name(GroupBy::field, {"Hộ tịch", "Hộ tịch", {}}, {}) == "Hộ tịch");
    CHECK(group_name(GroupBy::procedure, {"1.000002", "Chứng thực bản sao", {}}, english) ==
          "Chứng thực bản sao");
    CHECK(group_name(GroupBy::channel, {"online", "", {}}, {}) == "Trực tuyến");
    CHECK(group_name(GroupBy::channel, {"online", "", {}}, english) == "Online");
    CHECK(group_name(GroupBy::level, {"full", "", {}}, {}) == "Toàn trình");
    CHECK(group_name(GroupBy::month, {"2024-05", "", {}}, {}) == "Tháng 05/2024");
    CHECK(group_name(GroupBy::month, {"2024-05", "", {}}, english) == "Month 05/2024");
    CHECK(group_name(GroupBy::officer, {"lan", "Nguyễn Thị Lan", {}}, {}) == "Nguyễn Thị Lan");
    CHECK(group_name(GroupBy::officer, {"", "", {}}, {}) == "(không rõ)");
}
