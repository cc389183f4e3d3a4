#include "core/engine/journal/bookkeeping.hpp"

namespace core {

GroupKeys group_keys(const Dossier& dossier, const ProcedureVersion& version) {
    return {version.field, version.code, to_text(dossier.channel), to_text(version.online_level),
            dossier.officer};
}

std::optional<std::int64_t> begin_dossier(Books& books,
                                          const Dossier& dossier,
                                          const ProcedureVersion& version,
                                          std::span<const FigureChange> changes,
                                          const NewEvent& event) {
    const std::int64_t seq = books.journal_head().seq + 1;
    if (!books.add_dossier(dossier, seq)) return std::nullopt;
    books.append(event);
    books.count(group_keys(dossier, version), changes, 1);
    return seq;
}

void continue_dossier(Books& books,
                      const StoredDossier& before,
                      const Dossier& after,
                      const ProcedureVersion& version,
                      NewEvent event) {
    event.previous_seq = before.last_event;
    const std::int64_t seq = books.append(event);
    books.update_dossier(before, after, seq);
    books.count(group_keys(before.dossier, version), figure_changes(before.dossier), -1);
    books.count(group_keys(after, version), figure_changes(after), 1);
}

NewEvent office_event(std::string_view act,
                      std::string subject,
                      const ActContext& by,
                      std::string reason,
                      std::string payload) {
    NewEvent event;
    event.recorded_at = by.recorded_at;
    event.act_at = by.recorded_at;
    event.act = act;
    event.subject = std::move(subject);
    event.actor = by.actor;
    event.reason = std::move(reason);
    event.payload = std::move(payload);
    return event;
}

NewEvent office_event(OfficeEvent event,
                      std::string subject,
                      const ActContext& by,
                      std::string reason,
                      std::string payload) {
    return office_event(to_text(event), std::move(subject), by, std::move(reason),
                        std::move(payload));
}

} // namespace core
