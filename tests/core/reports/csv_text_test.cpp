#include "core/reports/csv_text.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>

using reports::CsvDialect;
using reports::CsvText;

namespace {

std::string written(CsvDialect dialect) {
    CsvText csv(dialect);
    csv.head("name", "Tên; lĩnh vực");
    csv.head("share_pct", "Tỉ lệ (%)");
    csv.end_row();
    csv.text("=1+1 lĩnh vực");
    csv.percent(8417);
    csv.number(-5);
    csv.text("a, \"b\"");
    csv.number(std::nullopt);
    csv.percent(std::nullopt);
    csv.text("x\uFFFFy");
    csv.end_row();
    return csv.take();
}

} // namespace

TEST_CASE("a CSV file for programs is as RFC 4180 has it, formulas guarded", "[reports][csv]") {
    CHECK(written(CsvDialect::plain) ==
          "name,share_pct\n'=1+1 lĩnh vực,84.17,-5,\"a, \"\"b\"\"\",,,x□y\n");
}

TEST_CASE("a CSV file for Excel has its mark, semicolons, decimal commas and words for people",
          "[reports][csv]") {
    CHECK(written(CsvDialect::excel) ==
          "\uFEFF\"Tên; lĩnh vực\";Tỉ lệ (%)\r\n'=1+1 lĩnh vực;84,17;-5;\"a, "
          "\"\"b\"\"\";;;x□y\r\n");
}

TEST_CASE("a line break within a text stays one, whichever program wrote it", "[reports][csv]") {
    for (const char* line_break : {"\n", "\r\n", "\r", "\v"}) {
        CsvText csv(CsvDialect::plain);
        csv.text("Tổ 3" + std::string(line_break) + "phường Thử");
        CHECK(csv.take() == "\"Tổ 3\nphường Thử\"");
    }
}
