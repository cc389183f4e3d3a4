#pragma once

#include "core/files/file_descriptor.hpp"

#include <filesystem>
#include <string_view>

namespace agent {

// Each throws core::Failure, which names the file.

/// `code` is of a message that tells `file` and `reason`; the reason is that of `errno`.
[[noreturn]] void throw_file_error(const std::filesystem::path& file, const char* code);

/// An empty file that its owner alone can read.
files::FileDescriptor create_file(const std::filesystem::path& file);
void write_all(int descriptor, const std::filesystem::path& file, std::string_view text);
void sync_file(int descriptor, const std::filesystem::path& file);

/// Puts `from` in the place of `to`, on disk when it returns.
void rename_and_sync(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace agent
