#pragma once

#include "core/domain/enum_text.hpp"
#include "core/domain/message.hpp"
#include "core/domain/ticket.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// What can be done to a ticket (law.md §7).
enum class TicketAct {
    call,
    recall,
    start,
    finish,
    no_show,
    hold,
    release,
    transfer,
    re_enter,
    cancel, ///< its paper never came out, or the citizen gives it up
    expire
};

/// As in the addresses of the API: `no-show`.
inline constexpr auto ticket_acts = enum_text<TicketAct>("ticket_act",
                                                         {{TicketAct::call, "call"},
                                                          {TicketAct::recall, "recall"},
                                                          {TicketAct::start, "start"},
                                                          {TicketAct::finish, "finish"},
                                                          {TicketAct::no_show, "no-show"},
                                                          {TicketAct::hold, "hold"},
                                                          {TicketAct::release, "release"},
                                                          {TicketAct::transfer, "transfer"},
                                                          {TicketAct::re_enter, "re-enter"},
                                                          {TicketAct::cancel, "cancel"},
                                                          {TicketAct::expire, "expire"}});

/// Who may do it. While a ticket waits or is held it belongs to no counter, and `its_counter`
/// is anyone; `anyone` includes the kiosk and the end of the day.
enum class TicketActor { any_counter, its_counter, anyone };

/// One row of the table that decides what can be done to a ticket, and documents it.
struct TicketActRow {
    TicketAct act;
    std::vector<TicketState> from;
    TicketState to;
    TicketActor actor;
    /// In words, what `perform` checks and keeps beyond the other columns.
    std::string_view rule;
};

const TicketActRow& row_of(TicketAct act);

bool is_allowed(TicketAct act, TicketState state);

/// In the order of the table; empty for a final state.
std::vector<TicketAct> allowed_acts(TicketState state);

/// The table in Markdown.
std::string ticket_life_table();

std::string_view to_text(TicketAct act);
std::optional<TicketAct> parse_ticket_act(std::string_view text);

/// As a message names them.
inline Term term(TicketState state) { return {"ticket_state", std::string(to_text(state))}; }

inline Term term(TicketAct act) { return {"ticket_act", std::string(to_text(act))}; }

} // namespace core
