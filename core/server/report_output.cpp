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

template <typename Form>
boost::json::value json_of(const Form& form, words::Language language) {
    return reports::to_json(form, language);
}

template <typename Form>
std::string csv_of(const Form& form, words::Language language) {
    return reports::to_csv(form, language);
}

// Form 06a names nothing but fields of the office's catalogue, and notes as the paper has them.
boost::json::value json_of(const core::Form06a& form, words::Language) {
    return reports::to_json(form);
}

std::string csv_of(const core::Form06a& form, words::Language) { return reports::to_csv(form); }

/// The data of a report are in the language that was asked for, its papers in the office's own.
template <typename Form>
std::string render_as(const Form& form, OutputFormat format, words::Language language) {
    switch (format) {
    case OutputFormat::text:
        return reports::to_plain_text(form);
    case OutputFormat::json:
        return api::to_text(json_of(form, language));
    case OutputFormat::csv:
        return csv_of(form, language);
    case OutputFormat::xlsx:
        return reports::to_xlsx(form);
    case OutputFormat::pdf:
        return reports::to_pdf(form);
    }
    return {};
}

} // namespace

std::string render(const core::Report& report, OutputFormat format, words::Language language) {
    return std::visit(
        [format, language](const auto& form) { return render_as(form, format, language); }, report);
}

std::string
languages_of(const core::Report& report, OutputFormat format, words::Language language) {
    std::string office(words::Language().tag());
    const bool is_data = format == OutputFormat::json || format == OutputFormat::csv;
    if (!is_data || std::holds_alternative<core::Form06a>(report)) return office;
    std::string asked(language.tag());
    const bool has_sentence =
        format == OutputFormat::json && std::holds_alternative<core::FormCchc>(report);
    return has_sentence && asked != office ? asked + ", " + office : asked;
}

} // namespace server
