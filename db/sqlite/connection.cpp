// Opening a database file the one way that this program uses: WAL, every commit on disk before it
// returns, foreign keys enforced, no mutexes (a connection belongs to one thread). Read-only
// opening also works on media where SQLite cannot make its side files, as long as no change waits
// in the -wal file.

#include "db/sqlite/connection.hpp"

#include "db/error.hpp"
#include "db/sqlite/key_functions.hpp"
#include "db/sqlite/throw_error.hpp"
#include "db/system_error.hpp"

#include <sqlite3.h>

#include <cassert>
#include <system_error>

namespace db {

namespace {

// More distinct SQL literals than the program has: SQL with values pasted into
// it is being cached, which would grow without end.
constexpr std::size_t cached_statements_limit = 1000;

// About 40 MB of -wal file: large imports checkpoint seldom, reads stay quick.
constexpr int wal_checkpoint_pages = 10000;

/// The `file:` URI of an absolute path. SQLite then takes no locks and creates
/// no side files, which is all that read-only media allow.
std::string immutable_uri(const std::filesystem::path& file) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : file.string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '%' || c == '?' || c == '#' || byte < 0x20) {
            uri += {'%', hex[byte >> 4U], hex[byte & 0xfU]};
        } else {
            uri += c;
        }
    }
    return uri + "?immutable=1";
}

bool has_content(std::filesystem::path file, const char* suffix) {
    file += suffix;
    std::error_code missing;
    const auto size = std::filesystem::file_size(file, missing);
    return !missing && size > 0;
}

} // namespace

void Connection::Close::operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }

Connection::Connection(const std::filesystem::path& file, OpenMode mode, ConnectionOptions options)
    : file_(absolute_file(file)) {
    require_plain_file(file_);
    switch (mode) {
    case OpenMode::create:
        open(file_.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        break;
    case OpenMode::read_write:
        open(file_.string(), SQLITE_OPEN_READWRITE);
        break;
    case OpenMode::read_only:
        open_read_only();
        break;
    }
    // SQLite quietly opens what it cannot write for reading.
    if (mode != OpenMode::read_only && sqlite3_db_readonly(handle(), "main") == 1) {
        throw_sqlite_error(nullptr, SQLITE_READONLY, file_);
    }
    configure(mode, options);
}

Connection::~Connection() = default;

void Connection::open(const std::string& name, int flags) {
    // Memory statistics cost a lock on every allocation, and nobody reads them. Before the
    // first database of the process; refused later, which does no harm.
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(once);
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(
        name.c_str(), &opened,
        flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI, nullptr);
    handle_.reset(opened); // also after a failure: it holds the reason
    if (code != SQLITE_OK) throw_sqlite_error(opened, code, file_);
}

void Connection::open_read_only() {
    open(file_.string(), SQLITE_OPEN_READONLY);
    // A WAL database needs a -shm file even for reading. Whether it can be had
    // shows at the first read.
    const int code = sqlite3_exec(handle(), "PRAGMA schema_version", nullptr, nullptr, nullptr);
    const bool refused = (code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_READONLY;
    // With changes in the -wal file an immutable database would be an old one.
    if (!refused || has_content(file_, "-wal")) {
        if (refused) throw_sqlite_error(nullptr, SQLITE_READONLY_CANTINIT, file_);
        return;
    }
    open(immutable_uri(file_), SQLITE_OPEN_READONLY);
}

void Connection::configure(OpenMode mode, const ConnectionOptions& options) {
    sqlite3_busy_timeout(handle(), static_cast<int>(options.busy_timeout.count()));
    // The first read of the file: whatever is wrong with it shows here.
    query_int("PRAGMA schema_version");
    if (mode != OpenMode::read_only) {
        Statement wal(*this, "PRAGMA journal_mode=WAL");
        if (!wal.step() || wal.column_text(0) != "wal") {
            throw Error({"db-no-write-ahead", {{"file", file_.string()}}});
        }
    }
    // Temporary tables and sorts go to files: memory use stays bounded.
    const std::string pragmas =
        "PRAGMA foreign_keys=ON;"
        "PRAGMA synchronous=FULL;"
        "PRAGMA trusted_schema=OFF;"
        "PRAGMA cell_size_check=ON;"
        "PRAGMA temp_store=FILE;"
        "PRAGMA cache_size=-" +
        std::to_string(options.cache_bytes / 1024) +
        ";PRAGMA wal_autocheckpoint=" + std::to_string(wal_checkpoint_pages);
    execute(pragmas.c_str());
    add_key_functions(*this);
}

void Connection::execute(const char* sql) {
    const int code = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw_sqlite_error(handle(), code, file_, sql);
}

Statement& Connection::prepared(std::string_view sql) {
    const auto found = cache_.find(sql);
    if (found != cache_.end()) return *found->second;
    assert(cache_.size() < cached_statements_limit);
    auto statement = std::make_unique<Statement>(*this, sql);
    return *cache_.emplace(sql, std::move(statement)).first->second;
}

std::int64_t Connection::query_int(std::string_view sql) {
    Statement statement(*this, sql);
    if (!statement.step()) {
        throw Error({"db-no-answer", {{"file", file_.string()}, {"statement", std::string(sql)}}});
    }
    return statement.column_int(0);
}

std::int64_t Connection::changes() const { return sqlite3_changes64(handle()); }

std::int64_t Connection::last_insert_id() const { return sqlite3_last_insert_rowid(handle()); }

bool Connection::in_transaction() const { return sqlite3_get_autocommit(handle()) == 0; }

bool Connection::checkpoint(Checkpoint kind) {
    int frames = 0;
    int copied = 0;
    const int mode =
        kind == Checkpoint::truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
    const int code = sqlite3_wal_checkpoint_v2(handle(), "main", mode, &frames, &copied);
    // Waiting in vain for a reader is not an error: the content is safe in the log.
    if ((code & 0xff) == SQLITE_BUSY) return false;
    if (code != SQLITE_OK) throw_sqlite_error(handle(), code, file_);
    return frames == copied;
}

void Connection::interrupt() noexcept { sqlite3_interrupt(handle()); }

} // namespace db
