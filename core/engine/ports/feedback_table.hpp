#pragma once

#include "core/domain/feedback.hpp"
#include "core/domain/instant.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core {

/// Phản ánh, kiến nghị, and what somebody thought of a visit.
struct Feedback {
    std::int64_t id = 0; // given by the store
    Instant at;
    FeedbackKind kind{};
    int rating = 0; // worst_rating to best_rating; 0 for none
    std::string ticket;
    std::string dossier;
    std::string text;
    std::string contact;
    std::optional<Instant> answered_at;
};

/// What people said, until somebody answers it and after.
class FeedbackTable {
public:
    virtual ~FeedbackTable() = default;

    /// The latest first; those said before the one with the id `before`, where it is given.
    virtual std::vector<Feedback> latest(std::size_t most,
                                         std::optional<std::int64_t> before = {}) const = 0;

    virtual std::int64_t count() const = 0;
    virtual std::int64_t add(const Feedback& feedback) = 0;
};

} // namespace core
