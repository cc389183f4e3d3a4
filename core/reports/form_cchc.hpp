#pragma once

#include "core/domain/form_cchc.hpp"
#include "core/reports/csv_text.hpp"
#include "core/words/words.hpp"

#include <boost/json/fwd.hpp>

#include <string>
#include <vector>

namespace reports {

/// The figures of the administrative reform report as JSON, CSV and text. What is not known is
/// null, an empty field and `chưa có số liệu`, never 0. What the rows are called is in the
/// language; the sentence and the notes are the paper's, as they stand there.
boost::json::value to_json(const core::FormCchc& form, words::Language language);
std::string to_csv(const core::FormCchc& form,
                   words::Language language,
                   CsvDialect dialect = CsvDialect::plain);
std::string to_plain_text(const core::FormCchc& form);

/// How the rows are counted, for under the table.
std::vector<std::string> cchc_notes();

} // namespace reports
