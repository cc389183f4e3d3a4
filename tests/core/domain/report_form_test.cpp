#include "core/domain/report_form.hpp"

#include <catch2/catch.hpp>

using core::GroupBy;
using core::ReportForm;

TEST_CASE("the forms of the law have their own groups, the period report those asked for",
          "[domain][report_form]") {
    CHECK_FALSE(core::grouping_of(ReportForm::period));
    CHECK(core::grouping_of(ReportForm::cchc) == GroupBy::level);
    CHECK(core::grouping_of(ReportForm::form_06a) == GroupBy::field);
    CHECK(core::report_forms.parse("06a") == ReportForm::form_06a);
}
