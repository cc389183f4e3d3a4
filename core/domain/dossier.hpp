#pragma once

#include "core/domain/birth_date.hpp"
#include "core/domain/civil_time.hpp"
#include "core/domain/deadline.hpp"
#include "core/domain/enum_text.hpp"
#include "core/domain/procedure.hpp"
#include "core/domain/sex.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

enum class Channel { online, in_person, postal };

inline constexpr auto channels = enum_text<Channel>(
    "channel",
    {{Channel::online, "online"}, {Channel::in_person, "in_person"}, {Channel::postal, "postal"}});

/// Where a dossier stands (law.md §4). `received` and `in progress` are one state here: the
/// step number tells them apart.
enum class DossierState {
    submitted,
    in_progress,
    suspended,
    resolved,
    returned,
    refused,
    withdrawn,
    stopped
};

inline constexpr auto dossier_states =
    enum_text<DossierState>("dossier_state",
                            {{DossierState::submitted, "submitted"},
                             {DossierState::in_progress, "in_progress"},
                             {DossierState::suspended, "suspended"},
                             {DossierState::resolved, "resolved"},
                             {DossierState::returned, "returned"},
                             {DossierState::refused, "refused"},
                             {DossierState::withdrawn, "withdrawn"},
                             {DossierState::stopped, "stopped"}});

enum class Decision { approved, rejected };

inline constexpr auto decisions = enum_text<Decision>(
    "decision", {{Decision::approved, "approved"}, {Decision::rejected, "rejected"}});

struct Applicant {
    std::string name;
    std::string id_number;
    std::string phone;
    std::string address;
    std::string email{};
    std::optional<BirthDate> birth{};
    std::optional<Sex> sex{};

    bool operator==(const Applicant&) const = default;
};

/// A paper of the dossier as handed in (form 01: name, originals, certified copies, copies).
struct DossierComponent {
    std::string name;
    int originals = 0;
    int certified = 0;
    int copies = 0;

    bool operator==(const DossierComponent&) const = default;
};

/// From `at` on the office's clock stands, or runs towards `due_at` (none for unit `none`).
/// A dossier's list of these is its due date as it was known on every day of its life.
struct ClockChange {
    Instant at;
    bool running = true;
    std::optional<Instant> due_at;

    bool operator==(const ClockChange&) const = default;
};

/// One hand-over to another agency (liên thông, law.md §5). Until the receiver acknowledges it,
/// it stays on the sender's clock; an answer acknowledges too.
struct HandOver {
    std::string partner; ///< the other agency
    Instant handed_at;
    std::optional<Instant> answered_at;
    std::optional<Instant> acknowledged_at{};
    std::optional<Instant> due_at{}; ///< when the partner is to answer: its own clock
    std::string external_code{};     ///< the dossier's code there

    bool operator==(const HandOver&) const = default;
};

/// Whether a fee is paid, by what is still to be paid of it; none where there is nothing to pay,
/// which is not "paid".
constexpr std::optional<bool> is_fee_paid(std::int64_t fee_vnd, std::int64_t unpaid_vnd) {
    if (fee_vnd <= 0) return std::nullopt;
    return unpaid_vnd == 0;
}

/// A dossier (hồ sơ) as it stands now. Everything in it follows from its events.
struct Dossier {
    std::string code;
    std::string procedure_code;
    std::int64_t procedure_version = 0;
    Applicant applicant;
    Channel channel = Channel::in_person;
    std::string officer; // login of who received it; empty when nobody did
    DossierState state = DossierState::submitted;
    std::optional<Instant> submitted_at; // online only
    std::optional<Instant> received_at;
    std::vector<ClockChange> clock;     // from receipt on, in order
    std::optional<Instant> appointment; // what the citizen was told, where it differs from due
    std::optional<Instant> closed_at;   // resolved, refused, withdrawn or stopped
    std::optional<Decision> decision;
    std::optional<Outcome> outcome;
    std::optional<Instant> returned_at;
    std::optional<Channel> return_channel;
    std::vector<HandOver> hand_overs;
    std::vector<std::string> linked_agencies; // of a register's row
    std::optional<Instant> linked_since;
    std::optional<Instant> digitised_at;
    std::int64_t fee_vnd = 0;
    std::int64_t paid_vnd = 0;
    int step = 0;                               // of the internal process, 0 at intake
    std::string assignee;                       // who works the step
    std::vector<DossierComponent> components{}; // papers handed in
    std::string ticket{};                       // code of the ticket it was received on
    Instant last_act_at;
    int version = 0; // grows with every act

    /// The due instant now; none while suspended, for unit `none`, and before receipt.
    std::optional<Instant> due_at() const;

    /// The stretches in which the clock stood, the last one perhaps open.
    std::vector<Pause> pauses() const;

    /// What is still to be paid of the fee; never less than 0.
    std::int64_t unpaid_vnd() const { return paid_vnd < fee_vnd ? fee_vnd - paid_vnd : 0; }

    /// When the result was there; none when it ended without one.
    std::optional<Instant> resolved_at() const { return decision ? closed_at : std::nullopt; }

    bool is_suspended() const { return state == DossierState::suspended; }

    /// The result waits for the citizen.
    bool is_ready() const { return state == DossierState::resolved; }

    bool is_open() const {
        return state == DossierState::in_progress || state == DossierState::suspended;
    }

    bool operator==(const Dossier&) const = default;
};

/// The agencies that take part: those of the dossier, else of its procedure.
const std::vector<std::string>& linked_agencies(const Dossier& dossier,
                                                const ProcedureVersion& procedure);

/// The documents that the procedure asks for and that were not handed in, in its order.
std::vector<std::string> missing_documents(const ProcedureVersion& procedure,
                                           const std::vector<DossierComponent>& handed_in);

/// Status number of the national exchange files, 1 to 10 (law.md §4).
int national_status(const Dossier& dossier);

std::string_view to_text(Channel channel);
std::optional<Channel> parse_channel(std::string_view text);
std::string_view to_text(DossierState state);
std::optional<DossierState> parse_dossier_state(std::string_view text);
std::string_view to_text(Decision decision);
std::optional<Decision> parse_decision(std::string_view text);

} // namespace core
