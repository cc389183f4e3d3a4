#include "db/error.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/transaction.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <chrono>

using db::Connection;
using db::OpenMode;
using db::Savepoint;
using db::Transaction;
using db::TransactionKind;

namespace {

struct Database {
    TemporaryDirectory folder;
    Connection connection{folder / "a.db", OpenMode::create};

    Database() { connection.execute("CREATE TABLE note(text)"); }
};

void add_note(Connection& connection) { connection.execute("INSERT INTO note VALUES('x')"); }

std::int64_t notes(Connection& connection) {
    return connection.query_int("SELECT count(*) FROM note");
}

} // namespace

TEST_CASE("a transaction is kept when committed and undone when not", "[db][transaction]") {
    Database database;
    {
        Transaction transaction(database.connection);
        add_note(database.connection);
        transaction.commit();
    }
    {
        const Transaction forgotten(database.connection);
        add_note(database.connection);
    }
    CHECK_FALSE(database.connection.in_transaction());
    CHECK(notes(database.connection) == 1);
}

TEST_CASE("a savepoint undoes its own part only", "[db][transaction]") {
    Database database;
    Transaction transaction(database.connection);
    add_note(database.connection);
    {
        Savepoint outer(database.connection);
        add_note(database.connection);
        {
            const Savepoint inner(database.connection);
            add_note(database.connection);
        }
        CHECK(notes(database.connection) == 2);
        outer.release();
    }
    {
        const Savepoint forgotten(database.connection);
        add_note(database.connection);
    }
    transaction.commit();
    CHECK(notes(database.connection) == 2);
}

TEST_CASE("a snapshot does not see later commits and does not block the writer",
          "[db][transaction]") {
    Database database;
    Connection reader(database.folder / "a.db", OpenMode::read_only);
    {
        const Transaction snapshot(reader, TransactionKind::read);
        Transaction transaction(database.connection);
        add_note(database.connection);
        transaction.commit();
        CHECK(notes(database.connection) == 1);
        CHECK(notes(reader) == 0);
    }
    CHECK(notes(reader) == 1);
}

TEST_CASE("a second writer is refused when the first one does not finish", "[db][transaction]") {
    Database database;
    Connection second(database.folder / "a.db", OpenMode::read_write,
                      {.busy_timeout = std::chrono::milliseconds{20}});
    Transaction transaction(database.connection);
    CHECK_THROWS_AS(Transaction(second), db::Busy);
    transaction.commit();
    CHECK_NOTHROW(Transaction(second));
}

TEST_CASE("a transaction ended by a full disk is undone without a second error",
          "[db][transaction]") {
    Database database;
    CHECK(in_child_process([&] {
              Connection connection(database.folder / "a.db", OpenMode::read_write);
              limit_file_size(100'000);
              try {
                  Transaction transaction(connection);
                  add_note(connection);
                  const Savepoint savepoint(connection);
                  connection.execute("INSERT INTO note VALUES(zeroblob(1000000))");
                  transaction.commit();
                  return 1;
              } catch (const db::DiskFull&) {
                  return connection.in_transaction() || notes(connection) != 0 ? 2 : 0;
              }
          }) == 0);
}

TEST_CASE("a process killed in the middle of a transaction leaves nothing of it",
          "[db][transaction]") {
    Database database;
    in_child_process([&] {
        Connection connection(database.folder / "a.db", OpenMode::read_write);
        const Transaction transaction(connection);
        add_note(connection);
        kill(getpid(), SIGKILL);
        return 0;
    });
    CHECK(notes(database.connection) == 0);
    CHECK_NOTHROW(Transaction(database.connection));
}
