#include "core/reports/figure_rows.hpp"

#include <catch2/catch.hpp>

TEST_CASE("every figure of a report has its words, a part those of its vocabulary", "[reports]") {
    const auto& rows = reports::figure_rows();
    REQUIRE(rows.size() == core::figure_names().size());
    const auto words = [&](const char* name) {
        for (const reports::FigureRow& row : rows) {
            if (row.figure->name == name) return row.words;
        }
        return reports::Words{};
    };
    for (const reports::FigureRow& row : rows) {
        INFO(row.figure->name);
        CHECK_FALSE(row.words.vietnamese.empty());
        CHECK(row.words.vietnamese != row.figure->name);
        CHECK_FALSE(row.words.english.empty());
    }
    CHECK(words("received.online") == reports::words_of("channel", "online"));
    CHECK(words("resolved.late") == reports::words_of("outcome", "late"));
    CHECK(words("in_progress.suspended") == reports::words_of("dossier_state", "suspended"));
}

TEST_CASE("a part's name begins with a small letter", "[reports]") {
    CHECK(reports::lowered({"Đúng hạn", "On time"}) == reports::Words{"đúng hạn", "on time"});
    CHECK(reports::lowered({"Trước hạn", ""}) == reports::Words{"trước hạn", ""});
}
