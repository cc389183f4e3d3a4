#pragma once

#include "counter/machine_state.hpp"
#include "counter/scan_file.hpp"
#include "scanner/live/live_scanner.hpp"

#include <boost/json/fwd.hpp>

#include <string>
#include <string_view>

namespace counter {

// The messages of WS /local/events: `{"type": …, "data": …}`.

std::string state_message(const MachineState& state, words::Language language);

/// A card, a dossier, a ticket, or another text as it stands.
std::string scan_message(const scanner::LiveScan& scan, words::Language language);

/// A scan that was no text; `problem` says what to do.
std::string refused_scan_message(std::string_view source,
                                 const core::Message& problem,
                                 words::Language language);

std::string file_message(const ScanFile& file, words::Language language);
std::string file_gone_message(std::string_view id);

boost::json::object file_json(const ScanFile& file, words::Language language);

} // namespace counter
