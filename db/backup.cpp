// A copy of a database that is in use. One read snapshot is held for the whole copy, so that
// commits in the meantime neither show in it nor make it start over. The copy is made under a
// temporary name without a journal, turned into a single file, read back and checked, and only then
// renamed: what has the backup's name is whole.

#include "db/backup.hpp"

#include "db/error.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/throw_error.hpp"
#include "db/sqlite/transaction.hpp"
#include "db/staged_file.hpp"
#include "db/system_error.hpp"

#include <sqlite3.h>
#include <sys/stat.h>

#include <cerrno>
#include <memory>
#include <string>

namespace db {

namespace {

constexpr int pages_per_step = 1024; // 4 MiB: progress is smooth, memory is bounded
constexpr std::int64_t cache_bytes = std::int64_t{8} << 20;

// The check of the copy and the wait for the disk come after copying, and
// cannot be measured: they are the rest.
constexpr double copying_share = 0.9;

struct CloseDatabase {
    void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
};

struct FinishBackup {
    void operator()(sqlite3_backup* backup) const noexcept { sqlite3_backup_finish(backup); }
};

using Database = std::unique_ptr<sqlite3, CloseDatabase>;

/// A plain handle: a Connection would put the copy into WAL mode.
Database open_copy(const std::filesystem::path& file) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &opened,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    Database copy(opened);
    if (code != SQLITE_OK) throw_sqlite_error(opened, code, file);
    sqlite3_extended_result_codes(opened, 1);
    // Until it is renamed nobody needs the copy, so it needs no journal and one
    // fsync at the end is enough. Exclusive locking saves it a -shm file.
    const std::string pragmas = "PRAGMA locking_mode=EXCLUSIVE; PRAGMA synchronous=OFF;"
                                "PRAGMA cache_size=-" +
                                std::to_string(cache_bytes / 1024);
    const int set = sqlite3_exec(opened, pragmas.c_str(), nullptr, nullptr, nullptr);
    if (set != SQLITE_OK) throw_sqlite_error(opened, set, file);
    return copy;
}

void copy_pages(Connection& source,
                const std::filesystem::path& part,
                const std::function<void(double fraction)>& progress) {
    const Database copy = open_copy(part);
    sqlite3_exec(copy.get(), "PRAGMA journal_mode=OFF", nullptr, nullptr, nullptr);
    // As long as this snapshot is held, nobody's commit makes the copy start over.
    const Transaction snapshot(source, TransactionKind::read);
    const std::unique_ptr<sqlite3_backup, FinishBackup> backup(
        sqlite3_backup_init(copy.get(), "main", source.handle(), "main"));
    if (!backup) throw_sqlite_error(copy.get(), sqlite3_errcode(copy.get()), part);

    for (int code = SQLITE_OK; code != SQLITE_DONE;) {
        code = sqlite3_backup_step(backup.get(), pages_per_step);
        const int kind = code & 0xff;
        if (kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB || code == SQLITE_IOERR_READ) {
            throw_sqlite_error(nullptr, code, source.file());
        }
        if (code != SQLITE_OK && code != SQLITE_DONE) throw_sqlite_error(copy.get(), code, part);
        const int total = sqlite3_backup_pagecount(backup.get());
        const int left = sqlite3_backup_remaining(backup.get());
        if (progress && total > 0) progress(copying_share * (total - left) / total);
    }
}

/// Makes the copy a single file that needs no -wal, and reads all of it back.
void settle_and_check(const std::filesystem::path& part, const std::filesystem::path& source) {
    const Database copy = open_copy(part);
    const int code =
        sqlite3_exec(copy.get(), "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw_sqlite_error(copy.get(), code, part);

    std::string answer;
    const auto keep_first = [](void* kept, int, char** values, char**) {
        auto& text = *static_cast<std::string*>(kept);
        if (text.empty() && values[0] != nullptr) text = values[0];
        return 0;
    };
    const int checked =
        sqlite3_exec(copy.get(), "PRAGMA quick_check(1)", keep_first, &answer, nullptr);
    if (checked != SQLITE_OK) throw_sqlite_error(copy.get(), checked, source);
    if (answer != "ok") {
        throw Damaged({"db-damaged-no-backup", {{"file", source.string()}, {"detail", answer}}});
    }
}

/// Replacing a database whose -wal or -journal still counts would corrupt it.
void refuse_database_in_use(const std::filesystem::path& from, const std::filesystem::path& to) {
    require_plain_file(to);
    std::error_code missing;
    if (std::filesystem::equivalent(from, to, missing)) {
        throw Error({"db-target-is-database", {{"file", to.string()}}});
    }
    for (const char* suffix : {"-wal", "-journal"}) {
        const auto size = std::filesystem::file_size(to.string() + suffix, missing);
        if (!missing && size > 0) {
            throw Error({"db-target-in-use", {{"file", to.string()}}});
        }
    }
}

} // namespace

void copy_database(const std::filesystem::path& from,
                   const std::filesystem::path& to,
                   const std::function<void(double fraction)>& progress) {
    const auto target = absolute_file(to);
    Connection source(from, OpenMode::read_only, {.cache_bytes = cache_bytes});
    refuse_database_in_use(source.file(), target);

    struct stat status {};

    if (stat(source.file().c_str(), &status) != 0) throw_system_error(errno, source.file());
    // The people who may read the database may read its copy, and its owner may
    // replace it, even when the source is marked read-only.
    const mode_t mode = (status.st_mode & 0777U) | S_IWUSR | S_IRUSR;

    StagedFile part(target, mode);
    copy_pages(source, part.path(), progress);
    settle_and_check(part.path(), source.file());
    part.keep();
    if (progress) progress(1.0);
}

} // namespace db
