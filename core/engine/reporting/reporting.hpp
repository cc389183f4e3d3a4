#pragma once

#include "core/engine/ports/store.hpp"

#include <optional>
#include <string>

namespace core {

/// The period report from the day counts, both dates inclusive. Refused when the dates are the
/// wrong way round, and (as a conflict) when an identity does not hold: then no report is issued.
Result<PeriodReport>
make_period_report(BooksView& books, Day first, Day last, std::optional<GroupBy> by);

/// The same by looking at every dossier: the plain way, for tests and benchmarks.
Result<PeriodReport>
scan_period_report(BooksView& books, Day first, Day last, std::optional<GroupBy> by);

/// The key of the group that a report by `by` counts the dossier under; empty by month, which cuts
/// the period instead. `version` is the dossier's own.
std::string group_key(const Dossier& dossier, const ProcedureVersion& version, GroupBy by);

} // namespace core
