#include "core/engine/dossiers/due_explanation.hpp"

#include "core/domain/unsure_due.hpp"

namespace core {

namespace {

DueExplanation explained(const WorkingCalendar& calendar,
                         const ProcedureVersion& version,
                         Instant received,
                         std::span<const Pause> pauses) {
    const Deadline deadline = compute_deadline(calendar, version.limit, received, pauses);
    return {version, deadline, explain_deadline(calendar, version.limit, received, pauses),
            unsure_years(calendar, version.limit.unit, received, pauses, deadline.due_at)};
}

} // namespace

Result<DueExplanation> explain_receipt(const Catalogue& catalogue,
                                       const WorkingCalendar& calendar,
                                       const std::string& procedure_code,
                                       Instant received,
                                       std::span<const Pause> pauses) {
    const Day day = local_date(received);
    const ProcedureVersion* version = catalogue.in_force(procedure_code, day);
    if (!version) {
        const bool is_known = catalogue.knows(procedure_code);
        return Error{is_known ? ErrorKind::not_allowed : ErrorKind::not_found,
                     catalogue.why_not_in_force(procedure_code, day)};
    }
    try {
        return explained(calendar, *version, received, pauses);
    } catch (const BeyondCalendar&) {
        return Error{ErrorKind::invalid_input, "field-beyond-calendar", "received"};
    }
}

Result<DueExplanation>
explain_due(const Catalogue& catalogue, const WorkingCalendar& calendar, const Dossier& dossier) {
    if (!dossier.received_at) {
        return Error{ErrorKind::not_allowed,
                     {"dossier-not-received-no-due", {{"code", dossier.code}}}};
    }
    const std::vector<Pause> pauses = dossier.pauses();
    return explained(calendar, catalogue.at(dossier.procedure_version), *dossier.received_at,
                     pauses);
}

} // namespace core
