// A list without words is the store's work. A search goes through the index of words first, and
// what it finds is held against the same query here; tests/db/store_contract holds the two answers
// equal.

#include "core/engine/dossiers/work_lists.hpp"

#include "core/domain/folded_key.hpp"
#include "core/domain/overdue.hpp"
#include "core/domain/utf8.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/engine/dossiers/dossier_lookup.hpp"
#include "core/engine/office/administration.hpp"

#include <algorithm>
#include <array>

namespace core {

namespace {

using Standing = DossierQuery::Standing;

/// A search that finds more has too few words.
constexpr std::size_t most_matches = 2'000;

/// Of a search.
constexpr DossierOrder latest_stored_first = {DossierSort::stored, true};

void set_range(DossierQuery& query, const DueRange& range) {
    query.standing = Standing::open;
    query.due_from = range.from;
    query.due_before = range.before;
}

/// One list, and how a query is narrowed to it.
struct WorkList {
    std::string_view name;
    void (*narrow)(DossierQuery& query, Instant now);
};

constexpr std::array<WorkList, 4> work_lists = {{
    {"open", [](DossierQuery& query, Instant) { query.standing = Standing::open; }},
    {"overdue", [](DossierQuery& query, Instant now) { set_range(query, overdue_at(now)); }},
    {"due_today",
     [](DossierQuery& query, Instant now) { set_range(query, due_on(local_date(now))); }},
    {"to_return", [](DossierQuery& query, Instant) { query.standing = Standing::to_return; }},
}};

/// A dossier that was found, and where it stands in the list.
struct Found {
    DossierPosition position;
    StoredDossier stored;
};

void sort(std::vector<Found>& found, bool descending) {
    std::ranges::sort(found, [&](const Found& a, const Found& b) {
        return is_before(a.position, b.position, descending);
    });
}

bool is_behind(const DossierPosition& position, const DossierQuery& query) {
    return !query.after || is_before(*query.after, position, query.order->descending);
}

/// Those of a search that the query is about and that are to be shown yet, in its order; whatever
/// it passes over is in it.
std::vector<Found> search(BooksView& books,
                          const DossierQuery& query,
                          const std::string& words,
                          const DossierPositions& positions,
                          const WalkedPages& walked,
                          ListCount& count) {
    std::vector<StoredDossier> all = find_dossiers(books, words, most_matches);
    count.is_exact = all.size() < most_matches;
    std::vector<Found> found;
    for (StoredDossier& each : all) {
        if (!fits(each.dossier, query)) continue;
        DossierPosition position = positions.of(each);
        found.push_back({std::move(position), std::move(each)});
    }
    count.number = static_cast<std::int64_t>(found.size());
    std::erase_if(found, [&](const Found& each) {
        if (!is_behind(each.position, query)) return !walked.may_have_missed(each.stored);
        return walked.have_shown(each.stored);
    });
    sort(found, query.order->descending);
    return found;
}

/// Those of a list that are to be shown yet, at most `query.limit`, in its order.
std::vector<Found> list(BooksView& books,
                        DossierQuery query,
                        const DossierPositions& positions,
                        const WalkedPages& walked) {
    std::vector<Found> found;
    for (StoredDossier& each : perhaps_missed(books, walked)) {
        DossierPosition position = positions.of(each);
        if (fits(each.dossier, query) && !is_behind(position, query))
            found.push_back({std::move(position), std::move(each)});
    }
    sort(found, query.order->descending);
    // Of those behind some may have been shown, and moved there: then it goes on behind them.
    for (bool are_more = true; are_more && found.size() < query.limit; query.skip = 0) {
        std::vector<StoredDossier> behind = books.list_dossiers(query);
        are_more = behind.size() == query.limit && walked.is_under_way();
        for (StoredDossier& each : behind) {
            query.after = positions.of(each);
            if (!walked.have_shown(each)) found.push_back({*query.after, std::move(each)});
        }
    }
    return found;
}

std::vector<Found> part_of(std::vector<Found> found, std::size_t skip, std::size_t limit) {
    const auto from = [&](std::size_t place) {
        return found.begin() + static_cast<std::ptrdiff_t>(std::min(place, found.size()));
    };
    found.erase(from(skip + limit), found.end());
    found.erase(found.begin(), from(skip));
    return found;
}

ListCount count_of(BooksView& books, const DossierQuery& query) {
    const std::int64_t number = books.count_dossiers(query, most_counted + 1);
    return {std::min(number, most_counted), number <= most_counted};
}

} // namespace

DueRange overdue_at(Instant now) { return {Instant{}, first_not_yet_due(now)}; }

DueRange due_on(Day day) {
    return {to_instant(LocalTime{day}), to_instant(LocalTime{day + std::chrono::days{1}})};
}

const std::string& work_list_names() {
    static const std::string names = [] {
        std::array<std::string_view, work_lists.size()> all;
        std::transform(work_lists.begin(), work_lists.end(), all.begin(),
                       [](const WorkList& each) { return each.name; });
        return list_of({"work_list", all});
    }();
    return names;
}

bool narrow(DossierQuery& query, std::string_view status, Instant now) {
    const std::string_view name = status == "late" ? "overdue" : status;
    for (const WorkList& list : work_lists) {
        if (list.name != name) continue;
        list.narrow(query, now);
        return true;
    }
    const auto state = parse_dossier_state(name);
    if (state) query.state = state;
    return state.has_value();
}

bool fits(const Dossier& dossier, const DossierQuery& query) {
    // The same bounds as in the store's conditions: due_from is within, due_before is not.
    const auto due = dossier.due_at();
    if (query.state && dossier.state != *query.state) return false;
    if (query.is_of_open() && !dossier.is_open()) return false;
    const bool to_return = query.standing == Standing::to_return && !query.is_of_open();
    if (to_return && dossier.state != DossierState::resolved) return false;
    if (query.due_from && (!due || *due < *query.due_from)) return false;
    if (query.due_before && (!due || *due >= *query.due_before)) return false;
    if (!query.assignee.empty() && dossier.assignee != query.assignee) return false;
    const auto is_officer = [&](const std::string& name) {
        return dossier.officer == name ||
               (is_utf8(dossier.officer) && name_key(dossier.officer) == name_key(name));
    };
    if (!query.officer.empty() && !is_officer(query.officer)) return false;
    if (!query.person.empty() && !is_officer(query.person) && dossier.assignee != query.person)
        return false;
    if (!query.procedure_code.empty() && dossier.procedure_code != query.procedure_code)
        return false;
    return query.ticket.empty() || dossier.ticket == query.ticket;
}

DossierPositions::DossierPositions(BooksView& books, DossierOrder order) : order_(order) {
    if (order.by == DossierSort::procedure || order.by == DossierSort::field)
        catalogue_ = Catalogue(books.procedure_versions());
}

DossierPosition DossierPositions::of(const StoredDossier& stored) const {
    return position_of(stored.dossier, stored.id, order_.by,
                       catalogue_.by_id(stored.dossier.procedure_version));
}

DossierOrder order_of(const DossierQuery& query, bool is_search) {
    const bool is_own = is_search && !query.order && !query.is_of_open();
    return is_own ? latest_stored_first : order_of(query);
}

void name_people(BooksView& books, DossierQuery& query) {
    for (std::string* login : {&query.assignee, &query.officer, &query.person}) {
        if (!login->empty()) *login = login_as_stored(books, *login);
    }
}

void name_ticket(BooksView& books, DossierQuery& query, Day today) {
    if (query.ticket.empty()) return;
    const auto found = find_ticket(books.tickets(), query.ticket, today);
    query.ticket = found ? found->ticket.code : code_key(query.ticket);
}

DossierPage list_page(BooksView& books,
                      DossierQuery query,
                      const std::optional<std::string>& words,
                      WalkedPages walked) {
    query.order = order_of(query, words.has_value());
    const DossierPositions positions(books, *query.order);
    DossierPage page;
    page.order = *query.order;
    std::vector<Found> found;
    ++query.limit; // one more tells whether there are others
    if (words) {
        found = part_of(search(books, query, *words, positions, walked, page.count), query.skip,
                        query.limit);
    } else {
        found = part_of(list(books, query, positions, walked), 0, query.limit);
        page.count = count_of(books, query);
    }
    page.more = found.size() == query.limit;
    if (page.more) {
        found.pop_back();
        // Who moved ahead stands where the walk has passed; it goes on from where it stands.
        const DossierPosition& last = found.back().position;
        page.next = is_behind(last, query) ? last : query.after;
    }
    for (Found& each : found) page.dossiers.push_back(std::move(each.stored));
    page.walked = walked.is_under_way() ? std::move(walked) : WalkedPages(books.journal_head().seq);
    page.walked.add(page.dossiers);
    return page;
}

} // namespace core
