#pragma once

#include "core/domain/act.hpp"
#include "core/domain/dossier.hpp"
#include "core/engine/ports/store.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace core {

// What a dossier's papers tell, from its acts, the first one first (history_of).

/// The last event of that act; nullptr when it never happened.
const Event* last_event(std::span<const Event> events, Act act);

/// The date that papers tell: what the citizen was told last; none while the clock stands.
std::optional<Instant> told_date(const Dossier& dossier);

/// What an apology, an event of Act::reappoint, told.
std::optional<Instant> new_appointment(const Event& apology);

/// The date that the citizen had been told before the apology.
std::optional<Instant>
told_before(const Dossier& dossier, std::span<const Event> events, const Event& apology);

/// When the receipt that counts was issued: it is issued once more with a new date and for
/// corrected facts (law.md §4). The dossier was received.
Instant receipt_issued_at(const Dossier& dossier, std::span<const Event> events);

/// One time that the dossier went from one hand to another: to the next step of the office, to
/// another agency, or back from it.
struct HandStep {
    const Event* event = nullptr;
    Act act{};                      ///< forward, hand_over or answer
    std::string partner;            ///< the other agency; empty for a step of the office
    std::string assignee;           ///< login of who works the step; empty: not yet known
    int step = 0;                   ///< number of the office's step
    std::optional<Outcome> outcome; ///< of an answer that was due at a time: by the agency's clock
};

/// In order; points into `events`.
std::vector<HandStep> hand_steps(const Dossier& dossier, std::span<const Event> events);

} // namespace core
