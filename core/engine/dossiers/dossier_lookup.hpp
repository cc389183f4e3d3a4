#pragma once

#include "core/engine/ports/store.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// The dossier of that code, in any spelling, or `not_found`.
Result<StoredDossier> find_dossier(BooksView& books, const std::string& code);

/// The dossiers that somebody means by what he typed, the latest stored first, at most `limit`: the
/// one whose code it is, in any spelling; else those whose code ends so, and those whose applicant
/// has the words and numbers (search_query.hpp). Requires valid UTF-8.
std::vector<StoredDossier>
find_dossiers(BooksView& books, std::string_view typed, std::size_t limit);

/// All that happened to a dossier.
struct DossierHistory {
    std::vector<Event> events; ///< the first one first
    bool whole = true;         ///< not: the chain breaks before its first event
};

/// Read from the dossier's last event backwards, each naming the one before it.
DossierHistory history_of(BooksView& books, const StoredDossier& stored);

} // namespace core
