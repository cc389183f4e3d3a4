#pragma once

#include "core/domain/civil_time.hpp"
#include "core/domain/device_part.hpp"
#include "core/words/words.hpp"
#include "counter/printer_condition.hpp"
#include "counter/scan_folder.hpp"

#include <boost/json/fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace counter {

struct NamedPrinter {
    std::string name; ///< as configured; empty: there is none
    PrinterCondition now{};
};

struct NamedScanner {
    std::string name;
    core::Presence state = core::Presence::missing;
    core::Message advice{}; ///< what to do; without a code when there is nothing to do
};

/// How this machine is: what the page shows, and what the administrator is told.
struct MachineState {
    std::string device; ///< of the core; empty: not enrolled
    std::optional<int> counter;
    bool core_online = false;
    std::optional<core::Instant> core_lost_since;
    NamedPrinter sheet;
    NamedPrinter receipt;
    std::vector<NamedScanner> scanners;
    std::string folder; ///< its path; empty: there is none
    FolderState folder_state;
};

/// `GET /local/state`: sentences in `language`, and the code of each beside it.
boost::json::object state_json(const MachineState& state, words::Language language);

/// The body of `PUT /api/v1/devices/me/state`, names and sentences as short as the core wants them.
/// Vietnamese: the core keeps one text.
boost::json::object report_json(const MachineState& state, std::string_view version);

} // namespace counter
