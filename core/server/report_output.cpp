#include "core/server/report_output.hpp"

#include "core/api/json_text.hpp"
#include "core/reports/form_06a.hpp"
#include "core/reports/form_cchc.hpp"
#include "core/reports/report.hpp"
#include "core/reports/report_files.hpp"

#include <boost/json/value.hpp>

#include <variant>

namespace server {

namespace {

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

std::string render(const core::Report& report, OutputFormat format) {
    return std::visit([format](const auto& form) { return render_as(form, format); }, report);
}

} // namespace server
