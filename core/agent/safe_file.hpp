#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace agent {

/// The file's text; none when there is no such file. Throws core::Failure.
std::optional<std::string> read_file(const std::filesystem::path& file);

/// Puts `text` in the file's place, whole or not at all, on disk when this returns: written
/// beside, synced, renamed, the folder synced. Readable by its owner only (0600). Throws
/// core::Failure; the file is then as it was. One writer at a time.
void replace_file(const std::filesystem::path& file, std::string_view text);

} // namespace agent
