#include "core/engine/reporting/counted_dossiers.hpp"

#include "core/domain/civil_time.hpp"
#include "core/domain/folded_key.hpp"
#include "core/engine/reporting/reporting.hpp"

#include <algorithm>

namespace core {

CountedDossiers
counted_dossiers(BooksView& books, const Catalogue& catalogue, const CountedQuery& query) {
    CountedDossiers counted{query.first, query.last, 0, {}, false};
    if (query.month) {
        counted.first = std::max(counted.first, *query.month);
        counted.last = std::min(counted.last, end_of_month(*query.month));
    }
    const bool by_field = query.group && query.group->by == GroupBy::field;
    const std::string wanted_field = by_field ? name_key(query.group->key) : std::string();
    const auto is_counted = [&](const Dossier& dossier) {
        if (query.figure->of(period_figures(dossier, counted.first, counted.last)) == 0)
            return false;
        if (!query.group) return true;
        const ProcedureVersion& version = catalogue.at(dossier.procedure_version);
        const std::string key = group_key(dossier, version, query.group->by);
        // Fields that look alike are one group of the report.
        return query.group->by == GroupBy::field ? name_key(key) == wanted_field
                                                 : key == query.group->key;
    };
    books.each_dossier(BooksView::Which::all, [&](const StoredDossier& stored) {
        if (!is_counted(stored.dossier)) return true;
        ++counted.total;
        if (counted.total > query.skip && counted.dossiers.size() < query.limit)
            counted.dossiers.push_back(stored);
        return true;
    });
    counted.more = query.skip + counted.dossiers.size() < counted.total;
    return counted;
}

} // namespace core
