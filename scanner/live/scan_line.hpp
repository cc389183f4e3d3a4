#pragma once

#include "scanner/live/scan_text.hpp"

#include <vector>

namespace scanner {

/// A serial scanner that sends no end of line is done when nothing comes for so long.
inline constexpr std::chrono::milliseconds line_silence{50};

/// Cuts the bytes of a serial scanner into scans: at CR and LF, or at silence. Characters may
/// arrive in pieces. Does no I/O; one thread.
class ScanLine {
public:
    explicit ScanLine(std::chrono::milliseconds silence = line_silence) : silence_(silence) {}

    /// The scans that these bytes end, and refusals of what is none. A gap before them does not
    /// end a scan: they may have waited for a busy reader. Silence is what end_if_silent() is told.
    std::vector<Scan> add(std::string_view bytes, Moment at);

    /// To be called when nothing has come until `now`. Gives the scan that silence has ended.
    std::optional<Scan> end_if_silent(Moment now);

    /// When silence will end what has begun; none when nothing has.
    std::optional<Moment> ends_at() const;

private:
    std::optional<Scan> end();

    std::chrono::milliseconds silence_;
    std::string pending_; ///< never above `scan_limit_bytes`
    bool is_too_long_ = false;
    Moment last_{};
};

} // namespace scanner
