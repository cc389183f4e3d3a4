#pragma once

#include <filesystem>

namespace db {

/// Throws the db::Error for a failed system call on `file`, in a sentence that
/// names it. `error_number` is the errno, `code` SQLite's result code if any.
[[noreturn]] void
throw_system_error(int error_number, const std::filesystem::path& file, int code = 0);

/// The absolute path of `file`, which need not exist, with links followed: two
/// names of one file become one. Absolute names are never special to SQLite.
std::filesystem::path absolute_file(const std::filesystem::path& file);

/// Throws when there is something at `file` that is not a plain file: SQLite
/// would open a device, and a backup would replace it.
void require_plain_file(const std::filesystem::path& file);

} // namespace db
