#include "core/server/report_output.hpp"

#include "core/api/json_text.hpp"
#include "core/reports/form_06a.hpp"
#include "core/reports/form_cchc.hpp"
#include "core/reports/report.hpp"
#include "core/reports/report_files.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>

#include <variant>

namespace server {

namespace {

/// The data of a report are in the language that was asked for, its papers in the office's own.
template <typename Form>
std::string render_as(const Form& form,
                      OutputFormat format,
                      words::Language language,
                      reports::CsvDialect dialect) {
    switch (format) {
    case OutputFormat::text:
        return reports::to_plain_text(form);
    case OutputFormat::json:
        return api::to_text(reports::to_json(form, language));
    case OutputFormat::csv:
        return reports::to_csv(form, language, dialect);
    case OutputFormat::xlsx:
        return reports::to_xlsx(form);
    case OutputFormat::pdf:
        return reports::to_pdf(form);
    }
    return {};
}

} // namespace

std::string render(const core::Report& report,
                   OutputFormat format,
                   words::Language language,
                   reports::CsvDialect dialect) {
    return std::visit([&](const auto& form) { return render_as(form, format, language, dialect); },
                      report);
}

std::string
languages_of(const core::Report& report, OutputFormat format, words::Language language) {
    std::string office(words::Language().tag());
    std::string asked(language.tag());
    const bool is_period = std::holds_alternative<core::PeriodReport>(report);
    switch (format) {
    case OutputFormat::text:
    case OutputFormat::xlsx:
    case OutputFormat::pdf:
        return office;
    case OutputFormat::csv:
        return std::holds_alternative<core::Form06a>(report) ? office : asked;
    case OutputFormat::json: // the forms have a sentence or a note as the paper has it
        return is_period || asked == office ? asked : asked + ", " + office;
    }
    return office;
}

} // namespace server
