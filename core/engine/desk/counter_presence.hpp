#pragma once

#include "core/domain/office.hpp"
#include "core/engine/ports/ticket_table.hpp"

#include <chrono>
#include <span>
#include <string>

namespace core {

/// Longer ago a counter that did nothing is not taken for open.
inline constexpr std::chrono::minutes counter_quiet_time{30};

/// Whether somebody works at the counter: it acted today, and not too long ago. Whom the room
/// waits for, the wait that is told and the day's figures all go by this.
bool is_counter_open(const CounterState& state, Instant now);

/// The same of a counter by its number; one that never acted is not open.
bool is_counter_open(std::span<const CounterState> states, int counter, Instant now);

/// Whom the counter has called or is serving, of the live tickets; null for nobody. It stays in
/// `live`.
const StoredTicket* ticket_at(std::span<const StoredTicket> live, int counter);

/// The counter's letters, `AC`.
std::string letters_of(const CounterConfig& counter);

} // namespace core
