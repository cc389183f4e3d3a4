#pragma once

#include "core/domain/result.hpp"

#include <string>
#include <string_view>

namespace printer {

enum class AddressKind { network, device, cups, file };

/// Where print jobs go: `tcp:HOST[:9100]`, `device:/dev/usb/lp0`, `device:/dev/ttyS0@115200`,
/// `cups:QUEUE`, `file:PATH`.
struct PrinterAddress {
    AddressKind kind = AddressKind::file;
    std::string name; ///< host, file or queue
    int number = 0;   ///< TCP port, or baud; 0: leave the line alone
};

core::Result<PrinterAddress> parse_printer_address(std::string_view text);

} // namespace printer
