#pragma once

#include "core/engine/dossiers/walked_pages.hpp"
#include "core/engine/ports/store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace core {

/// Due instants at or after `from` and before `before`.
struct DueRange {
    Instant from;
    Instant before;
};

/// Of dossiers that are overdue at a moment, as `is_overdue` (overdue.hpp) judges each.
DueRange overdue_at(Instant now);

/// Of dossiers due on a date.
DueRange due_on(Day day);

/// The lists that people work by, by the names that `narrow` knows: "open, overdue, …".
const std::string& work_list_names();

/// Narrows the query to a list that people work by or to a state, by its name; `late` is an earlier
/// name of `overdue`. False, and nothing changed, for any other word.
[[nodiscard]] bool narrow(DossierQuery& query, std::string_view status, Instant now);

/// Whether a list by the query shows the dossier: what a store's list_dossiers() does in its own
/// language, said once more in ours. `limit` and `skip` do not matter.
bool fits(const Dossier& dossier, const DossierQuery& query);

/// How many dossiers a list has. Beyond so many they are not counted to the end.
inline constexpr std::int64_t most_counted = 10'000;

struct ListCount {
    std::int64_t number = 0;
    bool is_exact = true; ///< otherwise there are so many at least
};

/// Puts the logins that somebody means into the query's filters by people, in any spelling. A name
/// that no user has is let be: registers name people who never logged in.
void name_people(BooksView& books, DossierQuery& query);

/// The ticket of a question by its code, of which it may be another spelling, or today's number.
void name_ticket(BooksView& books, DossierQuery& query, Day today);

/// One page of a list.
struct DossierPage {
    DossierOrder order;
    std::vector<StoredDossier> dossiers;
    bool more = false;                   ///< there are others behind them
    std::optional<DossierPosition> next; ///< with `more`: what the next page stands behind
    ListCount count;                     ///< of the whole list
    WalkedPages walked;                  ///< with this page
};

/// The order of a list, or of a search in it: what was asked for, or its own.
DossierOrder order_of(const DossierQuery& query, bool is_search);

/// The dossiers of a list; with `words` of those only whose code they are, or whose applicant's
/// name, ID number or phone has them. Of a search more than the latest 2,000 are not looked at; its
/// own order is the latest stored first, but for lists of open dossiers, which go by due date.
///
/// `walked`: the pages ahead of this one, which stands behind `query.after`. Whoever is in the list
/// all the time is shown by one page of the walk, also when he is changed and moves; whoever comes
/// meanwhile by one at most. Who moved ahead of where the walk stands comes first on its next page.
DossierPage list_page(BooksView& books,
                      DossierQuery query,
                      const std::optional<std::string>& words,
                      WalkedPages walked = {});

/// The positions of dossiers in an order: reads the versions of procedures where it goes by them.
class DossierPositions {
public:
    DossierPositions(BooksView& books, DossierOrder order);

    DossierPosition of(const StoredDossier& stored) const;

private:
    DossierOrder order_;
    Catalogue catalogue_; // empty where no version matters
};

} // namespace core
