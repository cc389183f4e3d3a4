#pragma once

#include "core/domain/figure_names.hpp"
#include "core/engine/dossiers/walked_pages.hpp"
#include "core/engine/ports/store.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace core {

/// One group of a report. By month the key is none of a dossier's: the month cuts the period.
struct GroupKey {
    GroupBy by{};    ///< not month
    std::string key; ///< may be empty: an officer whom nobody knows
};

/// Which figure's dossiers are asked for. Dates are inclusive.
struct CountedQuery {
    const FigureName* figure = nullptr; ///< of find_figure(); never null
    Day first;
    Day last;
    std::optional<Day> month;             ///< its first day: of this month of the period only
    std::optional<GroupKey> group;        ///< of this group only
    DossierOrder order;                   ///< without one the order stored
    std::optional<DossierPosition> after; ///< only those behind it, as DossierQuery's
    WalkedPages walked;                   ///< the pages ahead of this one, as list_page()'s
    std::size_t limit = 50;               ///< from 1 on
    std::size_t skip = 0;
};

struct CountedDossiers {
    Day first; ///< of the period that was looked at, cut to the month
    Day last;
    std::size_t total = 0;               ///< what the figure is
    std::vector<StoredDossier> dossiers; ///< `limit` after `skip` of them, in the order
    bool more = false;                   ///< there are others behind them
    std::optional<DossierPosition> next; ///< with `more`: what the next page stands behind
    WalkedPages walked;                  ///< with this page
};

/// Puts a procedure's code as the catalogue has it in place of another spelling. `invalid_input`
/// about `key` for one that is damaged.
Result<void> name_group(const Catalogue& catalogue, CountedQuery& query);

/// The dossiers that a figure counts, by the definitions alone: looks at every dossier and keeps no
/// more than a page's and those passed over. Throws when `catalogue` is older than the books.
CountedDossiers
counted_dossiers(BooksView& books, const Catalogue& catalogue, const CountedQuery& query);

} // namespace core
