#include "db/restore.hpp"

#include "db/backup.hpp"
#include "db/error.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/schema.hpp"
#include "db/write_lock.hpp"

#include <system_error>
#include <vector>

namespace db {

namespace fs = std::filesystem;

namespace {

constexpr const char* side_files[] = {"-wal", "-shm", "-journal"};

/// The codes of the offices in a database of this program.
std::vector<std::string> offices_of(const fs::path& file) {
    Connection connection(file, OpenMode::read_only);
    check_schema(connection);
    std::vector<std::string> codes;
    auto row = connection.use("SELECT code FROM agency ORDER BY code");
    while (row->step()) codes.push_back(row->column_string(0));
    return codes;
}

/// Moves what the -wal file holds into the database, so that it stands for itself.
void settle(const fs::path& file) noexcept {
    try {
        Connection(file, OpenMode::read_write).checkpoint(Checkpoint::truncate);
    } catch (const std::exception&) {
        // It may be damaged, which is why it is being replaced: its files are kept as they are.
    }
}

void keep_aside(const fs::path& file, const fs::path& aside) {
    settle(file);
    for (const char* tail : side_files) {
        std::error_code none;
        fs::rename(file.string() + tail, aside.string() + tail, none);
    }
    std::error_code failure;
    fs::create_hard_link(file, aside, failure);
    if (failure) fs::rename(file, aside); // a file system without links
}

} // namespace

bool restore_database(const fs::path& from,
                      const fs::path& to,
                      const fs::path& aside,
                      const std::function<void(double fraction)>& progress) {
    offices_of(from);
    std::error_code unknown;
    if (fs::equivalent(from, to, unknown)) {
        throw Error({"db-backup-is-database", {{"file", from.string()}}});
    }
    const WriteLock lock(to);
    const fs::path restored = to.string() + ".restored";
    copy_database(from, restored, progress);
    const bool replaces = fs::exists(to);
    if (replaces) keep_aside(to, aside);
    fs::rename(restored, to);
    return replaces;
}

void check_backup_target(const fs::path& from, const fs::path& to) {
    const auto offices = offices_of(from);
    if (!fs::exists(to)) return;
    std::vector<std::string> replaced;
    try {
        replaced = offices_of(to);
    } catch (const Error&) {
        throw Error({"db-target-no-backup", {{"file", to.string()}}});
    }
    if (replaced != offices) {
        throw Error({"db-target-of-another-office", {{"file", to.string()}}});
    }
}

} // namespace db
