#include "core/server/upkeep/calendar_watch.hpp"

#include "core/domain/unsure_due.hpp"

#include <spdlog/spdlog.h>

namespace server {

void CalendarWatch::look(std::span<const std::chrono::year> asked_for, core::Day today) {
    if (asked_for.empty() || !telling_.is_first_on(today)) return;
    spdlog::warn("the calendar has no day off of {}: due dates that reach there are not sure, "
                 "import the calendar of that year",
                 core::list_of_years(asked_for));
}

} // namespace server
