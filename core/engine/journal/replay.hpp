#pragma once

#include "core/domain/dossier_life.hpp"
#include "core/domain/ticket.hpp"
#include "core/engine/journal/journal.hpp"
#include "core/engine/office/people.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace core {

/// Everything but dossiers as it follows from the journal: the office, its calendar at every
/// moment of the journal, its catalogue, its people. Fed event by event, in order.
class OfficeHistory {
public:
    /// Takes in an office event; others are passed over. Throws on a damaged payload.
    void take(const Event& event);

    const std::string& office_json() const { return office_json_; }

    const CalendarDays& calendar_days() const { return days_; }

    const QueueRules& queue_rules() const { return queue_rules_; }

    bool practice() const { return practice_; }

    /// By code and first day in force; ids are the store's and not set.
    const std::map<std::pair<std::string, Day>, ProcedureVersion>& versions() const {
        return versions_;
    }

    /// The last payloads, by login and by device.
    const std::map<std::string, std::string>& users() const { return users_; }

    const std::map<std::string, std::string>& devices() const { return devices_; }

    /// The calendar that was in force when the event `seq` was written; none before the first.
    const WorkingCalendar* calendar_at(std::int64_t seq) const;

    /// Gives the versions the ids under which the store has them.
    void set_version_id(const std::string& code, Day from, std::int64_t id);
    const ProcedureVersion* version_by_id(std::int64_t id) const;

private:
    void note_calendar(std::int64_t seq);

    std::string office_json_;
    std::optional<WeekSessions> hours_;
    QueueRules queue_rules_;
    CalendarDays days_;
    bool practice_ = false;
    std::map<std::pair<std::string, Day>, ProcedureVersion> versions_;
    std::map<std::int64_t, const ProcedureVersion*> by_id_; // into versions_
    std::map<std::string, std::string> users_;
    std::map<std::string, std::string> devices_;
    std::map<std::int64_t, WorkingCalendar> calendars_; // from this seq on
};

/// Whether the event begins or changes a dossier.
bool is_dossier_event(const Event& event);

/// Whether the event is a dossier's first.
bool begins_dossier(const Event& event);

/// The dossier after the event, by the rules of its time. Throws Failure when the event cannot have
/// happened.
Dossier
replay(const std::optional<Dossier>& before, const Event& event, const OfficeHistory& history);

} // namespace core
