// SQLite's codes as errors with a sentence that says what to do. The low byte is the kind, the
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

/// What is being worked on: everything a sentence may mention.
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
        throw Error("there is no folder for temporary files: make /var/tmp or /tmp writable, or "
                    "set SQLITE_TMPDIR",
                    what.code);
    case SQLITE_IOERR_LOCK:
    case SQLITE_IOERR_UNLOCK:
    case SQLITE_IOERR_RDLOCK:
    case SQLITE_IOERR_CHECKRESERVEDLOCK:
    case SQLITE_IOERR_SHMLOCK:
        throw Error(what.name() + " cannot be locked: move it from the network folder to a disk "
                                  "of this machine",
                    what.code);
    default:
        throw_system_error(EIO, what.file, what.code);
    }
}

[[noreturn]] void throw_read_only(const SqliteFailure& what) {
    switch (what.code) {
    case SQLITE_READONLY_DBMOVED:
        throw ReadOnly(what.name() + " was moved or deleted while it was in use: put it back and "
                                     "start again",
                       what.code);
    case SQLITE_READONLY_CANTINIT:
    case SQLITE_READONLY_RECOVERY:
    case SQLITE_READONLY_CANTLOCK:
        throw ReadOnly(what.name() + " has changes waiting in its -wal file and its folder cannot "
                                     "be written: copy both files to a folder you may write and "
                                     "use them there",
                       what.code);
    default:
        throw ReadOnly(what.name() + " cannot be written: give this user write permission for the "
                                     "file and its folder",
                       what.code);
    }
}

/// SQLite only says that it "cannot open", so the file system is asked why.
[[noreturn]] void throw_cannot_open(const SqliteFailure& what) {
    // The effective user counts, which std::filesystem cannot ask for.
    const bool readable = faccessat(AT_FDCWD, what.file.c_str(), R_OK, AT_EACCESS) == 0;
    const int reason = readable ? what.system_errno : errno;
    if (reason != 0 && reason != ENOENT) throw_system_error(reason, what.file, what.code);
    if (!readable) throw_system_error(ENOENT, what.file, what.code);
    throw Error(what.name() + " cannot be opened: check that it is a file, and that this user may "
                              "write it and its folder",
                what.code);
}

/// The program itself made a mistake; the text is for whoever gets the report.
[[noreturn]] void throw_fault(const SqliteFailure& what, std::string_view sql) {
    std::string sentence = what.name() + " refused what the program asked for (" + what.detail +
                           "): please report this as a fault of the program";
    if (!sql.empty()) sentence += ", with this statement: " + shortened(sql);
    throw Error(sentence, what.code);
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
        throw Damaged(what.name() + " is damaged (" + what.detail + "): restore it from a backup",
                      what.code);
    case SQLITE_NOTADB:
        throw Damaged(what.name() + " is not a database: check the name, or restore it from a "
                                    "backup",
                      what.code);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        throw Busy(what.name() + " is being written by another process: wait until it has "
                                 "finished and run it again",
                   what.code);
    case SQLITE_READONLY:
        throw_read_only(what);
    case SQLITE_PERM:
    case SQLITE_AUTH:
        throw_system_error(EACCES, file, what.code);
    case SQLITE_CANTOPEN:
        throw_cannot_open(what);
    case SQLITE_NOMEM:
        throw Error("memory ran out while working on " + what.name() +
                        ": stop other programs or give this one more, and run it again",
                    what.code);
    case SQLITE_INTERRUPT:
        throw Error("the work on " + what.name() + " was interrupted: run it again", what.code);
    case SQLITE_TOOBIG:
        throw Error("a value is too large to store in " + what.name() + ": shorten it", what.code);
    default:
        throw_fault(what, sql);
    }
}

} // namespace db
