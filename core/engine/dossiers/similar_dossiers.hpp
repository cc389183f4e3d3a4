#pragma once

#include "core/domain/same_fact.hpp"
#include "core/engine/ports/store.hpp"

#include <chrono>
#include <cstddef>
#include <string_view>
#include <vector>

namespace core {

/// Received longer ago and closed, a dossier is no reason to ask.
inline constexpr std::chrono::days similar_for{30};

/// At most so many are told of.
inline constexpr std::size_t most_similar = 20;

/// A dossier that may be the one that is about to be received once more.
struct SimilarDossier {
    StoredDossier stored;
    std::vector<SameFact> same; ///< never empty
};

/// Open or recent dossiers of the same person, those of the procedure first, then the latest
/// first: asked before a dossier is received twice. Numbers are compared by their keys and names
/// without marks and case. `applicant` may have any of name, ID number and phone; the rest does
/// not matter.
std::vector<SimilarDossier> similar_dossiers(BooksView& books,
                                             const Applicant& applicant,
                                             std::string_view procedure_code,
                                             Instant now);

} // namespace core
