#pragma once

#include "core/domain/period_figures.hpp"
#include "core/reports/bilingual.hpp"
#include "core/words/words.hpp"

#include <string>

namespace reports {

/// What a group of a report is called: by the office's own name for a field, a procedure or an
/// officer, by the language's word for a channel, a level or a month. `by` is the report's.
std::string group_name(core::GroupBy by, const core::ReportGroup& group, words::Language language);

/// `Theo lĩnh vực`, with English beside it.
Words grouped_by(core::GroupBy by);

} // namespace reports
