#pragma once

#include "printer/print_job.hpp"
#include "printer/printer_status.hpp"

#include <string>

namespace counter {

/// How a printer is, for the page and the administrator.
struct PrinterState {
    std::string state = "none"; ///< ok paper_low paper_out cover_open offline error unknown none
    std::string text{};         ///< a sentence for the officer; empty when nothing is to be done

    bool operator==(const PrinterState&) const = default;
};

/// What a printer's own answer says.
PrinterState state_of(const printer::PrinterState& said);

/// What a job that has ended tells of its printer.
PrinterState state_of(const printer::JobResult& result);

} // namespace counter
