#include "db/error.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/transaction.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/said.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <string>
#include <thread>

using Catch::Matchers::Contains;
using db::Connection;
using db::OpenMode;
namespace fs = std::filesystem;

namespace {

void make_notes(const fs::path& file) {
    Connection connection(file, OpenMode::create);
    connection.execute("CREATE TABLE note(text TEXT NOT NULL); INSERT INTO note VALUES('kept')");
}

/// What the administrator is told; "opened" when there is nothing to tell.
std::string refusal(const fs::path& file, OpenMode mode) {
    try {
        Connection(file, mode);
    } catch (const db::Error& error) {
        return samples::in_english(error.message());
    }
    return "opened";
}

bool says(const std::string& sentence, const char* part) {
    return sentence.find(part) != std::string::npos;
}

constexpr auto add_large_notes =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
    "INSERT INTO note SELECT printf('%01000d', i) FROM n";

constexpr auto endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                         "SELECT count(*) FROM n";

} // namespace

TEST_CASE("a connection keeps a write-ahead log, enforces foreign keys and syncs every commit",
          "[db][connection]") {
    const TemporaryDirectory folder;
    Connection connection(folder / "a.db", OpenMode::create, {.cache_bytes = 1 << 20});
    db::Statement mode(connection, "PRAGMA journal_mode");
    REQUIRE(mode.step());
    CHECK(mode.column_text(0) == "wal");
    CHECK(connection.query_int("PRAGMA foreign_keys") == 1);
    CHECK(connection.query_int("PRAGMA synchronous") == 2);
    CHECK(connection.query_int("PRAGMA trusted_schema") == 0);
    CHECK(connection.query_int("PRAGMA cache_size") == -1024);
    CHECK(connection.query_int("PRAGMA busy_timeout") == 5000);
}

TEST_CASE("a missing file is only created when that was asked for", "[db][connection]") {
    const TemporaryDirectory folder;
    const auto file = folder / "a.db";
    CHECK_THAT(samples::told_by([&] { Connection(file, OpenMode::read_write); }),
               Contains("there is no file"));
    CHECK_THAT(samples::told_by([&] { Connection(file, OpenMode::read_only); }),
               Contains("there is no file"));
    CHECK_FALSE(fs::exists(file));
    { const Connection created(file, OpenMode::create); }
    CHECK(fs::exists(file));
}

TEST_CASE("a name that cannot be a database is refused with the reason", "[db][connection]") {
    const TemporaryDirectory folder;
    CHECK_THAT(samples::told_by([&] { Connection(folder / "none/a.db", OpenMode::create); }),
               Contains("there is no folder") && Contains("none for a.db"));
    CHECK_THAT(samples::told_by([&] { Connection(folder.path(), OpenMode::create); }),
               Contains("is a folder"));
    CHECK_THAT(samples::told_by([&] { Connection(folder.path(), OpenMode::read_only); }),
               Contains("is a folder"));
    CHECK_THAT(samples::told_by([&] { Connection("/dev/null", OpenMode::read_only); }),
               Contains("is a device"));
    CHECK_THAT(samples::told_by([&] { Connection("", OpenMode::create); }), Contains("name"));
}

TEST_CASE("a file of another kind is not a database", "[db][connection]") {
    const TemporaryDirectory folder;
    std::ofstream(folder / "a.csv") << std::string(5000, 'x');
    for (const auto mode : {OpenMode::create, OpenMode::read_write, OpenMode::read_only}) {
        CHECK_THROWS_AS(Connection(folder / "a.csv", mode), db::Damaged);
        CHECK_THAT(samples::told_by([&] { Connection(folder / "a.csv", mode); }),
                   Contains("a.csv is not a database"));
    }
}

