#pragma once

#include "core/domain/civil_time.hpp"
#include "core/domain/message.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace server {

/// `[backup]` of core.toml, and the file that is copied.
struct BackupSettings {
    std::filesystem::path database;
    std::filesystem::path folder; ///< empty: no backups are made
    std::optional<std::chrono::minutes> daily_at;
    int keep = 30;
};

/// One backup in the folder, and what its verification found.
struct Backup {
    std::string name; ///< of the file, `motcua-20231231T200000.db`
    core::Instant at; ///< when it was begun
    std::int64_t bytes = 0;
    std::optional<core::Instant> verified_at; ///< none: it was never verified
    bool ok = false;
    core::Message verdict; ///< what the verification found
};

/// The backups in the folder, the latest first; other files are passed over. Throws when the
/// folder cannot be read.
std::vector<Backup> list_backups(const std::filesystem::path& folder);

using Now = std::function<core::Instant()>;

/// May throw, to end the work.
using StillWanted = std::function<void()>;

/// Copies the database into the folder beside whoever writes, verifies the copy against its own
/// journal, notes what was found in a file beside it. Then removes the oldest beyond `keep`, if
/// the new one is sound. Throws Refused, or what broke, when there is no copy. Any thread; takes
/// long.
Backup make_backup(const BackupSettings& settings, const Now& now, const StillWanted& still_wanted);

} // namespace server
