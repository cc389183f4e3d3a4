#include "core/domain/feedback.hpp"

#include <catch2/catch.hpp>

using core::FeedbackKind;

TEST_CASE("a rating says enough by itself; without one there must be a kind and words",
          "[domain][feedback]") {
    CHECK_FALSE(core::feedback_needs(true).kind);
    CHECK_FALSE(core::feedback_needs(true).text);
    CHECK(core::feedback_needs(false).kind);
    CHECK(core::feedback_needs(false).text);
    CHECK(core::unnamed_feedback == FeedbackKind::rating);
}

TEST_CASE("what is called a rating has a number", "[domain][feedback]") {
    CHECK(core::lacks_rating(FeedbackKind::rating, false));
    CHECK_FALSE(core::lacks_rating(FeedbackKind::rating, true));
    CHECK_FALSE(core::lacks_rating(FeedbackKind::complaint, false));
    CHECK_FALSE(core::lacks_rating(FeedbackKind::suggestion, true));
}

TEST_CASE("the kinds of feedback keep the names that are stored and sent", "[domain][feedback]") {
    for (const char* name : {"complaint", "suggestion", "rating"}) {
        const auto kind = core::parse_feedback_kind(name);
        REQUIRE(kind);
        CHECK(to_text(*kind) == name);
    }
    CHECK_FALSE(core::parse_feedback_kind("praise"));
}
