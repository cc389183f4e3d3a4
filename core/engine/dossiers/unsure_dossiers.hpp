#pragma once

#include "core/domain/procedure.hpp"
#include "core/domain/working_calendar.hpp"
#include "core/engine/ports/store.hpp"

#include <chrono>
#include <cstdint>
#include <vector>

namespace core {

/// How many open dossiers have a due date that is not sure (unsure_due.hpp). Reads every open
/// dossier: for a worker.
std::int64_t
count_unsure(BooksView& books, const Catalogue& catalogue, const WorkingCalendar& calendar);

/// The years that the office is to load by now, in order: those of years_to_load(), and before
/// November those of later years that open dossiers are due in already. Only counts are read.
std::vector<std::chrono::year>
years_asked_for(BooksView& books, const WorkingCalendar& calendar, Day today);

} // namespace core
