#pragma once

#include "core/domain/procedure.hpp"
#include "core/engine/ports/store.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// What is asked of a list of procedures.
struct ProcedureQuery {
    std::optional<std::string> words; ///< of code or name, each from its beginning; none: all
    std::optional<std::string> field;
    std::optional<OnlineLevel> level;
    std::size_t limit = 0;
    std::size_t skip = 0;
};

/// One page of a list.
struct ProcedurePage {
    std::size_t total = 0; ///< of the whole list
    std::vector<ProcedureVersion> versions;
};

/// Of a search so many versions are looked at.
inline constexpr std::size_t most_versions_found = 2'000;

/// The versions that somebody means by what he typed, at most `limit`: those whose code or name has
/// the words, each from its beginning; without one those of the code, in any spelling. Requires
/// valid UTF-8.
std::vector<ProcedureVersion> find_procedures(BooksView& books,
                                              const Catalogue& catalogue,
                                              std::string_view typed,
                                              std::size_t limit);

/// The posting board (niêm yết): of each procedure the version in force that day.
ProcedurePage
posting_board(BooksView& books, const Catalogue& catalogue, const ProcedureQuery& query, Day today);

/// Every version there ever was, by code and first date; field and level do not matter.
ProcedurePage
all_versions(BooksView& books, const Catalogue& catalogue, const ProcedureQuery& query);

/// Whether it is the version that counts on that day: a later one may have taken its place.
bool is_in_force(const Catalogue& catalogue, const ProcedureVersion& version, Day today);

/// The version that people are shown of a procedure, the one in force or else the last; with all
/// versions of it, by their first date.
struct ProcedureHistory {
    ProcedureVersion shown;
    bool in_force = false;
    std::vector<ProcedureVersion> versions;
};

/// `not_found` for a procedure that was never in the catalogue.
Result<ProcedureHistory>
procedure_history(const Catalogue& catalogue, const std::string& code, Day today);

/// Whether an import closes the version: it ends earlier than before, or at all.
bool is_closed(const ProcedureVersion& before, const ProcedureVersion& after);

} // namespace core
