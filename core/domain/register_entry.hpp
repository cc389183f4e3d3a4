#pragma once

#include "core/domain/dossier.hpp"
#include "core/domain/enum_text.hpp"
#include "core/domain/message.hpp"
#include "core/domain/working_calendar.hpp"

#include <optional>
#include <string>
#include <vector>

namespace core {

/// One row of a register (sổ theo dõi hồ sơ): a dossier's whole life at once.
struct RegisterEntry {
    std::string code;
    std::string procedure_code;
    Applicant applicant;
    Channel channel = Channel::in_person;
    Instant received_at;
    std::vector<Pause> pauses;
    std::optional<Instant> resolved_at; // or withdrawn
    enum class Ending { none, approved, rejected, withdrawn } ending = Ending::none;
    std::optional<Instant> returned_at;
    std::optional<Channel> return_channel;
    std::vector<std::string> linked_agencies;
    bool digitised = false;
    std::int64_t fee_vnd = 0;
    std::string officer;

    bool operator==(const RegisterEntry&) const = default;
};

/// Without `none`, which is written as nothing.
inline constexpr auto endings =
    enum_text<RegisterEntry::Ending>("ending",
                                     {{RegisterEntry::Ending::approved, "approved"},
                                      {RegisterEntry::Ending::rejected, "rejected"},
                                      {RegisterEntry::Ending::withdrawn, "withdrawn"}});

std::string_view to_text(RegisterEntry::Ending ending);
std::optional<RegisterEntry::Ending> parse_ending(std::string_view text);

/// Why a column of a row cannot be what it says.
struct ColumnProblem {
    std::string column;
    Message reason;

    bool operator==(const ColumnProblem&) const = default;
};

/// Everything about the entry that contradicts itself or the life of a dossier; empty when sound.
/// `pauses` that are out of order count as overlapping.
std::vector<ColumnProblem> contradictions(const RegisterEntry& entry);

/// A moment of an entry that has not come yet, and its column.
struct FutureMoment {
    std::string column;
    Instant at;

    bool operator==(const FutureMoment&) const = default;
};

/// The first one by the columns' order; none where all that the entry tells has happened by `now`.
std::optional<FutureMoment> find_future(const RegisterEntry& entry, Instant now);

/// The dossier that the entry describes, judged by the rules. Requires an entry without
/// contradictions and the version in force on its date. Throws BeyondCalendar.
Dossier dossier_of(const RegisterEntry& entry,
                   const ProcedureVersion& procedure,
                   const WorkingCalendar& calendar);

} // namespace core
