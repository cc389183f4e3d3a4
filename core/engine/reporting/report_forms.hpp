#pragma once

#include "core/domain/form_06a.hpp"
#include "core/domain/form_cchc.hpp"
#include "core/domain/period_figures.hpp"
#include "core/domain/report_form.hpp"
#include "core/engine/ports/store.hpp"

#include <optional>
#include <variant>

namespace core {

/// Dates are inclusive.
struct ReportRequest {
    ReportForm form = ReportForm::period;
    Day first;
    Day last;
    std::optional<GroupBy> by; ///< of the period report only
    bool scan = false;         ///< by looking at every dossier instead of the counts: slow
};

/// A report in one of its forms, as data.
using Report = std::variant<PeriodReport, FormCchc, Form06a>;

/// Refused as the period report is: dates the wrong way round, figures that contradict each other.
Result<Report> make_report(BooksView& books, const ReportRequest& request);

} // namespace core
