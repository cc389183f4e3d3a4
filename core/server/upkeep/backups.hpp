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
    std::string name; ///< of the file, `motcua-20231231T200000.db`; empty: there is none
    core::Instant at; ///< when it was begun
    std::int64_t bytes = 0;
    std::optional<core::Instant> verified_at; ///< none: it was never verified
    bool ok = false;
    core::Message verdict; ///< what the verification found
};

/// The moment as part of a file's name: `20231231T200000`.
std::string file_moment(core::Instant at);

/// The backups in the folder, the latest first; other files are passed over. Throws when the
/// folder cannot be read.
std::vector<Backup> list_backups(const std::filesystem::path& folder);

/// After so many days the last sound backup is too old to rely on: a day's was missed.
inline constexpr std::chrono::days backup_good_for{2};

/// How old the last sound backup is: nobody who reads it compares instants.
struct BackupAge {
    std::optional<std::chrono::days> days; ///< whole ones; none without a sound backup
    bool too_old = false;
};

BackupAge backup_age(const std::optional<core::Instant>& last_success, core::Instant now);

using Now = std::function<core::Instant()>;

/// May throw, to end the work.
using StillWanted = std::function<void()>;

/// Copies the database into the folder beside whoever writes, verifies the copy against its own
/// journal, notes what was found in a file beside it. Then removes the oldest beyond `keep`, if
/// the new one is sound. Throws Refused, or what broke, when there is no copy. Any thread; takes
/// long.
Backup make_backup(const BackupSettings& settings, const Now& now, const StillWanted& still_wanted);

} // namespace server
