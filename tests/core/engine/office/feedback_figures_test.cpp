#include "core/engine/office/feedback_figures.hpp"

#include <catch2/catch.hpp>

#include <vector>

using core::FeedbackKind;

namespace {

core::Feedback said(FeedbackKind kind, int rating) {
    core::Feedback feedback;
    feedback.kind = kind;
    feedback.rating = rating;
    return feedback;
}

} // namespace

TEST_CASE("feedback is counted by kind, and its ratings by what was given", "[engine][feedback]") {
    const std::vector<core::Feedback> feedback = {
        said(FeedbackKind::rating, 5), said(FeedbackKind::complaint, 1),
        said(FeedbackKind::rating, 4), said(FeedbackKind::complaint, 0),
        said(FeedbackKind::suggestion, 0)};
    const auto figures = core::feedback_figures(feedback);
    CHECK(figures.complaints == 2);
    CHECK(figures.suggestions == 1);
    CHECK(figures.ratings == 3);
    CHECK(figures.mean_rating == Approx(3.33));
    CHECK(figures.given == std::array<std::int64_t, 5>{1, 0, 0, 1, 1});
}

TEST_CASE("the mean of no rating is not known, never 0", "[engine][feedback]") {
    const std::vector<core::Feedback> feedback = {said(FeedbackKind::complaint, 0)};
    CHECK_FALSE(core::feedback_figures(feedback).mean_rating);
    CHECK_FALSE(core::feedback_figures({}).mean_rating);
}
