#pragma once

#include "core/engine/ports/feedback_table.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace core {

/// What some of the feedback says together.
struct FeedbackFigures {
    std::int64_t complaints = 0;
    std::int64_t suggestions = 0;
    std::int64_t ratings = 0;                      ///< with a rating, of whichever kind
    std::optional<double> mean_rating;             ///< to two decimals; none without a rating
    std::array<std::int64_t, best_rating> given{}; ///< how many gave 1, 2, …
};

FeedbackFigures feedback_figures(std::span<const Feedback> feedback);

} // namespace core
