#pragma once

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace printer {

/// The connection is gone, or could not be made. `what()` says why, without what was printed.
struct LinkLost : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Bytes to and from one receipt printer. One owner, one thread. Closed at the end of its scope.
class PrinterLink {
public:
    PrinterLink() = default;
    virtual ~PrinterLink() = default;
    PrinterLink(const PrinterLink&) = delete;
    PrinterLink& operator=(const PrinterLink&) = delete;

    /// How many of the bytes the link has taken within the limit; 0 when none.
    /// Throws LinkLost.
    virtual std::size_t send(std::string_view bytes, std::chrono::milliseconds limit) = 0;

    /// What came within the limit; empty when nothing did. Throws LinkLost.
    virtual std::string receive(std::chrono::milliseconds limit) = 0;

    /// At the end of its scope, what has been taken but not yet delivered is thrown away: the
    /// rest of a failed ticket must not come out an hour later.
    virtual void abandon() = 0;
};

/// Connects to a network printer, port 9100 as a rule. Throws LinkLost.
std::unique_ptr<PrinterLink>
open_network_link(const std::string& host, int port, std::chrono::milliseconds limit);

/// Opens a printer's device file such as /dev/usb/lp0, or a serial line, which is set to
/// `baud` 8N1 (0 leaves it alone). Throws LinkLost.
std::unique_ptr<PrinterLink> open_device_link(const std::string& file, int baud);

} // namespace printer
