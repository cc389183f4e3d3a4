#include "core/domain/figure_names.hpp"
#include "core/domain/form_06a.hpp"

#include <catch2/catch.hpp>

namespace {

core::PeriodReport report_by_field() {
    core::PeriodFigures f;
    f.carried_over = 4;
    f.received = {10, 5, 1};
    f.early = 7;
    f.on_time = 3;
    f.late = 2;
    f.withdrawn = 1;
    f.in_progress = 7;
    f.overdue = 2;
    f.suspended = 3;
    core::PeriodReport report;
    report.office = "UBND phường Thử";
    report.by = core::GroupBy::field;
    report.total = f;
    report.groups = {{"Hộ tịch", "Hộ tịch", f}};
    return report;
}

} // namespace

TEST_CASE("form 06a puts withdrawn with on time and suspended within the deadline",
          "[domain][form]") {
    const core::Form06a form = core::make_form_06a(report_by_field());
    REQUIRE(form.rows.size() == 1);
    const core::Form06aRow& row = form.rows.front();
    CHECK(row.field == "Hộ tịch");
    CHECK(row.received_online == 10);
    CHECK(row.received_otherwise == 6);
    CHECK(row.carried_over == 4);
    CHECK(row.received() == 20);
    CHECK(row.early == 7);
    CHECK(row.on_time == 4);
    CHECK(row.late == 2);
    CHECK(row.resolved() == 13);
    CHECK(row.within_deadline == 5);
    CHECK(row.overdue == 2);
    CHECK(row.in_progress() == 7);
}

TEST_CASE("form 06a: what came in is what was resolved and what is in progress", "[domain][form]") {
    const core::Form06a form = core::make_form_06a(report_by_field());
    CHECK(form.total.received() == form.total.resolved() + form.total.in_progress());
}

TEST_CASE("each column of form 06a is the sum of the figures that it names", "[domain][form]") {
    const core::PeriodReport report = report_by_field();
    const core::Form06a form = core::make_form_06a(report);
    int number = 3;
    for (const core::Form06aColumn& column : core::form_06a_columns()) {
        CAPTURE(column.name);
        CHECK(column.number == number++);
        std::int64_t sum = 0;
        for (const std::string_view name : column.figures) {
            const core::FigureName* figure = core::find_figure(name);
            REQUIRE(figure != nullptr);
            sum += figure->of(report.total);
        }
        CHECK(column.of(form.total) == sum);
    }
    CHECK(number == 14);
}
