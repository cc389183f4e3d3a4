// A list without words is the store's work. A search goes through the index of words first, and
// what it finds is held against the same query here; tests/db/store_contract holds the two answers
// equal.

#include "core/engine/dossiers/work_lists.hpp"

#include "core/domain/overdue.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/engine/dossiers/dossier_lookup.hpp"

#include <algorithm>
#include <array>

namespace core {

namespace {

using Standing = DossierQuery::Standing;

/// A search that finds more has too few words.
constexpr std::size_t most_matches = 2'000;

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

bool is_due_before(const StoredDossier& a, const StoredDossier& b) {
    const auto due_a = a.dossier.due_at();
    const auto due_b = b.dossier.due_at();
    if (!due_a || !due_b) return due_a.has_value() && !due_b.has_value();
    return *due_a < *due_b;
}

std::vector<StoredDossier>
search(BooksView& books, const DossierQuery& query, const std::string& words) {
    std::vector<StoredDossier> found = find_dossiers(books, words, most_matches);
    std::erase_if(found, [&](const auto& each) { return !fits(each.dossier, query); });
    if (query.is_of_open()) std::stable_sort(found.begin(), found.end(), is_due_before);
    const auto skipped = static_cast<std::ptrdiff_t>(std::min(query.skip, found.size()));
    found.erase(found.begin(), found.begin() + skipped);
    if (found.size() > query.limit) found.resize(query.limit);
    return found;
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
    if (!query.officer.empty() && dossier.officer != query.officer) return false;
    if (!query.procedure_code.empty() && dossier.procedure_code != query.procedure_code)
        return false;
    return query.ticket.empty() || dossier.ticket == query.ticket;
}

DossierPage
list_page(BooksView& books, const DossierQuery& query, const std::optional<std::string>& words) {
    DossierQuery one_more = query; // tells whether there are others
    ++one_more.limit;
    DossierPage page;
    page.dossiers = words ? search(books, one_more, *words) : books.list_dossiers(one_more);
    page.more = page.dossiers.size() > query.limit;
    if (page.more) page.dossiers.pop_back();
    return page;
}

} // namespace core
