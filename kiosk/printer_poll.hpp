#pragma once

#include "core/domain/printer_health.hpp"
#include "printer/printer_address.hpp"
#include "printer/printer_connection.hpp"
#include "printer/printer_profile.hpp"

#include <memory>
#include <optional>

namespace kiosk {

/// Connects to a network or device address. Throws printer::ConnectionLost.
std::unique_ptr<printer::PrinterConnection> open_printer(const printer::PrinterAddress& address);

/// How the printer says it is, without printing; none for one that never says. Blocks.
std::optional<core::PrinterHealth> poll_printer(const printer::PrinterAddress& address,
                                                const printer::PrinterProfile& profile);

} // namespace kiosk
