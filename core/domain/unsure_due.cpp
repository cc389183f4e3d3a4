#include "core/domain/unsure_due.hpp"

#include "core/domain/overdue.hpp"

#include <algorithm>

namespace core {

namespace {

using Years = std::vector<std::chrono::year>;

bool counts_pauses_by_calendar(DeadlineUnit unit) {
    return unit == DeadlineUnit::working_day || unit == DeadlineUnit::working_hour;
}

} // namespace

Years unsure_years(const WorkingCalendar& calendar,
                   DeadlineUnit unit,
                   Instant received,
                   std::span<const Pause> pauses,
                   std::optional<Instant> due_at) {
    if (!due_at) return {};
    Day last = local_date(*due_at);
    if (counts_pauses_by_calendar(unit) && !pauses.empty() && pauses.back().to)
        last = std::max(last, local_date(*pauses.back().to));
    return calendar.years_not_loaded(local_date(received), last);
}

Years unsure_years(const WorkingCalendar& calendar,
                   const ProcedureVersion& procedure,
                   const Dossier& dossier) {
    if (!dossier.received_at || !dossier.due_at()) return {};
    return unsure_years(calendar, procedure.limit.unit, *dossier.received_at, dossier.pauses(),
                        dossier.due_at());
}

Years unsure_told_years(const WorkingCalendar& calendar,
                        const ProcedureVersion& procedure,
                        const Dossier& dossier) {
    if (was_told_another_date(dossier)) {
        const Day told = local_date(*told_appointment(dossier));
        return calendar.years_not_loaded(told, told);
    }
    return unsure_years(calendar, procedure, dossier);
}

std::string list_of_years(std::span<const std::chrono::year> years) {
    std::string list;
    for (const std::chrono::year year : years) {
        if (!list.empty()) list += ", ";
        list += std::to_string(static_cast<int>(year));
    }
    return list;
}

Message due_unsure(std::span<const std::chrono::year> years) {
    return {"due-unsure", {{"years", list_of_years(years)}}};
}

Message due_unsure_at_terminal(std::span<const std::chrono::year> years) {
    return {"due-unsure-at-terminal", {{"years", list_of_years(years)}}};
}

Message appointment_unsure(std::span<const std::chrono::year> years) {
    return {"appointment-unsure", {{"years", list_of_years(years)}}};
}

Message calendar_not_loaded(std::span<const std::chrono::year> years) {
    return {"calendar-not-loaded", {{"years", list_of_years(years)}}};
}

Years years_to_load(const WorkingCalendar& calendar, Day today) {
    const std::chrono::year_month_day date{today};
    const bool next_too = std::chrono::month_day{date.month(), date.day()} >= next_year_asked_from;
    const Day last = next_too ? Day{(date.year() + std::chrono::years{1}) / 1 / 1} : today;
    return calendar.years_not_loaded(today, last);
}

} // namespace core
