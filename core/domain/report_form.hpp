#pragma once

#include "core/domain/enum_text.hpp"
#include "core/domain/period_figures.hpp"

#include <optional>
#include <string_view>

namespace core {

/// What a period's figures are put into.
enum class ReportForm { period, cchc, form_06a };

/// As the command line and addresses name them.
inline constexpr auto report_forms = enum_text<ReportForm>(
    "report_form",
    {{ReportForm::period, "period"}, {ReportForm::cchc, "cchc"}, {ReportForm::form_06a, "06a"}});

constexpr std::string_view to_text(ReportForm form) { return report_forms.text(form); }

/// The groups that the form is made of; none: the period report has those that are asked for.
std::optional<GroupBy> grouping_of(ReportForm form);

} // namespace core
