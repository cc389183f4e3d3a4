#include "core/engine/office/feedback_figures.hpp"

#include <cmath>
#include <cstddef>

namespace core {

namespace {

double to_two_decimals(double value) { return std::round(value * 100) / 100; }

} // namespace

FeedbackFigures feedback_figures(std::span<const Feedback> feedback) {
    FeedbackFigures figures;
    std::int64_t sum = 0;
    for (const Feedback& each : feedback) {
        if (each.kind == FeedbackKind::complaint) ++figures.complaints;
        if (each.kind == FeedbackKind::suggestion) ++figures.suggestions;
        if (each.rating < worst_rating || each.rating > best_rating) continue; // 0: none was given
        ++figures.ratings;
        ++figures.given.at(static_cast<std::size_t>(each.rating) - 1);
        sum += each.rating;
    }
    if (figures.ratings > 0) {
        figures.mean_rating =
            to_two_decimals(static_cast<double>(sum) / static_cast<double>(figures.ratings));
    }
    return figures;
}

} // namespace core
