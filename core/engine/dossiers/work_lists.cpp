// A list without words is the store's work. A search goes through the index of words first, and
// what it finds is held against the same query here; tests/db/store_contract holds the two answers
// equal.

#include "core/engine/dossiers/work_lists.hpp"

#include "core/domain/overdue.hpp"
#include "core/domain/text.hpp"

#include <algorithm>

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

bool is_due_before(const StoredDossier& a, const StoredDossier& b) {
    const auto due_a = a.dossier.due_at();
    const auto due_b = b.dossier.due_at();
    if (!due_a || !due_b) return due_a.has_value() && !due_b.has_value();
    return *due_a < *due_b;
}

std::vector<StoredDossier>
search(BooksView& books, const DossierQuery& query, const std::string& words) {
    std::vector<StoredDossier> found;
    // A whole code, scanned or typed, is that dossier and no search.
    if (auto stored = books.find_dossier(words)) {
        found.push_back(std::move(*stored));
    } else {
        found = books.search_dossiers(search_words(words), most_matches);
    }
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

bool narrow(DossierQuery& query, std::string_view status, Instant now) {
    if (status == "open") {
        query.standing = Standing::open;
    } else if (status == "overdue" || status == "late") {
        set_range(query, overdue_at(now));
    } else if (status == "due_today") {
        set_range(query, due_on(local_date(now)));
    } else if (status == "to_return") {
        query.standing = Standing::to_return;
    } else if (const auto state = parse_dossier_state(status)) {
        query.state = state;
    } else {
        return false;
    }
    return true;
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
