#pragma once

#include "core/engine/reporting/report_forms.hpp"
#include "core/reports/csv_text.hpp"
#include "core/server/output_format.hpp"
#include "core/words/words.hpp"

#include <string>

namespace server {

/// The report's text or bytes. JSON and CSV tell what they name in the language; text, workbook and
/// PDF are papers of the office, Vietnamese with English beside it whoever reads them.
std::string render(const core::Report& report,
                   OutputFormat format,
                   words::Language language,
                   reports::CsvDialect dialect = reports::CsvDialect::plain);

/// In which languages that is, as a `Content-Language` says it.
std::string languages_of(const core::Report& report, OutputFormat format, words::Language language);

} // namespace server
