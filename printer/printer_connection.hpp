#pragma once

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace printer {

/// The connection is gone, or could not be made. `what()` says why, without what was printed.
struct ConnectionLost : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Bytes to and from one receipt printer. One owner, one thread. Closed at the end of its scope.
class PrinterConnection {
public:
    PrinterConnection() = default;
    virtual ~PrinterConnection() = default;
    PrinterConnection(const PrinterConnection&) = delete;
    PrinterConnection& operator=(const PrinterConnection&) = delete;

    /// How many of the bytes the connection has taken within the limit; 0 when none.
    /// Throws ConnectionLost.
    virtual std::size_t send(std::string_view bytes, std::chrono::milliseconds limit) = 0;

    /// What came within the limit; empty when nothing did. Throws ConnectionLost.
    virtual std::string receive(std::chrono::milliseconds limit) = 0;

    /// At the end of its scope, what has been taken but not yet delivered is thrown away: the
    /// rest of a failed ticket must not come out an hour later.
    virtual void abandon() = 0;
};

/// Connects to a network printer, port 9100 as a rule. Throws ConnectionLost.
std::unique_ptr<PrinterConnection>
open_network_connection(const std::string& host, int port, std::chrono::milliseconds limit);

/// Opens a printer's device file such as /dev/usb/lp0, or a serial line, which is set to
/// `baud` 8N1 (0 leaves it alone). Throws ConnectionLost.
std::unique_ptr<PrinterConnection> open_device_connection(const std::string& file, int baud);

} // namespace printer
