#pragma once

#include "core/domain/event_type.hpp"
#include "core/engine/ports/store.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

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
NewEvent office_event(std::string_view act,
                      std::string subject,
                      const ActContext& by,
                      std::string reason,
                      std::string payload);

NewEvent office_event(OfficeEvent event,
                      std::string subject,
                      const ActContext& by,
                      std::string reason,
                      std::string payload);

} // namespace core
