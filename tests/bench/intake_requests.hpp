#pragma once

#include "tests/bench/load.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace bench {

/// Numbers written over digits of a text that is otherwise always the same: what differs between
/// requests costs the load generator nothing else.
class NumberedText {
public:
    /// Each run of `#` in the text is a place for a number.
    explicit NumberedText(std::string text);

    /// The text with the number in all its places, with leading zeros, its last digits only where
    /// a place is narrow.
    const std::string& with(std::uint64_t number);

private:
    struct Place {
        std::size_t at;
        std::size_t width;
    };

    std::string text_;
    std::vector<Place> places_;
};

/// Whether each request has an Idempotency-Key of its own.
enum class Keys { none, each };

/// The intake of a paper by an officer, each for another applicant, in a few procedures.
/// `series` keeps the keys of one source apart from those of another.
std::vector<NumberedText>
intake_texts(const std::string& token, Keys keys, const std::string& series);

/// Intake without end.
class IntakeRequests final : public RequestSource {
public:
    IntakeRequests(const std::string& token, Keys keys, const std::string& series)
        : texts_(intake_texts(token, keys, series)) {}

    std::string_view next(int connection) override;

private:
    std::vector<NumberedText> texts_;
    std::uint64_t number_ = 0;
};

} // namespace bench
