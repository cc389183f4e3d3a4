#pragma once

#include "core/engine/ports/store.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// The dossier of that code, in any spelling, or `not_found`.
Result<StoredDossier> find_dossier(BooksView& books, const std::string& code);

/// The same for an act, which a code typed short must not do to the wrong one: says that the whole
/// code is needed.
Result<StoredDossier> find_dossier_to_change(BooksView& books, const std::string& code);

/// The same for those who may read any dossier: by the end of its code too (`0081`, `261129-0081`),
/// where one ends so only; else `conflict`, with how many there are.
Result<StoredDossier> reach_dossier(BooksView& books, const std::string& typed);

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
