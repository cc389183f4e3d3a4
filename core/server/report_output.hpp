#pragma once

#include "core/engine/reporting/report_forms.hpp"
#include "core/server/output_format.hpp"

#include <string>

namespace server {

/// The report's text or bytes.
std::string render(const core::Report& report, OutputFormat format);

} // namespace server
