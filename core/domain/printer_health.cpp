#include "core/domain/printer_health.hpp"

namespace core {

std::string_view to_text(PrinterHealth health) { return printer_healths.text(health); }

} // namespace core
