#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace db {

/// Puts a copy of the backup `from` in the place of the database `to`. What stood there is kept
/// under `aside` (nothing is lost by restoring the wrong file); the result says whether there
/// was something. A backup that is damaged or not this program's is refused before anything
/// changes, and so is a database that another process writes.
bool restore_database(const std::filesystem::path& from,
                      const std::filesystem::path& to,
                      const std::filesystem::path& aside,
                      const std::function<void(double fraction)>& progress = {});

/// Throws db::Error unless a backup may take the name `to`: a new name, or that of a database of
/// this program with the same offices. Anything else is not a backup to be replaced.
void check_backup_target(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace db