TEST_CASE("reading a page that was overwritten reports the damage", "[db][connection]") {
    const TemporaryDirectory folder;
    make_notes(folder / "a.db");
    Connection(folder / "a.db", OpenMode::read_write).execute(add_large_notes);
    {
        std::fstream raw(folder / "a.db", std::ios::in | std::ios::out | std::ios::binary);
        raw.seekp(4096);
        raw << std::string(80'000, '\xff');
    }
    Connection connection(folder / "a.db", OpenMode::read_only);
    CHECK_THROWS_AS(connection.query_int("SELECT sum(length(text)) FROM note"), db::Damaged);
    CHECK_THAT(
        samples::told_by([&] { connection.query_int("SELECT sum(length(text)) FROM note"); }),
        Contains("restore it from a backup"));
}

TEST_CASE("a read-only connection reads beside a writer and refuses to write", "[db][connection]") {
    const TemporaryDirectory folder;
    make_notes(folder / "a.db");
    Connection writer(folder / "a.db", OpenMode::read_write);
    Connection reader(folder / "a.db", OpenMode::read_only);
    writer.execute("INSERT INTO note VALUES('new')");
    CHECK(reader.query_int("SELECT count(*) FROM note") == 2);
    CHECK_THROWS_AS(reader.execute("DELETE FROM note"), db::ReadOnly);
}

TEST_CASE("a file this user may not write is not opened for writing", "[db][connection]") {
    const TemporaryDirectory folder;
    make_notes(folder / "a.db");
    fs::permissions(folder.path(), fs::perms{0755});
    fs::permissions(folder / "a.db", fs::perms{0444});
    CHECK(in_child_process([&] {
              become_ordinary_user();
              try {
                  Connection(folder / "a.db", OpenMode::read_write);
                  return 1;
              } catch (const db::ReadOnly& error) {
                  return says(samples::in_english(error.message()), "a.db cannot be written") ? 0
                                                                                              : 2;
              }
          }) == 0);
}

TEST_CASE("files out of reach are refused with the permission that is missing",
          "[db][connection]") {
    const TemporaryDirectory folder;
    make_notes(folder / "a.db");
    fs::permissions(folder / "a.db", fs::perms::none);
    fs::permissions(folder.path(), fs::perms{0555});
    CHECK(in_child_process([&] {
              become_ordinary_user();
              const std::string unreadable = refusal(folder / "a.db", OpenMode::read_only);
              const std::string uncreatable = refusal(folder / "b.db", OpenMode::create);
              if (!says(unreadable, "this user may not open")) return 1;
              return says(uncreatable, "this user may not create it") ? 0 : 2;
          }) == 0);
    fs::permissions(folder.path(), fs::perms{0755});
}

TEST_CASE("a database on media that nobody can write can still be read", "[db][connection]") {
    const TemporaryDirectory folder;
    const auto file = folder / "100%? a#b.db"; // a URI would mistake these
    make_notes(file);
    fs::permissions(file, fs::perms{0444});
    fs::permissions(folder.path(), fs::perms{0555});
    CHECK(in_child_process([&] {
              become_ordinary_user();
              Connection reader(file, OpenMode::read_only);
              const auto notes = reader.query_int("SELECT count(*) FROM note");
              return notes == 1 && !fs::exists(file.string() + "-shm") ? 0 : 1;
          }) == 0);
    fs::permissions(folder.path(), fs::perms{0755});
}

TEST_CASE("changes still in the -wal file are never silently left out", "[db][connection]") {
    const TemporaryDirectory folder;
    make_notes(folder / "a.db");
    fs::create_directory(folder / "copy");
    {
        Connection writer(folder / "a.db", OpenMode::read_write);
        writer.execute("INSERT INTO note VALUES('in the log')");
        fs::copy_file(folder / "a.db", folder / "copy/a.db");
        fs::copy_file(folder / "a.db-wal", folder / "copy/a.db-wal");
    }
    fs::permissions(folder.path(), fs::perms{0755});
    for (const char* file : {"copy/a.db", "copy/a.db-wal"}) // whatever the umask was
        fs::permissions(folder / file, fs::perms{0644});
    fs::permissions(folder / "copy", fs::perms{0555});
    CHECK(in_child_process([&] {
              become_ordinary_user();
              return says(refusal(folder / "copy/a.db", OpenMode::read_only),
                          "changes waiting in its -wal file")
                         ? 0
                         : 1;
          }) == 0);
    fs::permissions(folder / "copy", fs::perms{0755});
}

TEST_CASE("on a full disk nothing is stored and the connection stays usable", "[db][connection]") {
    const TemporaryDirectory folder;
    make_notes(folder / "a.db");
    CHECK(in_child_process([&] {
              Connection connection(folder / "a.db", OpenMode::read_write);
              limit_file_size(100'000);
              try {
                  db::Transaction transaction(connection);
                  connection.execute(add_large_notes);
                  transaction.commit();
                  return 1;
              } catch (const db::DiskFull& error) {
                  if (!says(samples::in_english(error.message()), "the disk is full")) return 2;
                  if (!says(samples::in_english(error.message()), "a.db")) return 3;
              }
              connection.execute("INSERT INTO note VALUES('small')");
              return connection.query_int("SELECT count(*) FROM note") == 2 ? 0 : 4;
          }) == 0);
    Connection after(folder / "a.db", OpenMode::read_write);
    CHECK(after.query_int("SELECT count(*) FROM note") == 2);
}

TEST_CASE("a database that may not grow says that the disk is full", "[db][connection]") {
    const TemporaryDirectory folder;
    make_notes(folder / "a.db");
    Connection connection(folder / "a.db", OpenMode::read_write);
    connection.execute("PRAGMA max_page_count=10");
    CHECK_THROWS_AS(connection.execute(add_large_notes), db::DiskFull);
    CHECK(connection.query_int("SELECT count(*) FROM note") == 1);
}

TEST_CASE("a mistake in SQL is reported with the file and the statement", "[db][connection]") {
    const TemporaryDirectory folder;
    Connection connection(folder / "a.db", OpenMode::create);
    CHECK_THAT(samples::told_by([&] { connection.execute("SELECT text FROM nowhere"); }),
               Contains("a.db") && Contains("no such table: nowhere") &&
                   Contains("SELECT text FROM nowhere"));
    CHECK_THAT(samples::told_by([&] { connection.query_int("SELECT 1 WHERE 0"); }),
               Contains("SELECT 1 WHERE 0"));
}

TEST_CASE("a statement is compiled once however its SQL is spelled in memory", "[db][connection]") {
    const TemporaryDirectory folder;
    Connection connection(folder / "a.db", OpenMode::create);
    const std::string copy = "SELECT 1";
    CHECK(&connection.prepared("SELECT 1") == &connection.prepared(copy));
    CHECK(&connection.prepared("SELECT 1") != &connection.prepared("SELECT 2"));
}

TEST_CASE("another thread can interrupt a long query", "[db][connection]") {
    const TemporaryDirectory folder;
    Connection connection(folder / "a.db", OpenMode::create);
    std::jthread impatient([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(std::chrono::milliseconds{5});
            connection.interrupt();
        }
    });
    CHECK_THAT(samples::told_by([&] { connection.query_int(endless); }),
               Contains("was interrupted"));
}

TEST_CASE("a checkpoint empties the log unless a reader still needs it", "[db][connection]") {
    const TemporaryDirectory folder;
    make_notes(folder / "a.db");
    Connection writer(folder / "a.db", OpenMode::read_write,
                      {.busy_timeout = std::chrono::milliseconds{50}});
    Connection reader(folder / "a.db", OpenMode::read_only);
    {
        const db::Transaction snapshot(reader, db::TransactionKind::read);
        writer.execute(add_large_notes);
        CHECK_FALSE(writer.checkpoint(db::Checkpoint::passive));
        CHECK_FALSE(writer.checkpoint(db::Checkpoint::truncate));
    }
    CHECK(writer.checkpoint(db::Checkpoint::truncate));
    CHECK(fs::file_size(folder / "a.db-wal") == 0);
}
