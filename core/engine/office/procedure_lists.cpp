#include "core/engine/office/procedure_lists.hpp"

#include "core/domain/folded_key.hpp"
#include "core/domain/text.hpp"

#include <algorithm>
#include <tuple>

namespace core {

namespace {

/// By their first date; empty for an unknown code.
std::vector<ProcedureVersion> versions_of(const Catalogue& catalogue, std::string_view code) {
    const std::string key = code_key(code);
    std::vector<ProcedureVersion> versions;
    for (const ProcedureVersion& version : catalogue.versions()) {
        if (code_key(version.code) == key) versions.push_back(version);
    }
    return versions;
}

std::vector<ProcedureVersion>
candidates(BooksView& books, const Catalogue& catalogue, const ProcedureQuery& query) {
    if (!query.words) return catalogue.versions();
    return find_procedures(books, catalogue, *query.words, most_versions_found);
}

ProcedurePage page_of(const std::vector<ProcedureVersion>& versions, const ProcedureQuery& query) {
    ProcedurePage page{versions.size(), {}};
    for (std::size_t i = query.skip; i < versions.size() && page.versions.size() < query.limit; ++i)
        page.versions.push_back(versions[i]);
    return page;
}

} // namespace

std::vector<ProcedureVersion> find_procedures(BooksView& books,
                                              const Catalogue& catalogue,
                                              std::string_view typed,
                                              std::size_t limit) {
    auto found = books.search_procedures(search_words(typed), limit);
    return found.empty() ? versions_of(catalogue, typed) : found;
}

ProcedurePage posting_board(BooksView& books,
                            const Catalogue& catalogue,
                            const ProcedureQuery& query,
                            Day today) {
    auto versions = candidates(books, catalogue, query);
    // Reports have fields that look alike as one: so has the board.
    const std::string field = name_key(query.field.value_or(""));
    std::erase_if(versions, [&](const ProcedureVersion& version) {
        return !is_in_force(catalogue, version, today) ||
               (query.field && name_key(version.field) != field) ||
               (query.level && version.online_level != *query.level);
    });
    return page_of(versions, query);
}

ProcedurePage
all_versions(BooksView& books, const Catalogue& catalogue, const ProcedureQuery& query) {
    auto versions = candidates(books, catalogue, query);
    std::sort(versions.begin(), versions.end(), [](const auto& a, const auto& b) {
        return std::tie(a.code, a.effective_from) < std::tie(b.code, b.effective_from);
    });
    return page_of(versions, query);
}

bool is_in_force(const Catalogue& catalogue, const ProcedureVersion& version, Day today) {
    const ProcedureVersion* counts = catalogue.in_force(version.code, today);
    return counts && counts->id == version.id;
}

Result<ProcedureHistory>
procedure_history(const Catalogue& catalogue, const std::string& code, Day today) {
    const ProcedureVersion* latest = catalogue.latest(code);
    if (!latest) return Error{ErrorKind::not_found, catalogue.why_unknown(code)};
    const ProcedureVersion* in_force = catalogue.in_force(code, today);
    return ProcedureHistory{in_force ? *in_force : *latest, in_force != nullptr,
                            versions_of(catalogue, code)};
}

bool is_closed(const ProcedureVersion& before, const ProcedureVersion& after) {
    return after.effective_to &&
           (!before.effective_to || *after.effective_to < *before.effective_to);
}

} // namespace core
