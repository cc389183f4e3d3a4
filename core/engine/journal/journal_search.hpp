#pragma once

#include "core/engine/ports/store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core {

/// Which rows of the journal are wanted; an empty text asks for any.
struct JournalQuery {
    std::string who;
    std::string act;
    std::int64_t since = 0;             ///< rows after it
    std::optional<std::int64_t> before; ///< rows before it; none: up to the newest
    std::optional<std::int64_t> after;  ///< where a search went on from, in its direction
    bool eldest_first = false;
    std::size_t limit = 50;
};

/// One page of the journal.
struct JournalPage {
    std::int64_t seq = 0;             ///< of the journal's newest row
    std::vector<Event> events;        ///< the latest first, or the eldest
    std::optional<std::int64_t> next; ///< where the search goes on; none: it is complete
    /// Rows between `since` and `before`; none where only some of them are asked for, which nobody
    /// counts without reading all.
    std::optional<std::int64_t> count;
};

/// Searches backwards, or forwards. Looks at no more than 50,000 rows, so that rare acts are
/// searched for in several pages.
JournalPage search_journal(BooksView& books, const JournalQuery& query);

} // namespace core
