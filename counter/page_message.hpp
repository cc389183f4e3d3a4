#pragma once

#include "counter/machine_state.hpp"
#include "counter/scan_file.hpp"
#include "scanner/live/live_scanner.hpp"

#include <boost/json/fwd.hpp>

#include <string>
#include <string_view>

namespace counter {

// The messages of WS /local/events: `{"type":…,"data":…}`.

std::string state_message(const MachineState& state);

/// A card, a dossier, a ticket, or another text as it stands.
std::string scan_message(const scanner::LiveScan& scan);

/// A scan that was no text; `sentence` says what to do.
std::string refused_scan_message(std::string_view source, std::string_view sentence);

std::string file_message(const ScanFile& file);
std::string file_gone_message(std::string_view id);

boost::json::object file_json(const ScanFile& file);

} // namespace counter
