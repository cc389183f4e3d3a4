#include "db/sqlite/transaction.hpp"

#include "db/error.hpp"
#include "db/sqlite/connection.hpp"

#include <sqlite3.h>

#include <cassert>

namespace db {

namespace {

/// For destructors. A rollback only fails when SQLite has already rolled back by
/// itself, as it does on a full disk; then there is nothing left to undo.
void run_ignoring_errors(Connection& connection, const char* sql) noexcept {
    if (!connection.in_transaction()) return;
    sqlite3_exec(connection.handle(), sql, nullptr, nullptr, nullptr);
}

/// Every request begins and ends one: parsing these words anew would be a good part of its work.
void run_prepared(Connection& connection, std::string_view sql) { connection.use(sql)->run(); }

} // namespace

Transaction::Transaction(Connection& connection, TransactionKind kind) : connection_(connection) {
    assert(!connection.in_transaction());
    if (kind == TransactionKind::write) {
        run_prepared(connection, "BEGIN IMMEDIATE");
        return;
    }
    run_prepared(connection, "BEGIN");
    try {
        // BEGIN alone takes no snapshot; the first read does.
        run_prepared(connection, "PRAGMA schema_version");
    } catch (...) {
        run_ignoring_errors(connection, "ROLLBACK");
        throw;
    }
}

Transaction::~Transaction() {
    if (!open_ || !connection_.in_transaction()) return;
    try {
        run_prepared(connection_, "ROLLBACK");
    } catch (const Error&) {
        // Nothing is left to undo then.
    }
}

void Transaction::commit() {
    assert(open_);
    run_prepared(connection_, "COMMIT");
    open_ = false;
}

// SQLite resolves a name to the innermost savepoint that has it, so nested ones
// can share theirs.
Savepoint::Savepoint(Connection& connection) : connection_(connection) {
    assert(connection.in_transaction());
    connection.execute("SAVEPOINT part");
}

Savepoint::~Savepoint() {
    if (open_) run_ignoring_errors(connection_, "ROLLBACK TO part; RELEASE part");
}

void Savepoint::release() {
    assert(open_);
    connection_.execute("RELEASE part");
    open_ = false;
}

} // namespace db
