#pragma once

#include "core/domain/message.hpp"
#include "core/domain/printer_health.hpp"
#include "printer/printer_health.hpp"

namespace counter {

/// How one of this machine's printers is, for the page and the administrator.
struct PrinterCondition {
    core::PrinterHealth health = core::PrinterHealth::none;
    core::Message advice{}; ///< what to do; without a code when there is nothing to do

    bool operator==(const PrinterCondition&) const = default;
};

inline PrinterCondition condition_of(core::PrinterHealth health) {
    return {health, printer::advice(health)};
}

} // namespace counter
