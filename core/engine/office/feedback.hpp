#pragma once

#include "core/engine/journal/bookkeeping.hpp"
#include "core/engine/ports/store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace core {

/// Keeps what somebody said and journals that it was said; returns its id. What was written may be
/// personal: the journal holds its digest.
std::int64_t give_feedback(Books& books, const Feedback& feedback, const ActContext& by);

struct FeedbackPage {
    std::vector<Feedback> feedback;   ///< the latest first
    std::optional<std::int64_t> next; ///< the last one's id, where others are behind it
    std::int64_t count = 0;           ///< of all that was ever said
};

/// At most `limit`, said before the one with the id `before`, where it is given.
FeedbackPage feedback_page(BooksView& books, std::size_t limit, std::optional<std::int64_t> before);

} // namespace core
