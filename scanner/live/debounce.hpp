#pragma once

#include "scanner/live/scan_text.hpp"

#include <deque>

namespace scanner {

/// The same code within so long is one scan: a scanner that fires twice, a paper that lies before
/// the camera.
inline constexpr std::chrono::milliseconds debounce_interval{1500};

/// Codes that are remembered. More do not fit before a camera within the interval.
inline constexpr std::size_t debounce_limit = 32;

/// Lets each code through once, until it has not been seen for the interval. What it remembers
/// it forgets after that: the texts may be a citizen's. Does no I/O; one thread.
class Debounce {
public:
    explicit Debounce(std::chrono::milliseconds interval = debounce_interval)
        : interval_(interval) {}

    /// Whether this sighting is a scan of its own. Moments must not go back.
    bool is_new(std::string_view code, Moment at);

    std::size_t remembered() const { return seen_.size(); }

private:
    struct Seen {
        std::string code;
        Moment last;
    };

    std::chrono::milliseconds interval_;
    std::deque<Seen> seen_; ///< the one seen longest ago first
};

} // namespace scanner
