#include "core/engine/dossiers/unsure_dossiers.hpp"

#include "core/domain/unsure_due.hpp"

#include <algorithm>

namespace core {

std::int64_t
count_unsure(BooksView& books, const Catalogue& catalogue, const WorkingCalendar& calendar) {
    std::int64_t number = 0;
    books.each_dossier(BooksView::Which::open, [&](const StoredDossier& stored) {
        const ProcedureVersion* version = catalogue.by_id(stored.dossier.procedure_version);
        if (version && stored.dossier.is_open() &&
            !unsure_years(calendar, *version, stored.dossier).empty())
            ++number;
        return true;
    });
    return number;
}

std::vector<std::chrono::year>
years_asked_for(BooksView& books, const WorkingCalendar& calendar, Day today) {
    std::vector<std::chrono::year> years = years_to_load(calendar, today);
    for (auto year = std::chrono::year_month_day(today).year() + std::chrono::years{1};; ++year) {
        const bool is_asked = std::find(years.begin(), years.end(), year) != years.end();
        if (is_asked || calendar.is_loaded(year)) continue;
        // A calendar ends: such a year is reached, and beyond the last due date nothing is read.
        const Instant from = to_instant(LocalTime{Day{year / 1 / 1}});
        const Instant before = to_instant(LocalTime{Day{(year + std::chrono::years{1}) / 1 / 1}});
        if (books.count_due(from, Instant::max()).empty()) return years;
        if (!books.count_due(from, before).empty()) years.push_back(year);
    }
}

} // namespace core
