#include "db/backup.hpp"
#include "db/error.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/transaction.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/said.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using Catch::Matchers::Contains;
using db::Connection;
using db::copy_database;
using db::OpenMode;
using db::Transaction;
namespace fs = std::filesystem;

namespace {

/// Two tables that every transaction keeps equal, large enough for many chunks.
void make_ledger(const fs::path& file) {
    Connection connection(file, OpenMode::create);
    connection.execute(
        "CREATE TABLE debit(content BLOB); CREATE TABLE credit(content BLOB);"
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
        "INSERT INTO debit SELECT zeroblob(3000) FROM n;"
        "INSERT INTO credit SELECT content FROM debit");
}

void book(Connection& connection) {
    Transaction transaction(connection);
    connection.execute("INSERT INTO debit VALUES(zeroblob(3000))");
    connection.execute("INSERT INTO credit VALUES(zeroblob(3000))");
    transaction.commit();
}

std::int64_t booked(Connection& connection) {
    return connection.query_int("SELECT count(*) FROM debit");
}

std::int64_t imbalance(Connection& connection) {
    return booked(connection) - connection.query_int("SELECT count(*) FROM credit");
}

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename());
    return names;
}

std::string content_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

TEST_CASE("a backup beside a writer that keeps committing is consistent and one file",
          "[db][backup]") {
    const TemporaryDirectory folder;
    make_ledger(folder / "a.db");
    fs::create_directory(folder / "backup");
    std::atomic<int> commits = 0;
    std::jthread clerk([&](const std::stop_token& stop) {
        Connection connection(folder / "a.db", OpenMode::read_write);
        for (; !stop.stop_requested(); ++commits) book(connection);
    });
    while (commits < 3) std::this_thread::yield();

    std::vector<double> fractions;
    int commits_at_first_chunk = 0;
    copy_database(folder / "a.db", folder / "backup/a.db", [&](double fraction) {
        if (fractions.empty()) commits_at_first_chunk = commits;
        fractions.push_back(fraction);
        // The writer gets on with it between any two chunks.
        for (const int now = commits; commits == now;) std::this_thread::yield();
    });

    CHECK(commits > commits_at_first_chunk + 3);
    CHECK(names_in(folder / "backup") == std::set<std::string>{"a.db"});
    CHECK(fractions.size() > 3);
    CHECK(std::ranges::is_sorted(fractions));
    CHECK(fractions.back() == 1.0);
    Connection copy(folder / "backup/a.db", OpenMode::read_only);
    CHECK(imbalance(copy) == 0);
    // Nothing later is in it: the copy never restarted. One commit may not have
    // been counted yet.
    CHECK(booked(copy) <= 2000 + commits_at_first_chunk + 1);
    CHECK(names_in(folder / "backup") == std::set<std::string>{"a.db"});
}

TEST_CASE("a backup replaces an earlier one and can be restored the same way", "[db][backup]") {
    const TemporaryDirectory folder;
    make_ledger(folder / "a.db");
    copy_database(folder / "a.db", folder / "b.db");
    {
        Connection connection(folder / "a.db", OpenMode::read_write);
        book(connection);
    }
    copy_database(folder / "a.db", folder / "b.db");
    copy_database(folder / "b.db", folder / "restored.db");
    Connection restored(folder / "restored.db", OpenMode::read_write);
    CHECK(booked(restored) == 2001);
}

TEST_CASE("a backup has the permissions of its source, and write for its owner", "[db][backup]") {
    const TemporaryDirectory folder;
    make_ledger(folder / "a.db");
    fs::permissions(folder / "a.db", fs::perms{0440});
    copy_database(folder / "a.db", folder / "b.db");
    CHECK(fs::status(folder / "b.db").permissions() == fs::perms{0640});
}

