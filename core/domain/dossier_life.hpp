#pragma once

#include "core/domain/dossier.hpp"
#include "core/domain/result.hpp"
#include "core/domain/working_calendar.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// What can be done to a dossier (domain.md §4; `pay`, `digitise` and `move_due` are the acts of
/// the desk, the scanner and a changed calendar).
enum class Act {
    submit,
    receive,
    refuse,
    forward,
    request_supplement,
    resume,
    hand_over,
    answer,
    reappoint,
    resolve,
    reject,
    return_result,
    withdraw,
    stop,
    correct,
    pay,
    digitise,
    move_due,
    acknowledge
};

/// One row of the life of a dossier: the table decides and documents.
struct LifeRow {
    Act act;
    bool from_nothing;                  // begins a dossier
    std::span<const DossierState> from; // the states that allow it
    std::optional<DossierState> to;     // none: the state stays
    bool reason_needed;
    std::string_view document; // issued with it, form numbers of TT 01/2018/TT-VPCP
};

std::span<const LifeRow> life_table();

/// The table as Markdown, for the folder's README.
std::string life_table_markdown();

std::string_view to_text(Act act);
std::optional<Act> parse_act(std::string_view text);

/// The corrected facts of intake; a member that is not set stays as it is.
struct Correction {
    std::optional<Applicant> applicant;
    std::optional<Channel> channel;
    std::optional<std::int64_t> fee_vnd;
    std::optional<std::vector<DossierComponent>> papers{};

    bool operator==(const Correction&) const = default;
};

/// What was scanned in: the bytes are kept beside the books, known by their SHA-256.
struct Attachment {
    std::string name;
    std::string type; ///< `application/pdf`
    std::int64_t bytes = 0;
    std::string sha256; ///< in hexadecimal

    bool operator==(const Attachment&) const = default;
};

/// An act as somebody did it. Members that an act has no use for stay empty.
struct ActRequest {
    Act act = Act::forward;
    Instant at;
    std::string reason;
    std::string agency;                         // hand-over, answer: the other agency
    std::string assignee;                       // forward: who works the next step
    std::optional<Instant> new_appointment;     // reappoint
    std::optional<Instant> new_due;             // move_due, from the changed calendar
    std::optional<Channel> return_channel;      // return
    std::optional<Correction> correction;       // correct
    std::int64_t paid_vnd = 0;                  // pay
    std::optional<Day> in_force_from;           // receive: the version it was received under
    std::optional<Correction> replaced_facts{}; // correct: what it said until then
    std::optional<Attachment> attachment{};     // digitise
    std::string external_code{};                // hand-over, acknowledge, answer: the code there
    std::optional<Instant> answer_due{};        // hand-over: when the agency is to answer
};

/// What an online submission or an intake begins with.
struct NewDossier {
    std::string code;
    Applicant applicant;
    Channel channel = Channel::in_person;
    std::string officer;
    Instant at;
    std::int64_t fee_vnd = 0;
    std::vector<DossierComponent> papers{};
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
