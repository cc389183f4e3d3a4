// Replay: the same rules as when an act was done, fed from the journal. Calendars change, so each
// event is judged by the one that was in force when it was written: OfficeHistory keeps every
// calendar by the seq from which it held. A dossier keeps the version it was received under; the
// event of its receipt says which one that was.

#include "core/engine/journal/replay.hpp"

#include "core/domain/failure.hpp"
#include "core/engine/journal/bookkeeping.hpp"
#include "core/engine/journal/codec/act_payload.hpp"
#include "core/engine/journal/codec/calendar_payload.hpp"
#include "core/engine/journal/codec/catalogue_payload.hpp"
#include "core/engine/journal/codec/dossier_payload.hpp"
#include "core/engine/journal/codec/office_payload.hpp"
#include "core/engine/journal/codec/register_payload.hpp"

#include <utility>
#include <variant>

namespace core {

namespace {

[[noreturn]] void impossible(Message why) { throw Failure(std::move(why)); }

const ProcedureVersion& version_of(const OfficeHistory& history,
                                   const std::pair<std::string, Day>& key) {
    const auto found = history.versions().find(key);
    if (found == history.versions().end()) {
        impossible({"history-without-version", {{"code", key.first}, {"from", key.second}}});
    }
    return found->second;
}

const WorkingCalendar& calendar_of(const OfficeHistory& history, const Event& event) {
    const WorkingCalendar* calendar = history.calendar_at(event.seq);
    if (!calendar) impossible("history-without-office");
    return *calendar;
}

Dossier begin(const Event& event, const OfficeHistory& history) {
    const auto& version = version_of(history, payload::read_version_key(event.payload));
    const WorkingCalendar& calendar = calendar_of(history, event);
    if (event.act == to_text(OfficeEvent::register_entry))
        return dossier_of(payload::read_register_entry(event.payload), version, calendar);
    const NewDossier intake = payload::read_beginning(event.payload).intake;
    if (event.act == to_text(Act::receive)) return receive_dossier(intake, {calendar, version});
    if (event.act == to_text(Act::refuse)) return refuse_dossier(intake, version);
    return submit_dossier(intake, version);
}

} // namespace

void OfficeHistory::take(const Event& event) {
    // Office and calendar both make another calendar from this event on.
    if (event.act == to_text(OfficeEvent::office_set)) {
        auto office = office_from_json(event.payload);
        if (!office) impossible("history-office-unreadable");
        office_json_ = event.payload;
        hours_ = office->hours;
        queue_rules_ = office->queue;
        note_calendar(event.seq);
    } else if (event.act == to_text(OfficeEvent::calendar_changed)) {
        days_ = payload::read_calendar(event.payload);
        note_calendar(event.seq);
    } else if (event.act == to_text(OfficeEvent::catalogue_changed)) {
        for (ProcedureVersion& version : payload::read_versions(event.payload)) {
            auto key = std::pair(version.code, version.effective_from);
            versions_.insert_or_assign(std::move(key), std::move(version));
        }
    } else if (event.act == to_text(OfficeEvent::practice_marked)) {
        practice_ = true;
    } else if (event.act == to_text(OfficeEvent::user_set)) {
        users_[event.subject] = event.payload;
    } else if (event.act == to_text(OfficeEvent::device_set)) {
        devices_[event.subject] = event.payload;
    }
}

void OfficeHistory::note_calendar(std::int64_t seq) {
    if (hours_) calendars_.insert_or_assign(seq, WorkingCalendar(*hours_, days_));
}

const WorkingCalendar* OfficeHistory::calendar_at(std::int64_t seq) const {
    auto after = calendars_.upper_bound(seq);
    return after == calendars_.begin() ? nullptr : &(--after)->second;
}

void OfficeHistory::set_version_id(const std::string& code, Day from, std::int64_t id) {
    const auto found = versions_.find({code, from});
    if (found == versions_.end()) return;
    found->second.id = id;
    by_id_[id] = &found->second;
}

const ProcedureVersion* OfficeHistory::version_by_id(std::int64_t id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
}

bool is_dossier_event(const Event& event) {
    return event.act == to_text(OfficeEvent::register_entry) || parse_act(event.act).has_value();
}

bool begins_dossier(const Event& event) {
    return event.previous_seq == 0 && is_dossier_event(event);
}

Dossier
replay(const std::optional<Dossier>& before, const Event& event, const OfficeHistory& history) {
    if (!before) return begin(event, history);
    const auto request = payload::read_act(event.act, event.act_at, event.reason, event.payload);
    const ProcedureVersion* version = history.version_by_id(before->procedure_version);
    if (const auto* receipt = std::get_if<requests::Receive>(&request.what);
        receipt && receipt->in_force_from)
        version = &version_of(history, {before->procedure_code, *receipt->in_force_from});
    if (!version) impossible("history-without-own-version");
    // An act that the rules refuse cannot have happened: somebody changed the journal or the
    // program.
    auto after = perform(*before, request, {calendar_of(history, event), *version});
    if (!after) impossible(after.error().message);
    return std::move(after).value();
}

} // namespace core
