#pragma once

#include "core/reports/report_document.hpp"

#include <string>

namespace reports {

/// The document on A4 pages, to be printed and signed. Throws std::runtime_error when it can't be
/// made.
std::string write_pdf(const ReportDocument& document);

} // namespace reports
