#pragma once

#include "core/domain/dossier_life.hpp"
#include "core/domain/notice.hpp"
#include "core/domain/written_act.hpp"
#include "core/engine/journal/bookkeeping.hpp"
#include "core/engine/ports/store.hpp"

#include <string>
#include <vector>

namespace core {

/// What comes in at the counter or online; the code is given by the books.
struct Intake {
    std::string procedure_code;
    Applicant applicant;
    Channel channel = Channel::in_person;
    std::string officer;
    std::optional<std::int64_t> fee_vnd; ///< none: what the procedure costs
    std::vector<DossierComponent> components{};
    std::string ticket{}; ///< number of today or code of the ticket it came on
};

/// When an act that is done at `now` counts as done: a clock set back must not stop the office, so
/// acts stay in their order.
Instant act_instant(const Dossier& dossier, Instant now);

/// A dossier after an act.
struct ChangedDossier {
    std::int64_t id = 0; ///< of the store
    Dossier dossier;
    std::vector<Notice> notices{};
};

/// The use cases of a dossier's life, each one command within a transaction: refused as a whole
/// or written as a whole. The rules are the calendar and catalogue of the moment.
class Processing {
public:
    /// Both must outlive the object.
    Processing(const Catalogue& catalogue, const WorkingCalendar& calendar)
        : catalogue_(catalogue), calendar_(calendar) {}

    /// Receives a dossier at `by.recorded_at` and gives it the next code of the day.
    Result<Dossier> receive(Books& books, const Intake& intake, const ActContext& by) const;

    /// An online submission, not yet accepted: it has a code, but no officer, no due date and no
    /// place in the figures before it is received.
    Result<Dossier> submit(Books& books, const Intake& intake, const ActContext& by) const;

    /// A refusal at the desk (form 03), with its reason.
    Result<Dossier> refuse(Books& books,
                           const Intake& intake,
                           const std::string& reason,
                           const ActContext& by) const;

    /// What such a beginning, done at `by.recorded_at`, leaves to be thought of once more: the
    /// number may be of a day that is over.
    std::vector<Notice>
    intake_notices(BooksView& books, const Intake& intake, const ActContext& by) const;

    /// An act on a dossier, based on the version the officer saw; a stale one is a conflict.
    Result<Dossier> act(Books& books,
                        const std::string& code,
                        int based_on_version,
                        const ActRequest& request,
                        const ActContext& by) const;

    /// The same of an act as it was written, done at `by.recorded_at`: the dossier fills
    /// in what it makes clear itself.
    Result<ChangedDossier> act_as_written(Books& books,
                                          const std::string& code,
                                          int based_on_version,
                                          const WrittenAct& written,
                                          const ActContext& by) const;

    /// Gives the dossier what was scanned in, whose bytes are stored already, and journals it.
    /// Without a version that it is based on the present one counts.
    Result<Dossier> digitise(Books& books,
                             const std::string& code,
                             std::optional<int> based_on_version,
                             const StoredAttachment& attachment,
                             const ActContext& by) const;

private:
    /// What every beginning needs: the version in force, the next code, the ticket.
    struct Begun {
        NewDossier facts;
        const ProcedureVersion* version = nullptr;
    };

    Result<Begun> begin(Books& books, const Intake& intake, const ActContext& by) const;
    Result<Dossier> store(Books& books,
                          const Begun& begun,
                          Dossier dossier,
                          Act act,
                          const std::string& reason,
                          const ActContext& by) const;

    /// The dossier's own version, or for its receipt the one in force then, noted in the request.
    Result<const ProcedureVersion*> version_for(const Dossier& dossier, ActRequest& request) const;

    const Catalogue& catalogue_;
    const WorkingCalendar& calendar_;
};

} // namespace core
