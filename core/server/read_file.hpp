#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace server {

/// A whole file. Throws Refused when it cannot be read or is larger than the limit.
std::string read_file(const std::filesystem::path& file, std::size_t limit_bytes);

} // namespace server
