#include "db/error.hpp"
#include "db/write_lock.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/said.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <string>

using Catch::Matchers::Contains;
using db::WriteLock;
namespace fs = std::filesystem;

TEST_CASE("a second writing process is refused and told which one has the file",
          "[db][write_lock]") {
    const TemporaryDirectory folder;
    const WriteLock first(folder / "a.db");
    const std::string holder = "process " + std::to_string(getpid()) + " (";
    CHECK(in_child_process([&] {
              try {
                  const WriteLock second(folder / "a.db");
                  return 1;
              } catch (const db::Busy& busy) {
                  const std::string sentence = samples::in_english(busy.message());
                  return sentence.find(holder) != std::string::npos &&
                                 sentence.find("a.db is open for writing") != std::string::npos
                             ? 0
                             : 2;
              }
          }) == 0);
}

TEST_CASE("the lock ends with its scope or with its process, however that ends",
          "[db][write_lock]") {
    const TemporaryDirectory folder;
    { const WriteLock released(folder / "a.db"); }
    in_child_process([&] {
        const WriteLock taken(folder / "a.db");
        kill(getpid(), SIGKILL);
        return 0;
    });
    CHECK_NOTHROW(WriteLock(folder / "a.db"));
}

TEST_CASE("two databases, and two names of one database, are told apart", "[db][write_lock]") {
    const TemporaryDirectory folder;
    std::ofstream(folder / "a.db") << "";
    fs::create_symlink(folder / "a.db", folder / "link.db");
    const WriteLock first(folder / "a.db");
    CHECK_NOTHROW(WriteLock(folder / "b.db"));
    CHECK_THROWS_AS(WriteLock(folder / "link.db"), db::Busy);
}

TEST_CASE("a file marked read-only is refused even for root", "[db][write_lock]") {
    const TemporaryDirectory folder;
    std::ofstream(folder / "a.db") << "";
    fs::permissions(folder / "a.db", fs::perms{0444});
    CHECK_THROWS_AS(WriteLock(folder / "a.db"), db::ReadOnly);
    CHECK_THAT(samples::told_by([&] { WriteLock(folder / "a.db"); }),
               Contains("a.db is marked read-only"));
    CHECK_FALSE(fs::exists(folder / "a.db-lock"));
}

TEST_CASE("a file or folder this user may not write is refused", "[db][write_lock]") {
    const TemporaryDirectory folder;
    std::ofstream(folder / "a.db") << "";
    fs::permissions(folder / "a.db", fs::perms{0644});
    fs::permissions(folder.path(), fs::perms{0555});
    const auto is_read_only = [&](const char* name) {
        try {
            const WriteLock lock(folder / name);
        } catch (const db::ReadOnly&) {
            return true;
        }
        return false;
    };
    CHECK(in_child_process([&] {
              become_ordinary_user();
              return is_read_only("a.db") && is_read_only("new.db") ? 0 : 1;
          }) == 0);
    fs::permissions(folder.path(), fs::perms{0755});
}

TEST_CASE("a lock for a database in a missing folder names the folder", "[db][write_lock]") {
    const TemporaryDirectory folder;
    CHECK_THAT(samples::told_by([&] { WriteLock(folder / "none/a.db"); }),
               Contains("there is no folder"));
    CHECK_THAT(samples::told_by([&] { WriteLock(folder.path()); }), Contains("is a folder"));
}
