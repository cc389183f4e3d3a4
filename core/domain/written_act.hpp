#pragma once

#include "core/domain/act_request.hpp"

#include <optional>
#include <string>

namespace core {

/// A change of the applicant as it was written: what it leaves out stays as it is.
struct ApplicantPatch {
    std::optional<std::string> name;
    std::optional<std::string> id_number;
    std::optional<std::string> phone;
    std::optional<std::string> address;
    std::optional<std::string> email;
    std::optional<std::optional<BirthDate>> birth{}; ///< an inner none takes it away
    std::optional<std::optional<Sex>> sex{};         ///< the same

    Applicant applied_to(Applicant applicant) const;
};

/// A correction as it was written.
struct WrittenCorrection {
    std::optional<ApplicantPatch> applicant;
    std::optional<Channel> channel;
    std::optional<std::int64_t> fee_vnd;
    std::optional<std::vector<DossierComponent>> components;

    bool is_empty() const { return !applicant && !channel && !fee_vnd && !components; }
};

/// An act as an officer wrote it down: without its instant, and perhaps without what the dossier
/// itself makes clear.
struct WrittenAct {
    std::string reason;
    requests::Any what;
    std::optional<WrittenCorrection> correction; ///< of Act::correct only
};

/// The act in full, done on that dossier at `act_at`. What the dossier makes clear need not have
/// been said: the only partner that has not answered, the rest of the fee, and of a corrected
/// applicant what stays.
ActRequest completed(const WrittenAct& written, const Dossier& dossier, Instant act_at);

} // namespace core
