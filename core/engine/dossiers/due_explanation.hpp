#pragma once

#include "core/domain/deadline.hpp"
#include "core/domain/dossier.hpp"
#include "core/domain/procedure.hpp"
#include "core/domain/result.hpp"
#include "core/domain/working_calendar.hpp"

#include <chrono>
#include <span>
#include <string>
#include <vector>

namespace core {

/// When a dossier is due, and how that comes about.
struct DueExplanation {
    ProcedureVersion procedure;
    Deadline deadline;
    std::vector<DeadlineStep> steps;
    std::vector<std::chrono::year> unsure_years; ///< not loaded: the date is not sure (unsure_due)
};

/// Of a dossier that was received at that moment under the version in force then. `not_found` for
/// an unknown procedure, `not_allowed` for one that is not in force, `invalid_input` about
/// `received` where the calendar ends before it is due.
Result<DueExplanation> explain_receipt(const Catalogue& catalogue,
                                       const WorkingCalendar& calendar,
                                       const std::string& procedure_code,
                                       Instant received,
                                       std::span<const Pause> pauses);

/// Of a dossier as it stands, by the version that it has. `not_allowed` before its receipt.
Result<DueExplanation>
explain_due(const Catalogue& catalogue, const WorkingCalendar& calendar, const Dossier& dossier);

} // namespace core
