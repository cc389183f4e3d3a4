#pragma once

#include "core/domain/form_06a.hpp"
#include "core/reports/csv_text.hpp"
#include "core/words/words.hpp"

#include <boost/json/fwd.hpp>

#include <string>

namespace reports {

/// Form II.06a/VPCP (Thông tư 01/2020/TT-VPCP) as JSON, CSV and text. Only the JSON has a language,
/// of what stands over its columns: else it names nothing but the fields of the office's catalogue.
boost::json::value to_json(const core::Form06a& form, words::Language language);
std::string to_csv(const core::Form06a& form,
                   words::Language language = {},
                   CsvDialect dialect = CsvDialect::plain);
std::string to_plain_text(const core::Form06a& form);

/// What the field counts otherwise than its names say, for under the table; in Vietnamese.
std::string form_06a_note();

} // namespace reports
