#pragma once

#include "scanner/live/live_scanner.hpp"

#include <string>

namespace scanner {

/// A scan as `motcua-scan --live` prints it: one line without its end (scanner/live/README.md has
/// the members). `since_start` is the time from the start of the program.
std::string live_line(const LiveScan& scan, std::chrono::milliseconds since_start);

} // namespace scanner
