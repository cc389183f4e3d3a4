#pragma once

#include "core/domain/period_figures.hpp"
#include "core/reports/csv_text.hpp"
#include "core/words/words.hpp"

#include <boost/json/fwd.hpp>

#include <string>

namespace reports {

/// The period report as the API describes it, the same for `report --format json` and the route.
/// The names of its groups are in the language, but for those that are the office's own.
boost::json::value to_json(const core::PeriodReport& report, words::Language language);

/// A row a group and the row `total` last; the columns are the JSON's members.
std::string to_csv(const core::PeriodReport& report,
                   words::Language language,
                   CsvDialect dialect = CsvDialect::plain);

/// For reading: the report's own sentence, then the figures, then the groups. Vietnamese first.
std::string to_plain_text(const core::PeriodReport& report);

/// `Tổng số hồ sơ tiếp nhận: 3.936 hồ sơ. …`: the sentence of the signed report, which is in
/// Vietnamese whoever reads it.
std::string report_sentence(const core::PeriodFigures& figures);

} // namespace reports
