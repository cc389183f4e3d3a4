#pragma once

#include "printer/print_job.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace printer {

/// The programs of CUPS that a queue is used through; a test gives its own.
struct CupsPrograms {
    std::string lp = "lp";
    std::string lpstat = "lpstat";
    std::string cancel = "cancel";
};

/// How long a queue may take.
struct CupsLimits {
    std::chrono::milliseconds command{10'000}; ///< one of the programs
    std::chrono::milliseconds done{60'000};    ///< until the job has left the queue
    std::chrono::milliseconds poll{500};
};

/// Prints a PDF through a queue of CUPS. Printed: the job has left the queue. Failed: the queue
/// did not take it, or it was taken out again in time. What is still there after the time limit
/// is taken out and its outcome unknown. Throws std::runtime_error when no program can be started.
JobResult print_on_queue(const std::string& queue,
                         std::string_view pdf,
                         int copies,
                         const CupsPrograms& programs = {},
                         const CupsLimits& limits = {});

} // namespace printer
