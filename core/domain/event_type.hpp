#pragma once

#include "core/domain/enum_text.hpp"
#include "core/domain/ticket_act.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace core {

/// What the journal tells besides the acts on dossiers and tickets.
enum class OfficeEvent {
    register_entry, ///< a dossier as a register had it
    register_imported,
    office_set,
    practice_marked,
    catalogue_changed,
    calendar_changed,
    user_set,
    device_set,
    logged_in,
    logged_out,
    feedback_given,
    ticket_issued,
    numbers_leased,
    lease_settled
};

inline constexpr auto office_events =
    enum_text<OfficeEvent>("office_event",
                           {{OfficeEvent::register_entry, "register-entry"},
                            {OfficeEvent::register_imported, "register-imported"},
                            {OfficeEvent::office_set, "office-set"},
                            {OfficeEvent::practice_marked, "practice-marked"},
                            {OfficeEvent::catalogue_changed, "catalogue-changed"},
                            {OfficeEvent::calendar_changed, "calendar-changed"},
                            {OfficeEvent::user_set, "user-set"},
                            {OfficeEvent::device_set, "device-set"},
                            {OfficeEvent::logged_in, "log-in"},
                            {OfficeEvent::logged_out, "log-out"},
                            {OfficeEvent::feedback_given, "feedback"},
                            {OfficeEvent::ticket_issued, "ticket-issue"},
                            {OfficeEvent::numbers_leased, "ticket-lease"},
                            {OfficeEvent::lease_settled, "ticket-settle"}});

constexpr std::string_view to_text(OfficeEvent event) { return office_events.text(event); }

/// `ticket-call`: how the journal names an act on a ticket. An act on a dossier has its own name.
std::string ticket_event(TicketAct act);

/// None for an event that is not an act on a ticket.
std::optional<TicketAct> ticket_act_of(std::string_view event_type);

/// All that a journal's event may be: acts on dossiers, the office's events, acts on tickets. The
/// vocabulary `event`.
std::span<const std::string_view> event_types();

} // namespace core
