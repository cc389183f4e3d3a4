#include "core/engine/dossiers/dossier_lookup.hpp"

#include "core/domain/dossier_code.hpp"
#include "core/domain/search_query.hpp"
#include "core/domain/utf8.hpp"
#include "core/engine/journal/journal.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace core {

namespace {

/// By any spelling of its whole code.
std::optional<StoredDossier> find_whole(BooksView& books, const std::string& code) {
    auto stored = books.find_dossier(code);
    if (stored || !is_utf8(code)) return stored;
    const auto own = own_dossier_code(books.agency().code, code);
    return own ? books.find_dossier(*own) : stored;
}

} // namespace

Result<StoredDossier> find_dossier(BooksView& books, const std::string& code) {
    auto stored = find_whole(books, code);
    if (stored) return std::move(*stored);
    return Error{ErrorKind::not_found, {"dossier-unknown", {{"code", code}}}};
}

Result<StoredDossier> find_dossier_to_change(BooksView& books, const std::string& code) {
    auto found = find_dossier(books, code);
    if (!found && code_tail(code))
        return Error{ErrorKind::not_found, {"dossier-code-not-whole", {{"code", code}}}};
    return found;
}

Result<StoredDossier> reach_dossier(BooksView& books, const std::string& typed) {
    constexpr std::size_t most_counted = 1'000;
    auto found = find_dossier(books, typed);
    const auto tail = found ? std::nullopt : code_tail(typed);
    if (!tail) return found;
    std::vector<StoredDossier> all = books.find_dossiers_by_tail(*tail, most_counted);
    if (all.size() == 1) return std::move(all.front());
    if (all.empty()) return found;
    const auto count = static_cast<std::int64_t>(all.size());
    if (all.size() < most_counted)
        return Error{ErrorKind::conflict,
                     {"dossier-tail-of-several", {{"code", typed}, {"count", count}}}};
    return Error{ErrorKind::conflict,
                 {"dossier-tail-of-many", {{"code", typed}, {"count", count}}}};
}

std::vector<StoredDossier>
find_dossiers(BooksView& books, std::string_view typed, std::size_t limit) {
    std::vector<StoredDossier> found;
    if (auto stored = find_whole(books, std::string(typed))) {
        found.push_back(std::move(*stored));
        return found;
    }
    if (const auto tail = code_tail(typed)) found = books.find_dossiers_by_tail(*tail, limit);
    for (const std::vector<std::string>& words : person_readings(typed)) {
        if (words.empty()) continue;
        for (StoredDossier& stored : books.search_dossiers(words, limit))
            found.push_back(std::move(stored));
    }
    std::ranges::sort(found, std::greater(), &StoredDossier::id);
    found.erase(std::unique(found.begin(), found.end(),
                            [](const auto& a, const auto& b) { return a.id == b.id; }),
                found.end());
    if (found.size() > limit) found.resize(limit);
    return found;
}

DossierHistory history_of(BooksView& books, const StoredDossier& stored) {
    DossierHistory history;
    for (std::int64_t seq = stored.last_event; seq != 0;) {
        auto event = books.event(seq);
        // Each names an earlier one: a chain that goes forward would never end.
        if (!event || event->previous_seq >= seq ||
            history.events.size() == most_acts_of_a_dossier) {
            history.whole = false;
            break;
        }
        seq = event->previous_seq;
        history.events.push_back(std::move(*event));
    }
    std::reverse(history.events.begin(), history.events.end());
    return history;
}

} // namespace core
