#pragma once

#include "printer/print_job.hpp"
#include "printer/printer_link.hpp"

#include <chrono>
#include <functional>
#include <memory>

namespace printer {

/// Sends one job over the link and waits for its outcome, at most about as long as its limits
/// together. Blocks: call it on a thread of its own, or where nothing else waits.
JobResult run_job(PrinterLink& link, PrintJob& job);

/// How a ticket is made, marked IN LẠI or not, with the id it is confirmed by.
using MakeJob = std::function<EncodedJob(bool reprint, std::string_view job_id)>;
using OpenLink = std::function<std::unique_ptr<PrinterLink>()>;

/// How long somebody has to put things right before a ticket is given up.
struct Patience {
    int attempts = 3;
    std::chrono::milliseconds between{2'000}; ///< attempts
};

/// Prints a ticket. What surely failed is printed again, whole, marked IN LẠI once a piece of it
/// may be on paper, as often as patience allows; an unknown outcome is returned at once: a person
/// must look. `job_number` makes each attempt's id differ; `pause` waits between attempts.
JobResult print_whole(const MakeJob& make,
                      const OpenLink& open,
                      const PrinterProfile& profile,
                      const JobLimits& limits,
                      const Patience& patience,
                      bool reprint,
                      unsigned job_number,
                      const std::function<void(std::chrono::milliseconds)>& pause);

} // namespace printer
