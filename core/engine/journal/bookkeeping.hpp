#pragma once

#include "core/engine/ports/store.hpp"

#include <optional>
#include <span>

namespace core {

/// By whom a command is carried out and when it is written: the clock's moment as whoever was asked
/// saw it. What happened earlier has its own `act_at`.
struct ActContext {
    Actor actor;
    Instant recorded_at;
};

GroupKeys group_keys(const Dossier& dossier, const ProcedureVersion& version);

/// Writes a dossier that begins: its event, its state and what it adds to the counts. Returns the
/// event's seq; none, and nothing written, when the code is taken.
std::optional<std::int64_t> begin_dossier(Books& books,
                                          const Dossier& dossier,
                                          const ProcedureVersion& version,
                                          std::span<const FigureChange> changes,
                                          const NewEvent& event);

/// Writes an act on a dossier: the event, the state after it and the counts it moves.
void continue_dossier(Books& books,
                      const StoredDossier& before,
                      const Dossier& after,
                      const ProcedureVersion& version,
                      NewEvent event);

/// The event of something that is no dossier's: the office, the catalogue, a user.
NewEvent office_event(std::string act,
                      std::string subject,
                      const ActContext& act_context,
                      std::string reason,
                      std::string payload);

/// The acts of those events.
namespace acts {
inline constexpr const char* register_entry = "register-entry";
inline constexpr const char* register_imported = "register-imported";
inline constexpr const char* office_set = "office-set";
inline constexpr const char* practice_marked = "practice-marked";
inline constexpr const char* catalogue_changed = "catalogue-changed";
inline constexpr const char* calendar_changed = "calendar-changed";
inline constexpr const char* user_set = "user-set";
inline constexpr const char* device_set = "device-set";
inline constexpr const char* logged_in = "log-in";
inline constexpr const char* logged_out = "log-out";
inline constexpr const char* feedback_given = "feedback";
} // namespace acts

} // namespace core
