#pragma once

#include "core/domain/message.hpp"
#include "core/domain/printer_health.hpp"
#include "printer/print_job.hpp"
#include "printer/printer_status.hpp"

namespace printer {

// The one table from what a device says to what people are told of it. Pure.

/// By what the printer says of itself.
core::PrinterHealth health_of(const PrinterStatus& status);

/// By how its last job ended.
core::PrinterHealth health_of(const JobResult& result);

/// What is wrong and what to do about it; without a code when nothing is wrong.
core::Message advice(core::PrinterHealth health);

} // namespace printer
