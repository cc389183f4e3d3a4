#pragma once

#include "scanner/decoders.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace scanner {

/// What a search has read so far: decides what is a symbol, and which readings are of the same one.
class Findings {
public:
    using Clock = std::chrono::steady_clock;

    explicit Findings(Clock::time_point begun) : begun_(begun) {}

    /// `method` names how it was read: two readings confirm one another when theirs differ.
    /// Corners are of the picture.
    void add(Reading reading, std::string_view stage, const std::string& method);

    /// Those taken, in the order found.
    std::vector<Symbol> symbols() const;

    /// Whether a code of ours or a citizen's card is among them.
    bool has_ours() const;

    /// Whether a symbol was taken that lies around this point.
    bool explain(const Point& point) const;

private:
    /// One place on the picture, and all that was read there.
    struct Place {
        Symbol symbol;
        std::vector<std::string> methods;
        bool is_ours = false;
        bool is_contradicted = false; ///< another text was read in the same place

        bool is_taken() const;
    };

    Clock::time_point begun_;
    std::vector<Place> places_;
};

} // namespace scanner
