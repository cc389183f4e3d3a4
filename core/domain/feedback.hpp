#pragma once

#include "core/domain/enum_text.hpp"

#include <optional>
#include <string_view>

namespace core {

/// What somebody gives: phản ánh, kiến nghị, or what they thought of a visit.
enum class FeedbackKind { complaint, suggestion, rating };

inline constexpr auto feedback_kinds =
    enum_text<FeedbackKind>("feedback_kind",
                            {{FeedbackKind::complaint, "complaint"},
                             {FeedbackKind::suggestion, "suggestion"},
                             {FeedbackKind::rating, "rating"}});

/// As stored and sent.
constexpr std::string_view to_text(FeedbackKind kind) { return feedback_kinds.text(kind); }

constexpr std::optional<FeedbackKind> parse_feedback_kind(std::string_view text) {
    return feedback_kinds.parse(text);
}

// Ratings go from the one to the other.
inline constexpr int worst_rating = 1;
inline constexpr int best_rating = 5;

/// Which of its members a feedback cannot do without.
struct FeedbackNeeds {
    bool kind = false;
    bool text = false;
};

/// A rating says enough by itself; without one somebody must say what it is, in words.
constexpr FeedbackNeeds feedback_needs(bool has_rating) { return {!has_rating, !has_rating}; }

/// What a feedback is that names no kind.
inline constexpr FeedbackKind unnamed_feedback = FeedbackKind::rating;

/// Whether it is called a rating and has none.
constexpr bool lacks_rating(FeedbackKind kind, bool has_rating) {
    return kind == FeedbackKind::rating && !has_rating;
}

} // namespace core
