#include "db/error.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/statement.hpp"
#include "db/sqlite/transaction.hpp"
#include "tests/support/said.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <stdexcept>

using Catch::Matchers::Contains;
using db::Connection;
using db::OpenMode;

namespace {

/// A database with one table that takes anything.
struct Values {
    TemporaryDirectory folder;
    Connection connection{folder / "a.db", OpenMode::create};

    Values() { connection.execute("CREATE TABLE value(id INTEGER PRIMARY KEY, content)"); }

    std::int64_t count() { return connection.query_int("SELECT count(*) FROM value"); }
};

constexpr auto add = "INSERT INTO value(content) VALUES(?1)";
constexpr auto read_all = "SELECT content, typeof(content) FROM value ORDER BY id";

} // namespace

TEST_CASE("every kind of value comes back as it was bound", "[db][statement]") {
    Values values;
    const std::array blob{std::byte{0}, std::byte{255}};
    const std::string text = "Nguy\xe1\xbb\x85n";
    auto& statement = values.connection.prepared(add);
    statement.bind(1, std::int64_t{1} << 62).run();
    statement.bind(1, 7).run();
    statement.bind(1, 0.5).run();
    statement.bind(1, text).run();
    statement.bind(1, std::span<const std::byte>{blob}).run();
    statement.bind(1, std::nullopt).run();

    const auto rows = values.connection.use(read_all);
    REQUIRE(rows->step());
    CHECK(rows->column_int(0) == std::int64_t{1} << 62);
    REQUIRE(rows->step());
    CHECK(rows->column_optional_int(0) == 7);
    REQUIRE(rows->step());
    CHECK(rows->column_double(0) == 0.5);
    REQUIRE(rows->step());
    CHECK(rows->column_text(0) == text);
    REQUIRE(rows->step());
    CHECK(std::ranges::equal(rows->column_blob(0), blob));
    REQUIRE(rows->step());
    CHECK(rows->column_is_null(0));
    CHECK_FALSE(rows->column_optional_int(0));
    CHECK_FALSE(rows->column_optional_string(0));
    CHECK(rows->column_text(0).empty());
    CHECK_FALSE(rows->step());
}

TEST_CASE("an optional is bound as its value or as NULL", "[db][statement]") {
    Values values;
    auto& statement = values.connection.prepared(add);
    statement.bind(1, std::optional<std::int64_t>{5}).run();
    statement.bind(1, std::optional<std::int64_t>{}).run();
    statement.bind(1, std::optional<std::string_view>{"x"}).run();
    statement.bind(1, std::optional<std::string_view>{}).run();
    CHECK(values.connection.query_int("SELECT count(content) FROM value") == 2);
}

TEST_CASE("an empty text and an empty blob are not NULL", "[db][statement]") {
    Values values;
    auto& statement = values.connection.prepared(add);
    statement.bind(1, std::string_view{}).run();
    statement.bind(1, std::span<const std::byte>{}).run();
    const auto rows = values.connection.use(read_all);
    REQUIRE(rows->step());
    CHECK(rows->column_text(1) == "text");
    REQUIRE(rows->step());
    CHECK(rows->column_text(1) == "blob");
}

TEST_CASE("a temporary string may be bound: it is copied", "[db][statement]") {
    Values values;
    auto& statement = values.connection.prepared(add);
    statement.bind(1, std::string(100, 'a'));
    statement.run();
    const auto row = values.connection.use(read_all);
    REQUIRE(row->step());
    CHECK(row->column_string(0) == std::string(100, 'a'));
}

TEST_CASE("a loop binds only what changes", "[db][statement]") {
    Values values;
    auto& statement = values.connection.prepared("INSERT INTO value(id, content) VALUES(?1, ?2)");
    statement.bind_all(1, "same").run();
    statement.bind(1, 2).run();
    CHECK(values.connection.query_int("SELECT count(*) FROM value WHERE content='same'") == 2);
}

TEST_CASE("at end of scope a borrowed statement lets go of its rows and bindings",
          "[db][statement]") {
    Values values;
    values.connection.execute("INSERT INTO value VALUES(1, 'a'), (2, 'b')");
    {
        const auto row = values.connection.use("SELECT id, ?1 FROM value");
        row->bind(1, "x");
        REQUIRE(row->step());
    }
    {
        const auto row = values.connection.use("SELECT id, ?1 FROM value");
        REQUIRE(row->step());
        CHECK(row->column_int(0) == 1);
        CHECK(row->column_is_null(1));
    }
    // A row still being read would keep the log from being emptied.
    CHECK(values.connection.checkpoint(db::Checkpoint::truncate));
}

TEST_CASE("an exception in the middle of reading rows leaves the connection usable",
          "[db][statement]") {
    Values values;
    values.connection.execute("INSERT INTO value VALUES(1, 'a'), (2, 'b')");
    const auto read_and_fail = [&] {
        const auto row = values.connection.use(read_all);
        row->step();
        throw std::runtime_error("the reader of the row failed");
    };
    CHECK_THROWS(read_and_fail());
    CHECK(values.connection.checkpoint(db::Checkpoint::truncate));
    const auto row = values.connection.use(read_all);
    REQUIRE(row->step());
    CHECK(row->column_text(0) == "a");
}

TEST_CASE("a statement that fails midway can be used again", "[db][statement]") {
    Values values;
    values.connection.execute("INSERT INTO value VALUES(2, 'taken')");
    auto& statement = values.connection.prepared("INSERT INTO value(id) VALUES(?1)");
    db::Transaction transaction(values.connection);
    statement.bind(1, 1).run();
    CHECK_THAT(samples::told_by([&] { statement.bind(1, 2).run(); }),
               Contains("UNIQUE constraint failed: value.id"));
    statement.bind(1, 3).run();
    transaction.commit();
    CHECK(values.count() == 3);
}

TEST_CASE("binding a parameter that is not there is reported with the statement",
          "[db][statement]") {
    Values values;
    CHECK_THAT(samples::told_by([&] { values.connection.prepared(add).bind(2, 1); }),
               Contains(add));
}

TEST_CASE("changes and the latest id are those of the last statement", "[db][statement]") {
    Values values;
    values.connection.execute("INSERT INTO value VALUES(41, 'a'), (42, 'b')");
    CHECK(values.connection.changes() == 2);
    CHECK(values.connection.last_insert_id() == 42);
}
