#pragma once

#include "core/domain/enum_text.hpp"

#include <string_view>

namespace core {

/// How a printer of the office is, for the people who stand before it. The kiosk and the counters
/// tell the core, and everybody's pages, by these names; `printer_health` is the vocabulary.
enum class PrinterHealth {
    ok,
    paper_low,
    paper_out,
    cover_open,
    offline,
    error,
    unknown, ///< only a person who looks can tell
    none     ///< there is no printer
};

inline constexpr auto printer_healths =
    enum_text<PrinterHealth>("printer_health",
                             {{PrinterHealth::ok, "ok"},
                              {PrinterHealth::paper_low, "paper_low"},
                              {PrinterHealth::paper_out, "paper_out"},
                              {PrinterHealth::cover_open, "cover_open"},
                              {PrinterHealth::offline, "offline"},
                              {PrinterHealth::error, "error"},
                              {PrinterHealth::unknown, "unknown"},
                              {PrinterHealth::none, "none"}});

/// `paper_out`
std::string_view to_text(PrinterHealth health);

} // namespace core
