#pragma once

#include "printer/print_job.hpp"
#include "printer/printer_port.hpp"
#include "printer/printer_profile.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

enum class PrinterHealth { ok, paper_low, paper_out, cover_open, offline, error, unknown, none };

/// `paper_out`
std::string_view to_text(PrinterHealth health);

/// What is wrong and what to do; empty when nothing is.
std::string show(PrinterHealth health);

/// A paper to be printed.
struct PaperOrder {
    std::string name; ///< of the file, where it goes to a folder
    std::string data; ///< JSON of a `ticket` (printer/data/schema.json)
    bool reprint = false;
};

/// The kiosk's printer on a thread of its own: tickets one after the other, and between them the
/// printer is asked how it is, so that a new roll is seen without anybody's touch.
class TicketPrinter {
public:
    static constexpr std::chrono::milliseconds look_when_well{30'000};
    static constexpr std::chrono::milliseconds look_when_not{2'000};

    /// Called on the printer's thread; must not throw.
    using Changed = std::function<void(PrinterHealth)>;
    using Done = std::function<void(const printer::JobResult&)>;

    /// Without a port nothing is ever printed. A `file` port is a folder for pictures. Throws when
    /// the forms or fonts are not as they should be.
    TicketPrinter(std::optional<printer::PrinterPort> port,
                  printer::PrinterProfile profile,
                  Changed changed);

    /// A job at hand is waited for, others are dropped.
    ~TicketPrinter();
    TicketPrinter(const TicketPrinter&) = delete;
    TicketPrinter& operator=(const TicketPrinter&) = delete;

    /// Sent to the printer once; whatever comes of it is told. Any thread.
    void print(PaperOrder order, Done done);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace kiosk
