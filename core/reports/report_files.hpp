#pragma once

#include "core/domain/form_06a.hpp"
#include "core/domain/form_cchc.hpp"
#include "core/domain/period_figures.hpp"

#include <string>

/// Reports as files to sign and to work on: the bytes of a workbook (.xlsx) and of a PDF. The
/// same report gives the same bytes: a file is dated by the end of its period, not by a clock.
/// Throws std::runtime_error when there is no memory, no room in /tmp or no font.
namespace reports {

std::string to_xlsx(const core::PeriodReport& report);
std::string to_xlsx(const core::Form06a& form);
std::string to_xlsx(const core::FormCchc& form);

/// A4, with a place for the signatures.
std::string to_pdf(const core::PeriodReport& report);
std::string to_pdf(const core::Form06a& form);
std::string to_pdf(const core::FormCchc& form);

} // namespace reports