TEST_CASE("a backup that fails leaves the earlier one as it was", "[db][backup]") {
    const TemporaryDirectory folder;
    make_ledger(folder / "a.db");
    std::ofstream(folder / "b.db") << "the earlier backup";
    const std::set<std::string> names{"a.db", "b.db"};

    SECTION("when the disk is full") {
        CHECK(in_child_process([&] {
                  limit_file_size(1'000'000);
                  try {
                      copy_database(folder / "a.db", folder / "b.db");
                  } catch (const db::DiskFull& error) {
                      const std::string sentence = samples::in_english(error.message());
                      return sentence.find("b.db.part") != std::string::npos ? 0 : 2;
                  }
                  return 1;
              }) == 0);
    }
    SECTION("when the caller gives up") {
        const auto give_up = [](double fraction) {
            if (fraction > 0.3) throw std::runtime_error("stopped");
        };
        CHECK_THAT(
            samples::told_by([&] { copy_database(folder / "a.db", folder / "b.db", give_up); }),
            Catch::Equals("stopped"));
    }
    SECTION("when the source is damaged") {
        {
            std::fstream raw(folder / "a.db", std::ios::in | std::ios::out | std::ios::binary);
            raw.seekp(204'800);
            raw << std::string(80'000, '\xff');
        }
        CHECK_THROWS_AS(copy_database(folder / "a.db", folder / "b.db"), db::Damaged);
        CHECK_THAT(samples::told_by([&] { copy_database(folder / "a.db", folder / "b.db"); }),
                   Contains("a.db is damaged"));
    }
    CHECK(content_of(folder / "b.db") == "the earlier backup");
    for (const auto& name : names_in(folder.path())) {
        INFO(name);
        CHECK((names.contains(name) || name == "a.db-shm" || name == "a.db-wal"));
    }
}

TEST_CASE("a backup never replaces a database in use", "[db][backup]") {
    const TemporaryDirectory folder;
    make_ledger(folder / "a.db");
    make_ledger(folder / "b.db");
    Connection used(folder / "b.db", OpenMode::read_write);
    book(used);
    CHECK_THAT(samples::told_by([&] { copy_database(folder / "a.db", folder / "b.db"); }),
               Contains("in use"));
    CHECK_THAT(samples::told_by([&] { copy_database(folder / "a.db", folder / "a.db"); }),
               Contains("itself"));
    CHECK_THAT(samples::told_by([&] { copy_database(folder / "a.db", folder.path()); }),
               Contains("is a folder"));
    CHECK_THAT(samples::told_by([&] { copy_database(folder / "a.db", folder / "none/b.db"); }),
               Contains("there is no folder"));
}

TEST_CASE("a backup to a link is written where the link points", "[db][backup]") {
    const TemporaryDirectory folder;
    make_ledger(folder / "a.db");
    fs::create_directory(folder / "disk");
    std::ofstream(folder / "disk/b.db") << "the earlier backup";
    fs::create_symlink(folder / "disk/b.db", folder / "b.db");
    copy_database(folder / "a.db", folder / "b.db");
    CHECK(fs::is_symlink(folder / "b.db"));
    Connection copy(folder / "disk/b.db", OpenMode::read_only);
    CHECK(booked(copy) == 2000);
}

TEST_CASE("of two backups to one name the second is refused", "[db][backup]") {
    const TemporaryDirectory folder;
    make_ledger(folder / "a.db");
    bool tried = false;
    copy_database(folder / "a.db", folder / "b.db", [&](double fraction) {
        if (std::exchange(tried, true) || fraction == 1.0) return;
        CHECK_THROWS_AS(copy_database(folder / "a.db", folder / "b.db"), db::Busy);
    });
    CHECK(fs::exists(folder / "b.db"));
}

TEST_CASE("what a killed backup left behind does not disturb the next one", "[db][backup]") {
    const TemporaryDirectory folder;
    make_ledger(folder / "a.db");
    std::ofstream(folder / "b.db.part") << "half a backup";
    std::ofstream(folder / "b.db.part-wal") << "and its log";
    copy_database(folder / "a.db", folder / "b.db");
    CHECK_FALSE(fs::exists(folder / "b.db.part"));
    CHECK_FALSE(fs::exists(folder / "b.db.part-wal"));
}
