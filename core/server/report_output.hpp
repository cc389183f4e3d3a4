#pragma once

#include "core/domain/form_06a.hpp"
#include "core/domain/form_cchc.hpp"
#include "core/domain/period_figures.hpp"
#include "core/engine/ports/store.hpp"
#include "core/server/output_format.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace server {

/// What a period's figures are put into.
enum class ReportForm { period, cchc, form_06a };

/// `period`, `cchc`, `06a`: as the command line and addresses name them.
std::string_view to_text(ReportForm form);
std::optional<ReportForm> parse_report_form(std::string_view text);

/// The groups that the form is made of; none: the period report has those that are asked for.
std::optional<core::GroupBy> grouping_of(ReportForm form);

/// Dates are inclusive.
struct ReportRequest {
    ReportForm form = ReportForm::period;
    core::Day first;
    core::Day last;
    std::optional<core::GroupBy> by; ///< of the period report only
    bool scan = false;               ///< by looking at every dossier instead of the counts: slow
};

/// A report in one of its forms, as data.
using Report = std::variant<core::PeriodReport, core::FormCchc, core::Form06a>;

/// Refused as the engine refuses: dates the wrong way round, figures that contradict each other.
core::Result<Report> make_report(core::BooksView& books, const ReportRequest& request);

/// The report's text or bytes.
std::string render(const Report& report, OutputFormat format);

} // namespace server
