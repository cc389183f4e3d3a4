#pragma once

#include "core/engine/ports/store.hpp"

#include <string>
#include <vector>

namespace core {

/// The dossier of that code, or `not_found`.
Result<StoredDossier> find_dossier(BooksView& books, const std::string& code);

/// All that happened to a dossier.
struct DossierHistory {
    std::vector<Event> events; ///< the first one first
    bool whole = true;         ///< not: the chain breaks before its first event
};

/// Read from the dossier's last event backwards, each naming the one before it.
DossierHistory history_of(BooksView& books, const StoredDossier& stored);

} // namespace core
