#pragma once

#include "scanner/live/device.hpp"
#include "scanner/live/source_config.hpp"

#include <filesystem>
#include <string>

namespace scanner {

/// A source that a LiveScanner opens, and opens again when it was unplugged.
struct LiveSource {
    std::string name;              ///< as configured: in results and messages
    std::filesystem::path watched; ///< a look is worth it when something appears here; may be empty
    OpenDevice open;
};

/// The source of this configuration. `worker_program` decodes a camera's frames: a program that
/// calls run_decode_worker() (decode_worker.hpp).
LiveSource live_source(const SourceConfig& config,
                       const std::filesystem::path& worker_program = "/proc/self/exe");

} // namespace scanner
