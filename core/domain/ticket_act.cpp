#include "core/domain/ticket_act.hpp"

#include <algorithm>
#include <cassert>
#include <cstdlib>

namespace core {

namespace {

const std::vector<TicketActRow>& rows() {
    using enum TicketState;
    using enum TicketActor;
    using Act = TicketAct;
    // clang-format off: a table is read by its columns
    static const std::vector<TicketActRow> table = {
        {Act::call, {waiting}, called, any_counter, "a reason when out of order"},
        {Act::recall, {called}, called, its_counter, "the last call unanswered for recall_after"},
        {Act::start, {called}, serving, its_counter, ""},
        {Act::finish, {serving}, done, its_counter, ""},
        {Act::no_show,
         {called},
         no_show,
         its_counter,
         "calls_before_no_show calls, each unanswered for recall_after"},
        {Act::hold, {waiting, called, serving}, held, its_counter, "while it waits: anyone"},
        {Act::release, {held}, waiting, anyone, "its place by arrival"},
        {Act::transfer,
         {serving},
         waiting,
         its_counter,
         "another service; keeps its arrival and its priority"},
        {Act::re_enter,
         {held},
         waiting,
         anyone,
         "near the head when a counter sent the citizen away"},
        {Act::cancel,
         {waiting, held},
         expired,
         anyone,
         "its paper never came out, or the citizen gives it up"},
        {Act::expire, {waiting, called, held}, expired, anyone, "end of the day"},
    };
    // clang-format on
    return table;
}

std::string_view show_actor(TicketActor actor) {
    switch (actor) {
    case TicketActor::any_counter:
        return "any counter";
    case TicketActor::its_counter:
        return "its counter";
    case TicketActor::anyone:
        return "anyone";
    }
    std::abort();
}

std::string join(const std::vector<TicketState>& states) {
    std::string names;
    for (const TicketState state : states) {
        if (!names.empty()) names += ", ";
        names += to_text(state);
    }
    return names;
}

} // namespace

const TicketActRow& row_of(TicketAct act) {
    for (const TicketActRow& row : rows()) {
        if (row.act == act) return row;
    }
    assert(false && "an act without a row");
    std::abort();
}

bool is_allowed(TicketAct act, TicketState state) {
    const auto& from = row_of(act).from;
    return std::find(from.begin(), from.end(), state) != from.end();
}

std::vector<TicketAct> allowed_acts(TicketState state) {
    std::vector<TicketAct> acts;
    for (const TicketActRow& row : rows()) {
        if (is_allowed(row.act, state)) acts.push_back(row.act);
    }
    return acts;
}

std::string ticket_life_table() {
    std::string table = "| act | from | to | by | rule |\n|---|---|---|---|---|\n";
    for (const TicketActRow& row : rows()) {
        const std::string from = join(row.from);
        for (const std::string_view cell : {to_text(row.act), std::string_view(from),
                                            to_text(row.to), show_actor(row.actor), row.rule}) {
            table += "| ";
            table += cell;
            table += ' ';
        }
        table += "|\n";
    }
    return table;
}

std::string_view to_text(TicketAct act) { return ticket_acts.text(act); }

std::optional<TicketAct> parse_ticket_act(std::string_view text) { return ticket_acts.parse(text); }

} // namespace core
