#include "core/domain/printer_health.hpp"

#include "core/domain/enum_text.hpp"

namespace core {

namespace {

constexpr auto printer_healths =
    enum_text<PrinterHealth>({{PrinterHealth::ok, "ok"},
                              {PrinterHealth::paper_low, "paper_low"},
                              {PrinterHealth::paper_out, "paper_out"},
                              {PrinterHealth::cover_open, "cover_open"},
                              {PrinterHealth::offline, "offline"},
                              {PrinterHealth::error, "error"},
                              {PrinterHealth::unknown, "unknown"},
                              {PrinterHealth::none, "none"}});

} // namespace

std::string_view to_text(PrinterHealth health) { return printer_healths.text(health); }

} // namespace core
