#pragma once

#include "core/domain/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace printer {

/// How a printer says that a ticket is printed (data/profiles.toml).
enum class Confirmation { none, status, in_order, process_id };

/// What one model of receipt printer can do.
struct PrinterProfile {
    std::string name;
    std::string about;
    int width_dots = 0;
    double dots_per_mm = 0;
    int stripe_rows = 0; ///< of one raster command
    std::string cut;     ///< the command's bytes; empty: no knife
    int feed_before_cut_dots = 0;
    bool real_time_status = false; ///< answers DLE EOT
    Confirmation confirm = Confirmation::none;
    bool checkpoint = false; ///< answers GS r 1 in the middle of a ticket
    std::string clear;       ///< the command's bytes; empty: cannot
    double slowest_mm_per_s = 0;
};

/// The profiles of a file. Throws std::runtime_error with place and reason when it is not as it
/// should be.
std::vector<PrinterProfile> read_profiles(std::string_view toml);

/// Refuses a name that no profile has; the sentence lists those there are.
core::Result<PrinterProfile> find_profile(const std::vector<PrinterProfile>& profiles,
                                          std::string_view name);

} // namespace printer
