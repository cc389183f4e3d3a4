#pragma once

#include "core/api/report_document.hpp"

#include <string>

namespace api {

/// The document on A4 pages, to be printed and signed. Throws std::runtime_error when it can't be
/// made.
std::string write_pdf(const Document& document);

} // namespace api
