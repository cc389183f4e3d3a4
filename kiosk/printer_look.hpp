#pragma once

#include "kiosk/ticket_printer.hpp"
#include "printer/printer_link.hpp"

#include <memory>
#include <optional>

namespace kiosk {

/// Connects to a network or device port. Throws printer::LinkLost.
std::unique_ptr<printer::PrinterLink> open_printer(const printer::PrinterPort& port);

/// How the printer says it is, without printing; none for one that never says. Blocks.
std::optional<PrinterHealth> look_at_printer(const printer::PrinterPort& port,
                                             const printer::PrinterProfile& profile);

} // namespace kiosk
