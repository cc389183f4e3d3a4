#pragma once

#include "core/domain/dossier.hpp"
#include "core/domain/instant.hpp"

#include <chrono>
#include <optional>

namespace core {

/// The first due instant that has not come at `now`. Ranges of due instants, in lists and in SQL,
/// end before it: what is due at `now` itself is overdue (law.md §6: "not later than").
constexpr Instant first_not_yet_due(Instant now) { return now + Instant::duration{1}; }

/// Whether a due instant has come: the one comparison that "overdue" and "past" are made of.
constexpr bool has_come(Instant due, Instant now) { return due < first_not_yet_due(now); }

/// The first date at whose end a due instant has come: from then on it is counted as overdue.
Day first_day_overdue(Instant due);

/// What the citizen was told last: the new appointment where one was made since the clock ran on,
/// else the due instant (law.md §3.4, law.md §4). None when there is neither.
std::optional<Instant> told_appointment(const Dossier& dossier);

/// Whether the office is late (law.md §6): the dossier is open and not suspended, and its due
/// instant has come. A new appointment changes nothing here (law.md §3.4).
bool is_overdue(const Dossier& dossier, Instant now);

/// Whether the citizen waits longer than they were told (law.md §3.4): the dossier is open and
/// not suspended, and the appointment has come.
bool is_past_appointment(const Dossier& dossier, Instant now);

/// Whether the dossier is open and due on the date of `now`, its hour past or not.
bool is_due_today(const Dossier& dossier, Instant now);

/// How many whole days a dossier has been overdue, 0 on the first; none when it is not.
std::optional<std::chrono::days> days_overdue(const Dossier& dossier, Instant now);

/// Whether the citizen was told another date than the due date (law.md §3.4).
bool was_told_another_date(const Dossier& dossier);

/// Whether the other agency's answer is late by its own clock (law.md §5): it has not answered,
/// and the instant by which it was to do so has come.
bool is_overdue(const HandOver& hand_over, Instant now);

/// How the other agency kept the time set for its answer: its own clock counts whole days
/// (law.md §5).
Outcome judge_answer(Instant due, Instant answered);

/// The next instant at which one of these answers changes by time alone; none when no act is to
/// come that time would decide.
std::optional<Instant> next_overdue_change(const Dossier& dossier, Instant now);

} // namespace core
