#pragma once

#include "core/domain/printer_health.hpp"
#include "printer/print_job.hpp"
#include "printer/printer_address.hpp"
#include "printer/printer_profile.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace kiosk {

/// A paper to be printed.
struct TicketOrder {
    std::string name; ///< of the file, where it goes to a folder
    std::string data; ///< JSON of a `ticket` (printer/data/schema.json)
    bool reprint = false;
};

/// The kiosk's printer on a thread of its own: tickets one after the other, and between them the
/// printer is asked how it is, so that a new roll is seen without anybody's touch.
class TicketPrinter {
public:
    static constexpr std::chrono::milliseconds poll_when_well{30'000};
    static constexpr std::chrono::milliseconds poll_when_not{2'000};

    /// Called on the printer's thread; must not throw.
    using Changed = std::function<void(core::PrinterHealth)>;
    using Done = std::function<void(const printer::JobResult&)>;

    /// Without an address nothing is ever printed. A `file` address is a folder for pictures.
    /// Throws when the forms or fonts are not as they should be.
    TicketPrinter(std::optional<printer::PrinterAddress> address,
                  printer::PrinterProfile profile,
                  Changed changed);

    /// A job at hand is waited for, others are dropped.
    ~TicketPrinter();
    TicketPrinter(const TicketPrinter&) = delete;
    TicketPrinter& operator=(const TicketPrinter&) = delete;

    /// Sent to the printer once; whatever comes of it is told. Any thread.
    void print(TicketOrder order, Done done);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace kiosk
