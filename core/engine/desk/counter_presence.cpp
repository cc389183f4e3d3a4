#include "core/engine/desk/counter_presence.hpp"

#include <algorithm>

namespace core {

bool is_counter_open(const CounterState& state, Instant now) {
    return state.day == local_date(now) && now - state.last_act_at < counter_quiet_time;
}

bool is_counter_open(std::span<const CounterState> states, int counter, Instant now) {
    return std::any_of(states.begin(), states.end(), [&](const CounterState& state) {
        return state.counter == counter && is_counter_open(state, now);
    });
}

const StoredTicket* ticket_at(std::span<const StoredTicket> live, int counter) {
    const auto found = std::find_if(live.begin(), live.end(), [&](const StoredTicket& stored) {
        return stored.ticket.counter == counter && is_at_counter(stored.ticket.state);
    });
    return found == live.end() ? nullptr : &*found;
}

std::string letters_of(const CounterConfig& counter) {
    std::string letters;
    for (const std::string& letter : counter.services) letters += letter;
    return letters;
}

} // namespace core
