#pragma once

#include "printer/printer_profile.hpp"
#include "printer/raster.hpp"

#include <string>
#include <string_view>

namespace printer {

/// One ticket as a printer's bytes, in the order they are sent. Without `tail` no whole ticket
/// can come out: it holds the last rows and the cut.
struct EncodedJob {
    std::string recovery; ///< drowns what an interrupted job left half-sent, and resets
    std::string body;
    std::string tail;
    std::string confirm; ///< asks for the end of the job to be reported; may be empty
    int rows = 0;        ///< dots of paper it takes

    std::string bytes() const { return recovery + body + tail + confirm; }
};

/// The asking of real-time status: all four kinds, each answered by one byte.
inline constexpr std::string_view status_request =
    "\x10\x04\x01\x10\x04\x02\x10\x04\x03\x10\x04\x04";
inline constexpr int status_answers = 4;

/// Answered when everything before it has been processed (GS r 1).
inline constexpr std::string_view checkpoint_request = "\x1D\x72\x01";

/// The picture as stripes (GS v 0), blank rows as feed (ESC J), one cut at the end. The recovery
/// is as many zeros as the longest stripe has bytes, and ESC @.
/// Requires a raster no wider than the profile and a `job_id` of four printable ASCII characters,
/// which comes back in the confirmation of printers that have one.
EncodedJob encode_job(const Raster& raster, const PrinterProfile& profile, std::string_view job_id);

} // namespace printer
