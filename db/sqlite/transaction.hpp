#pragma once

namespace db {

class Connection;

enum class TransactionKind {
    write, ///< takes the write lock at once, so it cannot fail half-way with Busy
    read   ///< sees the database as it is now, whatever is committed meanwhile
};

/// One transaction: rolled back at end of scope unless commit() succeeded.
/// A read transaction does not block the writer, but keeps the -wal file from
/// being emptied: do not hold one longer than the report takes.
class Transaction {
public:
    /// Throws Busy when another process keeps writing beyond the busy timeout.
    /// Transactions do not nest (asserted): that is what Savepoint is for.
    explicit Transaction(Connection& connection, TransactionKind kind = TransactionKind::write);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// On return the changes are on disk. When it throws, nothing was stored.
    void commit();

private:
    Connection& connection_;
    bool open_ = true;
};

/// A part of a write transaction that can be undone by itself: undone at end of
/// scope unless release() was called. Savepoints nest. Requires a transaction.
class Savepoint {
public:
    explicit Savepoint(Connection& connection);
    ~Savepoint();
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;

    /// Keeps the changes, as far as the transaction around it is committed.
    void release();

private:
    Connection& connection_;
    bool open_ = true;
};

} // namespace db
