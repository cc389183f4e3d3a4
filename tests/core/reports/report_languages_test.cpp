#include "core/reports/figure_rows.hpp"
#include "core/reports/form_06a.hpp"
#include "core/reports/report.hpp"
#include "core/reports/report_document.hpp"
#include "tests/support/report_samples.hpp"

#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

#include <string>
#include <vector>

using Catch::Matchers::Contains;

namespace {

core::PeriodReport report_by(core::GroupBy by, const std::string& key) {
    core::PeriodReport report = samples::signed_report();
    report.by = by;
    report.groups = {{key, "", samples::signed_figures()}};
    return report;
}

std::string first_name(const core::PeriodReport& report, words::Language language) {
    const auto json = reports::to_json(report, language);
    return std::string(json.at("groups").at(0).at("name").as_string().c_str());
}

} // namespace

TEST_CASE("a report's data name their groups in the language that is asked for", "[reports]") {
    const words::Language english = words::Language::find("en").value();
    const auto by_channel = report_by(core::GroupBy::channel, "online");
    CHECK(first_name(by_channel, {}) == "Trực tuyến");
    CHECK(first_name(by_channel, english) == "Online");
    CHECK(first_name(report_by(core::GroupBy::month, "2024-05"), english) == "Month 05/2024");
    CHECK(first_name(report_by(core::GroupBy::officer, ""), english) == "(not known)");
    CHECK_THAT(reports::to_csv(by_channel, {}), Contains("\nonline,Trực tuyến,"));
    CHECK_THAT(reports::to_csv(by_channel, english),
               Catch::StartsWith("key,name,carried_over,") && Contains("\nonline,Online,"));
}

TEST_CASE("the columns of a report's groups are its figures, each by its own word", "[reports]") {
    const auto document = reports::document_of(report_by(core::GroupBy::level, "full"));
    REQUIRE(document.tables.size() == 2);
    const reports::Table& groups = document.tables.back();
    CHECK(groups.caption == reports::Words{"Theo mức độ trực tuyến", "By online level"});
    const auto& rows = reports::figure_rows();
    REQUIRE(groups.columns.size() == rows.size() + 1);
    REQUIRE(groups.rows.front().size() == groups.columns.size());
    reports::Words over;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        INFO(rows[i].figure->name);
        const reports::Column& column = groups.columns[i + 1];
        CHECK((column.kind == reports::ColumnKind::share) == rows[i].has_share);
        if (rows[i].is_whole) over = column.group;
        if (rows[i].is_part) CHECK(column.name == rows[i].words);
        if (rows[i].is_part) CHECK(column.group == over);
        if (rows[i].is_whole || rows[i].is_part) CHECK_FALSE(column.group.empty());
    }
}

TEST_CASE("form 06a on paper has the columns of the form's table, with their numbers",
          "[reports]") {
    const core::Form06a form = samples::signed_form_06a();
    const reports::Table table = reports::document_of(form).tables.front();
    const auto columns = core::form_06a_columns();
    REQUIRE(table.columns.size() == columns.size() + 2);
    const std::string text = reports::to_plain_text(form);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        INFO(columns[i].name);
        const std::string number = "(" + std::to_string(columns[i].number) + ")";
        CHECK(table.columns[i + 2].number == number);
        CHECK(std::get<std::int64_t>(table.total[i + 2]) == columns[i].of(form.total));
        CHECK_THAT(text, Contains(number));
    }
    CHECK(table.columns[2].group == reports::Words{"Số lượng hồ sơ tiếp nhận", "Received"});
    CHECK(table.columns[11].name == reports::Words{"Trong hạn", "Within deadline"});
}

TEST_CASE("form 06a as data heads its columns as the paper does, in the language asked for",
          "[reports]") {
    const core::Form06a form = samples::signed_form_06a();
    const reports::Table table = reports::document_of(form).tables.front();
    const words::Language english = words::Language::find("en").value();
    const auto vietnamese = reports::to_json(form, {}).at("columns").as_array();
    const auto translated = reports::to_json(form, english).at("columns").as_array();
    REQUIRE(vietnamese.size() + 2 == table.columns.size());
    const auto text = [](const boost::json::value& column, const char* member) {
        return std::string(column.at(member).as_string().c_str());
    };
    for (std::size_t i = 0; i < vietnamese.size(); ++i) {
        INFO(text(vietnamese[i], "name"));
        const reports::Column& column = table.columns[i + 2];
        CHECK(column.name ==
              reports::Words{text(vietnamese[i], "heading"), text(translated[i], "heading")});
        CHECK(column.group ==
              reports::Words{text(vietnamese[i], "group"), text(translated[i], "group")});
    }
}
