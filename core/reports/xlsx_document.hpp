#pragma once

#include "core/reports/report_document.hpp"

#include <string>

namespace reports {

/// The document as a workbook, a sheet a table: numbers are numbers, a share has its part, its
/// percentage and, in the same row, its base. Throws std::runtime_error when it can't be made.
std::string write_xlsx(const ReportDocument& document);

} // namespace reports
