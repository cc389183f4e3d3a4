#include "core/server/report_output.hpp"

#include "core/api/json_text.hpp"
#include "core/domain/enum_text.hpp"
#include "core/engine/reporting/cchc.hpp"
#include "core/engine/reporting/reporting.hpp"
#include "core/reports/form_06a.hpp"
#include "core/reports/form_cchc.hpp"
#include "core/reports/report.hpp"
#include "core/reports/report_files.hpp"

#include <boost/json/value.hpp>

namespace server {

namespace {

constexpr auto form_words = core::enum_text<ReportForm>(
    "report_form",
    {{ReportForm::period, "period"}, {ReportForm::cchc, "cchc"}, {ReportForm::form_06a, "06a"}});

template <typename Form>
std::string render_as(const Form& form, OutputFormat format) {
    switch (format) {
    case OutputFormat::text:
        return reports::to_plain_text(form);
    case OutputFormat::json:
        return api::to_text(reports::to_json(form));
    case OutputFormat::csv:
        return reports::to_csv(form);
    case OutputFormat::xlsx:
        return reports::to_xlsx(form);
    case OutputFormat::pdf:
        return reports::to_pdf(form);
    }
    return {};
}

} // namespace

std::string_view to_text(ReportForm form) { return form_words.text(form); }

std::optional<ReportForm> parse_report_form(std::string_view text) {
    return form_words.parse(text);
}

std::optional<core::GroupBy> grouping_of(ReportForm form) {
    switch (form) {
    case ReportForm::period:
        break;
    case ReportForm::cchc:
        return core::GroupBy::level;
    case ReportForm::form_06a:
        return core::GroupBy::field;
    }
    return std::nullopt;
}

core::Result<Report> make_report(core::BooksView& books, const ReportRequest& request) {
    const auto own = grouping_of(request.form);
    const auto by = own ? own : request.by;
    auto period = request.scan ? core::scan_period_report(books, request.first, request.last, by)
                               : core::make_period_report(books, request.first, request.last, by);
    if (!period) return period.error();
    switch (request.form) {
    case ReportForm::period:
        break;
    case ReportForm::cchc:
        return Report(core::make_cchc_form(books, *period));
    case ReportForm::form_06a:
        return Report(core::make_form_06a(*period));
    }
    return Report(std::move(period).value());
}

std::string render(const Report& report, OutputFormat format) {
    return std::visit([format](const auto& form) { return render_as(form, format); }, report);
}

} // namespace server
