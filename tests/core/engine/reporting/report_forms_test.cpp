#include "core/engine/reporting/report_forms.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

using core::ReportForm;
using samples::date;

TEST_CASE("each form is made of its own groups, whatever groups are asked for",
          "[engine][report_forms]") {
    SqliteOffice office;
    const auto books = office.books().read();
    core::ReportRequest request{ReportForm::period, date(2024, 5, 1), date(2024, 5, 31),
                                core::GroupBy::officer};
    CHECK(std::get<core::PeriodReport>(*core::make_report(*books, request)).by ==
          core::GroupBy::officer);
    request.form = ReportForm::form_06a;
    CHECK(std::holds_alternative<core::Form06a>(*core::make_report(*books, request)));
    request.form = ReportForm::cchc;
    CHECK(std::holds_alternative<core::FormCchc>(*core::make_report(*books, request)));
    request.last = date(2024, 4, 1);
    CHECK_FALSE(core::make_report(*books, request));
}
