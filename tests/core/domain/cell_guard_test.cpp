#include "core/domain/cell_guard.hpp"

#include <catch2/catch.hpp>

#include <string>

TEST_CASE("a text that a spreadsheet would compute is guarded, and comes back as it was",
          "[domain][guard]") {
    for (const char* text : {"=1+1", "+84912345678", "-cmd|x", "@SUM(A1)", "\tx", "\rx"}) {
        INFO(text);
        const std::string cell = core::guarded_cell(text);
        CHECK(cell == "'" + std::string(text));
        CHECK(core::without_cell_guard(cell) == text);
    }
    for (const char* text : {"", "Đất đai", "'0912345678", "'", "1-2", "a=b"}) {
        INFO(text);
        CHECK(core::guarded_cell(text) == text);
        CHECK(core::without_cell_guard(text) == text);
    }
}
