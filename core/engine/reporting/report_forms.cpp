#include "core/engine/reporting/report_forms.hpp"

#include "core/engine/reporting/cchc.hpp"
#include "core/engine/reporting/reporting.hpp"

#include <utility>

namespace core {

Result<Report> make_report(BooksView& books, const ReportRequest& request) {
    const auto own = grouping_of(request.form);
    const auto by = own ? own : request.by;
    auto period = request.scan ? scan_period_report(books, request.first, request.last, by)
                               : make_period_report(books, request.first, request.last, by);
    if (!period) return period.error();
    switch (request.form) {
    case ReportForm::period:
        break;
    case ReportForm::cchc:
        return Report(make_cchc_form(books, *period));
    case ReportForm::form_06a:
        return Report(make_form_06a(*period));
    }
    return Report(std::move(period).value());
}

} // namespace core
