#pragma once

#include "scanner/live/scan_text.hpp"

namespace scanner {

// How fast keys follow one another: scanners take 1 to 8 ms, at times 16; people 50 ms and more.
inline constexpr std::chrono::milliseconds scanner_gap{30};
inline constexpr std::chrono::milliseconds tolerated_gap{50};
inline constexpr std::chrono::milliseconds wedge_silence{100};

/// Of this many gaps one may be between `scanner_gap` and `tolerated_gap`.
inline constexpr int gaps_for_a_tolerated_one = 4;

/// Fewer characters are typed by chance as fast.
inline constexpr int shortest_wedge_scan = 6;

/// Characters that reached a window, as one run.
struct WedgeRun {
    enum class Origin { scanner, person };

    Origin origin = Origin::person;
    std::string text; ///< as typed; of a scanner without its AIM identifier and terminator
};

/// Tells a scanner that types into the focused window from a person, by time alone. For windows
/// that get characters from the system; a device that is ours is read by KeyScan instead.
/// Does no I/O; one thread.
class WedgeText {
public:
    /// `character` is one character in UTF-8; Enter (CR or LF) and Tab end a run. Gives the run
    /// that this ends, the character itself aside where it begins the next one. An end without
    /// anything before it gives nothing.
    std::optional<WedgeRun> add(std::string_view character, Moment at);

    /// The run that silence has ended.
    std::optional<WedgeRun> end_if_silent(Moment now);

    /// When silence will end what has begun; none when nothing has.
    std::optional<Moment> ends_at() const;

private:
    enum class End { terminator, silence, too_slow };

    bool is_scan(End end) const;
    std::optional<WedgeRun> finish(End end);

    std::string text_; ///< never above `scan_limit_bytes`
    int characters_ = 0;
    int slow_gaps_ = 0;
    Moment last_{};
};

} // namespace scanner
