#include "core/engine/dossiers/dossier_lookup.hpp"

#include "core/engine/journal/journal.hpp"

#include <algorithm>
#include <utility>

namespace core {

Result<StoredDossier> find_dossier(BooksView& books, const std::string& code) {
    auto stored = books.find_dossier(code);
    if (stored) return std::move(*stored);
    return Error{ErrorKind::not_found, {"dossier-unknown", {{"code", code}}}};
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
