#include "printer/printer_health.hpp"

namespace printer {

using core::PrinterHealth;

namespace {

/// Of a job that did not end with a whole ticket on paper.
PrinterHealth health_of(Cause cause, JobOutcome outcome) {
    switch (cause) {
    case Cause::paper_out:
        return PrinterHealth::paper_out;
    case Cause::cover_open:
        return PrinterHealth::cover_open;
    case Cause::no_connection:
    case Cause::offline:
    case Cause::connection_lost:
        return PrinterHealth::offline;
    case Cause::no_answer:
        // One that never confirms is well for all that anybody knows; it is the job that is not.
        return outcome == JobOutcome::unknown ? PrinterHealth::unknown : PrinterHealth::offline;
    case Cause::printer_error:
    case Cause::stalled:
    case Cause::contradiction:
        return PrinterHealth::error;
    case Cause::none:
        break;
    }
    return PrinterHealth::unknown;
}

} // namespace

PrinterHealth health_of(const PrinterStatus& status) {
    const Cause cause = cause_of(status);
    if (cause != Cause::none) return health_of(cause, JobOutcome::failed);
    return status.paper_near_end ? PrinterHealth::paper_low : PrinterHealth::ok;
}

PrinterHealth health_of(const JobResult& result) {
    if (result.outcome != JobOutcome::printed) return health_of(result.cause, result.outcome);
    return result.paper_near_end ? PrinterHealth::paper_low : PrinterHealth::ok;
}

core::Message advice(PrinterHealth health) {
    switch (health) {
    case PrinterHealth::ok:
        return {};
    case PrinterHealth::paper_low:
        return "printer-paper-low";
    case PrinterHealth::paper_out:
        return "printer-paper-out";
    case PrinterHealth::cover_open:
        return "printer-cover-open";
    case PrinterHealth::offline:
        return "printer-offline";
    case PrinterHealth::error:
        return "printer-error";
    case PrinterHealth::unknown:
        return "printer-unknown";
    case PrinterHealth::none:
        return "printer-none";
    }
    return {};
}

} // namespace printer
