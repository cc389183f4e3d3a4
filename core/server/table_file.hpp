#pragma once

#include "core/engine/import/record_source.hpp"

#include <filesystem>
#include <istream>
#include <memory>
#include <string>

namespace server {

/// A file that somebody gives to be imported, by its first bytes: a workbook, or CSV. `input` is
/// the file, opened; both must outlive the table.
std::unique_ptr<core::TableFile> open_table(std::istream& input, const std::filesystem::path& file);

/// The same of bytes that were sent, which must outlive it; `input` reads them.
std::unique_ptr<core::TableFile> open_table(std::istream& input, const std::string& bytes);

} // namespace server
