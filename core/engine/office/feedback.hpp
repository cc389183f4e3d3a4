#pragma once

#include "core/engine/journal/bookkeeping.hpp"
#include "core/engine/ports/store.hpp"

#include <cstdint>

namespace core {

/// Keeps what somebody said and journals that it was said; returns its id. What was written may be
/// personal: the journal holds its digest.
std::int64_t give_feedback(Books& books, const Feedback& feedback, const ActContext& by);

} // namespace core
