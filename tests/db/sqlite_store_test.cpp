#include "db/error.hpp"
#include "db/sqlite_store.hpp"
#include "tests/support/said.hpp"
#include "tests/support/sample_books.hpp"
#include "tests/support/store_contract.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

using Catch::Matchers::Contains;
using db::open_sqlite_store;
using db::StoreMode;

namespace {

class SqlitePlace : public StorePlace {
public:
    std::unique_ptr<core::Store> create() override {
        file_ = directory_ / ("ward-" + std::to_string(++created_) + ".db");
        return open_sqlite_store(file_, StoreMode::create);
    }

    std::unique_ptr<core::Store> open() override {
        return open_sqlite_store(file_, StoreMode::write);
    }

private:
    TemporaryDirectory directory_;
    std::filesystem::path file_;
    int created_ = 0;
};

void keep(const std::vector<StoreClause>& clauses) {
    for (const StoreClause& clause : clauses) {
        DYNAMIC_SECTION(clause.sentence) {
            SqlitePlace place;
            clause.check(place);
        }
    }
}

} // namespace

TEST_CASE("the SQLite store keeps the contract on commands", "[db][store]") {
    keep(store_contract::commands());
}

TEST_CASE("the SQLite store keeps the contract on concurrency", "[db][store]") {
    keep(store_contract::concurrency());
}

TEST_CASE("the SQLite store keeps the contract on contents", "[db][store]") {
    keep(store_contract::contents());
}

TEST_CASE("the SQLite store keeps the contract on the lives of dossiers", "[db][store]") {
    keep(store_contract::dossier_lives());
}

TEST_CASE("the SQLite store keeps the contract on lists", "[db][store]") {
    keep(store_contract::lists());
}

TEST_CASE("the SQLite store keeps the contract on offices beside each other", "[db][store]") {
    keep(store_contract::offices());
}

TEST_CASE("the SQLite store keeps the contract on lists by pages", "[db][store]") {
    keep(store_contract::paging());
}

TEST_CASE("the SQLite store keeps the contract on the room", "[db][store]") {
    keep(store_contract::room());
}

TEST_CASE("a SQLite store is never created over a file that exists", "[db][store]") {
    const TemporaryDirectory directory;
    std::ofstream(directory / "ward.db") << "precious";
    CHECK_THAT(
        samples::told_by([&] { open_sqlite_store(directory / "ward.db", StoreMode::create); }),
        Contains("exists already"));
    CHECK(std::filesystem::file_size(directory / "ward.db") == 8);
}

TEST_CASE("a SQLite store that is not there is not made by opening it", "[db][store]") {
    const TemporaryDirectory directory;
    for (const auto mode : {StoreMode::write, StoreMode::read})
        CHECK_THROWS_AS(open_sqlite_store(directory / "ward.db", mode), db::Error);
    CHECK_FALSE(std::filesystem::exists(directory / "ward.db"));
}

TEST_CASE("a file that is no store is refused", "[db][store]") {
    const TemporaryDirectory directory;
    std::ofstream(directory / "letter.txt") << std::string(5000, 'x');
    for (const auto mode : {StoreMode::write, StoreMode::read})
        CHECK_THROWS_AS(open_sqlite_store(directory / "letter.txt", mode), db::Error);
}

TEST_CASE("a SQLite store is read beside its writer, and written by one only", "[db][store]") {
    const TemporaryDirectory directory;
    const auto writer = open_sqlite_store(directory / "ward.db", StoreMode::create);
    auto books = samples::OfficeBooks::found(*writer);
    const auto reader = open_sqlite_store(directory / "ward.db", StoreMode::read);
    REQUIRE(reader->agencies().size() == 1);
    const auto received =
        books.receive({"1.000002", {"Lê Thị Hoa", "", "", ""}, {}, "lan", 0},
                      samples::at(samples::date(2024, 5, 6), std::chrono::hours{9}));
    REQUIRE(received);
    CHECK(reader->read(books.agency())->find_dossier(received->code));
}
