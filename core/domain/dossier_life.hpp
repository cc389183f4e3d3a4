#pragma once

#include "core/domain/act.hpp"
#include "core/domain/act_request.hpp"
#include "core/domain/dossier.hpp"
#include "core/domain/enum_text.hpp"
#include "core/domain/result.hpp"
#include "core/domain/working_calendar.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// One row of the life of a dossier: the table decides and documents.
struct LifeRow {
    Act act;
    bool from_nothing;                  // begins a dossier
    std::span<const DossierState> from; // the states that allow it
    std::optional<DossierState> to;     // none: the state stays
    bool reason_needed;
    std::string_view form; // issued with it, form numbers of TT 01/2018/TT-VPCP
};

std::span<const LifeRow> life_table();

/// The rows whose act a person may do in that state, in the table's order. A changed calendar alone
/// moves a due date, so `move_due` is never among them.
std::vector<const LifeRow*> allowed_acts(DossierState state);

/// Where a dossier stands that the act has begun; none for an act that begins no dossier.
std::optional<DossierState> begun_state(Act act);

/// Whether the partner of the hand-over can still do it: acknowledge what it has not, answer what
/// it has not answered (law.md §5). Of any other act no.
bool awaits(const HandOver& hand_over, Act act);

/// Whether an act that the table allows has something to be about: an agency that has not
/// acknowledged or answered, a fee that is not paid in full. Other acts always have.
bool has_occasion(const Dossier& dossier, Act act);

/// The table as Markdown, for the folder's README.
std::string life_table_markdown();

/// What an online submission or an intake begins with.
struct NewDossier {
    std::string code;
    Applicant applicant;
    Channel channel = Channel::in_person;
    std::string officer;
    Instant act_at; ///< when it came in
    std::int64_t fee_vnd = 0;
    std::vector<DossierComponent> components{};
    std::string ticket{};
};

/// The rules an act is judged by: the calendar of the day and the dossier's own version; for the
/// receipt of a submission the version in force on that day, which becomes its own.
struct Rules {
    const WorkingCalendar& calendar;
    const ProcedureVersion& procedure;
};

/// An online submission, not yet accepted.
Dossier submit_dossier(const NewDossier& intake, const ProcedureVersion& procedure);

/// A dossier received at the desk.
Dossier receive_dossier(const NewDossier& intake, const Rules& rules);

/// Refused at the desk (từ chối tiếp nhận): never received, counted apart. The reason is in the
/// act.
Dossier refuse_dossier(const NewDossier& intake, const ProcedureVersion& procedure);

/// What a correction would replace in the dossier as it stands.
Correction replaced_facts(const Dossier& dossier, const Correction& correction);

/// The dossier after the act, or why its state does not allow it (not_allowed), or what the act
/// lacks (invalid_input). `receive` here is of a submitted dossier.
Result<Dossier> perform(const Dossier& dossier, const ActRequest& request, const Rules& rules);

} // namespace core
