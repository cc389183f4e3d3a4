#pragma once

#include "printer/print_job.hpp"
#include "printer/printer_connection.hpp"

#include <chrono>
#include <functional>
#include <memory>

namespace printer {

/// Sends one job over the connection and waits for its outcome, at most about as long as its limits
/// together. Blocks: call it on a thread of its own, or where nothing else waits.
JobResult run_job(PrinterConnection& connection, PrintJob& job);

/// How a paper is made, marked IN LẠI or not, with the id it is confirmed by.
using MakeJob = std::function<EncodedJob(bool reprint, std::string_view job_id)>;
using OpenConnection = std::function<std::unique_ptr<PrinterConnection>()>;

/// How long somebody has to put things right before a paper is given up.
struct Patience {
    int attempts = 3;
    std::chrono::milliseconds between{2'000}; ///< attempts
};

/// All that printing one paper on a roll needs: a ticket, a receipt.
struct RollPrint {
    MakeJob make;
    OpenConnection open;
    PrinterProfile profile;
    JobLimits limits{};
    Patience patience{};
    bool reprint = false;    ///< already the first attempt is one
    unsigned job_number = 0; ///< of the first attempt: makes each one's id differ
    std::function<void(std::chrono::milliseconds)> pause; ///< waits between attempts
};

/// Prints the paper. What surely failed is printed again, whole, marked IN LẠI once a piece of it
/// may be on paper, as often as patience allows; an unknown outcome is returned at once: a person
/// must look.
JobResult print_whole(const RollPrint& print);

} // namespace printer
