#pragma once

#include "db/sqlite/statement.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;

namespace db {

enum class OpenMode {
    create,     ///< read and write; an empty database is made when there is none
    read_write, ///< the file must exist
    read_only   ///< works beside a writer, and on read-only media
};

enum class Checkpoint {
    passive, ///< copies what it can without waiting for anyone
    truncate ///< waits for readers, then empties the -wal file
};

struct ConnectionOptions {
    std::int64_t cache_bytes = std::int64_t{64} << 20;
    std::chrono::milliseconds busy_timeout{5000}; ///< how long to wait for another writer
};

/// An open SQLite database file in WAL mode, with foreign keys enforced and
/// every commit on disk before it returns.
///
/// Belongs to one thread at a time: SQLite runs without its mutexes. Only
/// interrupt() may be called from elsewhere. Failures throw db::Error.
class Connection {
public:
    /// Throws Damaged when the file is not a database, ReadOnly when it may not be
    /// written, and db::Error when it cannot be found or opened.
    Connection(const std::filesystem::path& file, OpenMode mode, ConnectionOptions options = {});
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Runs one or many statements without parameters; rows are ignored.
    void execute(const char* sql);

    /// The statement for this SQL, compiled on first use and kept as long as the
    /// connection; the reference stays valid. For SQL literals only: text put
    /// together at run time goes into a Statement of its own.
    Statement& prepared(std::string_view sql);

    /// `auto row = connection.use("SELECT ...");` borrows prepared(sql) until the
    /// end of the scope.
    Use use(std::string_view sql) { return Use{prepared(sql)}; }

    /// The first column of the first row; throws when there is no row, NULL is 0.
    std::int64_t query_int(std::string_view sql);

    /// Rows changed by the latest INSERT, UPDATE or DELETE.
    std::int64_t changes() const;
    std::int64_t last_insert_id() const;
    bool in_transaction() const;

    /// Moves the -wal file's content into the database. False when readers or a
    /// writer kept some of it back: try again later.
    bool checkpoint(Checkpoint kind);

    /// Makes the running statement throw soon. Any thread may call it.
    void interrupt() noexcept;

    /// Absolute path.
    const std::filesystem::path& file() const { return file_; }

    sqlite3* handle() const { return handle_.get(); }

private:
    struct Close {
        void operator()(sqlite3* handle) const noexcept;
    };

    /// Lets the cache be searched by string_view without making a string.
    struct SqlHash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    using Cache =
        std::unordered_map<std::string, std::unique_ptr<Statement>, SqlHash, std::equal_to<>>;

    void open(const std::string& name, int flags);
    void open_read_only();
    void configure(OpenMode mode, const ConnectionOptions& options);

    std::filesystem::path file_;
    std::unique_ptr<sqlite3, Close> handle_;
    Cache cache_; // after handle_: statements are finalized before it closes
};

} // namespace db
