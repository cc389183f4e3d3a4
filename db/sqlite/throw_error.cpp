// SQLite's codes as errors with a message that says what to do. The low byte is the kind, the
// extended code and errno say more; where SQLite only says that something "cannot" be done, the
// file system is asked why, because that is what the operator can mend.

#include "db/sqlite/throw_error.hpp"

#include "db/error.hpp"
#include "db/system_error.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <string>

namespace db {

namespace {

constexpr std::size_t quoted_sql_length = 120;

/// What is being worked on: everything a message may mention.
struct SqliteFailure {
    int code;
    int system_errno; // 0 when the operating system did not object
    std::filesystem::path file;
    std::string detail;

    std::string name() const { return file.string(); }
};

std::string shortened(std::string_view sql) {
    std::string line;
    for (const char c : sql.substr(0, quoted_sql_length)) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    return sql.size() > quoted_sql_length ? line + "..." : line;
}

[[noreturn]] void throw_io_error(const SqliteFailure& what) {
    const int reason = what.system_errno;
    switch (what.code) {
    case SQLITE_IOERR_WRITE:
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_DIR_FSYNC:
    case SQLITE_IOERR_TRUNCATE:
    case SQLITE_IOERR_SHMSIZE: {
        // SQLite says SQLITE_FULL only for ENOSPC at a plain write.
        const bool exact = reason == EIO || reason == EFBIG || reason == EDQUOT || reason == EROFS;
        throw_system_error(exact ? reason : ENOSPC, what.file, what.code);
    }
    case SQLITE_IOERR_GETTEMPPATH:
        throw Error("db-no-temporary-folder", what.code);
    case SQLITE_IOERR_LOCK:
    case SQLITE_IOERR_UNLOCK:
    case SQLITE_IOERR_RDLOCK:
    case SQLITE_IOERR_CHECKRESERVEDLOCK:
    case SQLITE_IOERR_SHMLOCK:
        throw Error({"db-cannot-be-locked", {{"file", what.name()}}}, what.code);
    default:
        throw_system_error(EIO, what.file, what.code);
    }
}

[[noreturn]] void throw_read_only(const SqliteFailure& what) {
    switch (what.code) {
    case SQLITE_READONLY_DBMOVED:
        throw ReadOnly({"db-moved-in-use", {{"file", what.name()}}}, what.code);
    case SQLITE_READONLY_CANTINIT:
    case SQLITE_READONLY_RECOVERY:
    case SQLITE_READONLY_CANTLOCK:
        throw ReadOnly({"db-changes-waiting", {{"file", what.name()}}}, what.code);
    default:
        throw ReadOnly({"db-cannot-be-written", {{"file", what.name()}}}, what.code);
    }
}

/// SQLite only says that it "cannot open", so the file system is asked why.
[[noreturn]] void throw_cannot_open(const SqliteFailure& what) {
    // The effective user counts, which std::filesystem cannot ask for.
    const bool readable = faccessat(AT_FDCWD, what.file.c_str(), R_OK, AT_EACCESS) == 0;
    const int reason = readable ? what.system_errno : errno;
    if (reason != 0 && reason != ENOENT) throw_system_error(reason, what.file, what.code);
    if (!readable) throw_system_error(ENOENT, what.file, what.code);
    throw Error({"db-cannot-be-opened", {{"file", what.name()}}}, what.code);
}

/// The program itself made a mistake; the text is for whoever gets the report.
[[noreturn]] void throw_fault(const SqliteFailure& what, std::string_view sql) {
    if (sql.empty())
        throw Error({"db-fault", {{"file", what.name()}, {"detail", what.detail}}}, what.code);
    throw Error({"db-fault-of-statement",
                 {{"file", what.name()}, {"detail", what.detail}, {"statement", shortened(sql)}}},
                what.code);
}

SqliteFailure failure_of(sqlite3* connection, int code, const std::filesystem::path& file) {
    // The connection describes its latest error, which may be another one.
    const bool known =
        connection != nullptr && (sqlite3_errcode(connection) & 0xff) == (code & 0xff);
    if (!known) {
        return {.code = code, .system_errno = 0, .file = file, .detail = sqlite3_errstr(code)};
    }
    return {.code = sqlite3_extended_errcode(connection),
            .system_errno = sqlite3_system_errno(connection),
            .file = file,
            .detail = sqlite3_errmsg(connection)};
}

} // namespace

void throw_sqlite_error(sqlite3* connection,
                        int code,
                        const std::filesystem::path& file,
                        std::string_view sql) {
    const SqliteFailure what = failure_of(connection, code, file);
    switch (code & 0xff) {
    case SQLITE_FULL:
        throw_system_error(ENOSPC, file, what.code);
    case SQLITE_IOERR:
        throw_io_error(what);
    case SQLITE_CORRUPT:
        throw Damaged({"db-damaged", {{"file", what.name()}, {"detail", what.detail}}}, what.code);
    case SQLITE_NOTADB:
        throw Damaged({"db-no-database", {{"file", what.name()}}}, what.code);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        throw Busy({"db-being-written", {{"file", what.name()}}}, what.code);
    case SQLITE_READONLY:
        throw_read_only(what);
    case SQLITE_PERM:
    case SQLITE_AUTH:
        throw_system_error(EACCES, file, what.code);
    case SQLITE_CANTOPEN:
        throw_cannot_open(what);
    case SQLITE_NOMEM:
        throw Error({"db-no-memory", {{"file", what.name()}}}, what.code);
    case SQLITE_INTERRUPT:
        throw Error({"db-interrupted", {{"file", what.name()}}}, what.code);
    case SQLITE_TOOBIG:
        throw Error({"db-value-too-large", {{"file", what.name()}}}, what.code);
    default:
        throw_fault(what, sql);
    }
}

} // namespace db
