// Only who was changed since the walk began can have moved, so only of him it matters whether a
// page showed him; his last event tells.

#include "core/engine/dossiers/walked_pages.hpp"

#include "core/engine/journal/replay.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace core {

std::size_t WalkedPages::size() const {
    std::size_t number = 0;
    for (const auto& page : pages_) number += page->size();
    return number;
}

void WalkedPages::add(std::span<const StoredDossier> page) {
    Ids ids;
    ids.reserve(page.size());
    for (const StoredDossier& each : page) ids.push_back(each.id);
    std::ranges::sort(ids);
    pages_.push_back(std::make_shared<const Ids>(std::move(ids)));
}

WalkedPages WalkedPages::first(std::size_t count) const {
    WalkedPages part(began_at_);
    part.pages_.assign(pages_.begin(), pages_.begin() + static_cast<std::ptrdiff_t>(count));
    return part;
}

bool WalkedPages::have_shown(const StoredDossier& stored) const {
    if (stored.last_event <= began_at_) return false; // stands where it stood: behind the last page
    return std::ranges::any_of(
        pages_, [&](const auto& page) { return std::ranges::binary_search(*page, stored.id); });
}

bool WalkedPages::may_have_missed(const StoredDossier& stored) const {
    return is_under_way() && stored.first_event <= began_at_ && stored.last_event > began_at_ &&
           !have_shown(stored);
}

bool is_outdated(BooksView& books, const WalkedPages& walked) {
    return walked.is_under_way() &&
           books.journal_head().seq - walked.began_at() > most_events_of_a_walk;
}

std::vector<StoredDossier> perhaps_missed(BooksView& books, const WalkedPages& walked) {
    if (!walked.is_under_way()) return {};
    std::set<std::string> changed;
    books.each_event(walked.began_at() + 1, [&](const Event& event) {
        if (is_dossier_event(event) && !begins_dossier(event)) changed.insert(event.subject);
        return true;
    });
    std::vector<StoredDossier> missed;
    for (const std::string& code : changed) {
        auto stored = books.find_dossier(code);
        if (stored && walked.may_have_missed(*stored)) missed.push_back(std::move(*stored));
    }
    return missed;
}

} // namespace core
