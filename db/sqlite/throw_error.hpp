#pragma once

#include <filesystem>
#include <string_view>

struct sqlite3;

namespace db {

/// Throws the db::Error that SQLite's result `code` stands for, in a sentence
/// that names `file`. `sql` is what was running; it is only quoted when the
/// statement itself is at fault. `connection` adds details and may be null.
[[noreturn]] void throw_sqlite_error(sqlite3* connection,
                                     int code,
                                     const std::filesystem::path& file,
                                     std::string_view sql = {});

} // namespace db
