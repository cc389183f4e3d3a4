#pragma once

#include "core/domain/deadline.hpp"
#include "core/domain/dossier.hpp"
#include "core/domain/message.hpp"
#include "core/domain/procedure.hpp"
#include "core/domain/working_calendar.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace core {

// A due date is not sure while its computation reaches into a year whose days off nobody has
// entered (law.md §2). That follows from the calendar as it is now and is stored nowhere: once the
// year is loaded, the act that moves due dates to the new calendar does the rest.

/// The years that make a due date unsure, in order; empty where it is sure, and where there is
/// none. Looked at are the years from the receipt to the due day, and to the end of the pauses
/// where these are counted in working time, for a pause may begin after the due day.
std::vector<std::chrono::year> unsure_years(const WorkingCalendar& calendar,
                                            DeadlineUnit unit,
                                            Instant received,
                                            std::span<const Pause> pauses,
                                            std::optional<Instant> due_at);

/// Those of a dossier's due date as it stands, whatever became of it since.
std::vector<std::chrono::year> unsure_years(const WorkingCalendar& calendar,
                                            const ProcedureVersion& procedure,
                                            const Dossier& dossier);

/// Those of the date that the citizen was told: a new appointment is the office's own word, and
/// sure.
std::vector<std::chrono::year> unsure_told_years(const WorkingCalendar& calendar,
                                                 const ProcedureVersion& procedure,
                                                 const Dossier& dossier);

/// Years as a sentence names them: `2027, 2028`.
std::string list_of_years(std::span<const std::chrono::year> years);

/// What is said of a due date to those who work with it, to who counted it at a terminal, and to
/// the citizen who waits for it.
Message due_unsure(std::span<const std::chrono::year> years);
Message due_unsure_at_terminal(std::span<const std::chrono::year> years);
Message appointment_unsure(std::span<const std::chrono::year> years);

/// From this date on a year's days off are asked for in the year before: the Government has told
/// them by then, and deadlines begin to reach into it.
inline constexpr std::chrono::month_day next_year_asked_from{std::chrono::November / 1};

/// The years whose days off the office is to enter by `today`: this one, and the next one from
/// `next_year_asked_from` on, where they are not loaded.
std::vector<std::chrono::year> years_to_load(const WorkingCalendar& calendar, Day today);

/// What the administrator is asked: to load these years.
Message calendar_not_loaded(std::span<const std::chrono::year> years);

} // namespace core
