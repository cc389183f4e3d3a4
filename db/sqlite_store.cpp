// The store over one SQLite file: one connection that writes, on the thread of GroupCommit, and a
// pool of connections that read, each with the snapshot of its moment. A lock file beside the
// database keeps a second writing process out; a program that works beside a running server writes
// without it, and SQLite itself keeps the two apart.

#include "db/sqlite_store.hpp"

#include "core/engine/journal/codec/office_payload.hpp"
#include "db/error.hpp"
#include "db/sqlite/books_view.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/group_commit.hpp"
#include "db/sqlite/schema.hpp"
#include "db/sqlite/transaction.hpp"
#include "db/write_lock.hpp"

#include <cassert>
#include <future>
#include <mutex>

namespace db {

namespace {

namespace fs = std::filesystem;

/// Connections for reading, kept for the next reader.
class ReaderPool {
public:
    /// Connections kept open though nobody reads.
    static constexpr std::size_t idle_limit = 8;

    ReaderPool(fs::path file, ConnectionOptions options)
        : file_(std::move(file)), options_(options) {}

    std::unique_ptr<Connection> take() {
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                auto connection = std::move(idle_.back());
                idle_.pop_back();
                return connection;
            }
        }
        auto connection = std::make_unique<Connection>(file_, OpenMode::read_only, options_);
        check_schema(*connection);
        return connection;
    }

    void give_back(std::unique_ptr<Connection> connection) {
        const std::lock_guard lock(mutex_);
        if (idle_.size() < idle_limit) idle_.push_back(std::move(connection));
    }

private:
    fs::path file_;
    ConnectionOptions options_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Connection>> idle_; // guarded by mutex_
};

/// A connection of the pool with a snapshot open, both as long as the object lives.
class PooledReader {
public:
    explicit PooledReader(ReaderPool& pool) : pool_(pool), connection_(pool.take()) {
        snapshot_.emplace(*connection_, TransactionKind::read);
    }

    ~PooledReader() {
        snapshot_.reset();
        pool_.give_back(std::move(connection_));
    }

    PooledReader(const PooledReader&) = delete;
    PooledReader& operator=(const PooledReader&) = delete;

    Connection& connection() { return *connection_; }

private:
    ReaderPool& pool_;
    std::unique_ptr<Connection> connection_;
    std::optional<Transaction> snapshot_;
};

class Snapshot : private PooledReader, public SqliteBooksView {
public:
    Snapshot(ReaderPool& pool, core::AgencyId agency)
        : PooledReader(pool), SqliteBooksView(PooledReader::connection(), agency) {}
};

/// A file of an older program is changed once, by whoever opens it first.
void bring_up_to_date(const fs::path& file) {
    if (Connection connection(file, OpenMode::read_only); is_up_to_date(connection)) return;
    const WriteLock lock(file);
    Connection connection(file, OpenMode::read_write);
    check_schema(connection);
    migrate(connection);
}

class SqliteStore : public core::Store {
public:
    SqliteStore(const fs::path& file, StoreMode mode, StoreOptions options)
        : readers_(file, {.cache_bytes = options.cache_bytes}) {
        // A wrong file is told at once, and before anything is written to it or beside it.
        if (mode != StoreMode::create) const PooledReader reader(readers_);
        if (mode == StoreMode::read || mode == StoreMode::beside) bring_up_to_date(file);
        if (mode == StoreMode::read) return;
        if (mode == StoreMode::create && fs::exists(file)) {
            throw Error({"file-exists", {{"file", file.string()}}});
        }
        // SQLite itself keeps two writers apart, and each batch reads the journal's end anew.
        if (mode == StoreMode::beside) refuse_read_only(file);
        if (mode != StoreMode::beside) lock_.emplace(file);
        writer_.emplace(file, mode == StoreMode::create ? OpenMode::create : OpenMode::read_write,
                        ConnectionOptions{.cache_bytes = options.cache_bytes});
        if (mode == StoreMode::write) check_schema(*writer_);
        if (mode != StoreMode::beside) migrate(*writer_);
        group_commit_.emplace(*writer_);
    }

    std::vector<core::Agency> agencies() override {
        PooledReader reader(readers_);
        std::vector<core::Agency> agencies;
        auto row = reader.connection().use("SELECT agency_id, code, name FROM agency "
                                           "ORDER BY agency_id");
        while (row->step()) {
            agencies.push_back(
                {core::AgencyId{row->column_int(0)}, row->column_string(1), row->column_string(2)});
        }
        return agencies;
    }

    core::Result<core::AgencyId> add_agency(const core::Office& office) override;

    std::unique_ptr<core::BooksView> read(core::AgencyId agency) override {
        return std::make_unique<Snapshot>(readers_, agency);
    }

    void submit(core::AgencyId agency, core::Command command, core::CommandDone done) override {
        assert(group_commit_ && "the store was opened for reading");
        group_commit_->submit(agency, std::move(command), std::move(done));
    }

    void listen(core::CommitListener listener) override {
        assert(group_commit_ && "the store was opened for reading");
        group_commit_->listen(std::move(listener));
    }

    core::WriterFigures writer_figures() override {
        return group_commit_ ? group_commit_->figures() : core::WriterFigures{};
    }

    core::Result<void> write_alone(core::AgencyId agency, const core::Command& command) override {
        assert(group_commit_ && "the store was opened for reading");
        std::promise<core::Result<void>> answer;
        const auto done = [&](core::Result<void> result, const std::exception_ptr& failure) {
            if (failure) {
                answer.set_exception(failure);
            } else {
                answer.set_value(std::move(result));
            }
        };
        group_commit_->submit(agency, command, done, GroupCommit::Batch::alone);
        return answer.get_future().get();
    }

private:
    // In this order: the writer's thread ends before its connection, that before the lock.
    std::optional<WriteLock> lock_;
    std::optional<Connection> writer_;
    ReaderPool readers_;
    std::optional<GroupCommit> group_commit_;
};

core::Result<core::AgencyId> SqliteStore::add_agency(const core::Office& office) {
    for (const core::Agency& known : agencies()) {
        if (known.code == office.agency_code) {
            return core::Error{core::ErrorKind::conflict,
                               {"office-exists", {{"code", office.agency_code}}}};
        }
    }
    // Offices are added by hand, one at a time: a connection of its own for the moment.
    Connection connection(writer_->file(), OpenMode::read_write);
    Transaction transaction(connection);
    auto row = connection.use("INSERT INTO agency (code, name, office, journal_seq, journal_hash) "
                              "VALUES (?, ?, ?, 0, zeroblob(32)) RETURNING agency_id");
    const std::string json = core::office_to_json(office);
    row->bind_all(office.agency_code, office.name, json);
    row->step();
    const core::AgencyId id{row->column_int(0)};
    row->run();
    transaction.commit();
    return id;
}

} // namespace

std::unique_ptr<core::Store>
open_sqlite_store(const fs::path& file, StoreMode mode, StoreOptions options) {
    return std::make_unique<SqliteStore>(file, mode, options);
}

} // namespace db
