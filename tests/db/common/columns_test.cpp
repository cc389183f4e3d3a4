#include "db/common/column_sql.hpp"
#include "db/common/dossier_columns.hpp"
#include "db/common/ticket_columns.hpp"
#include "db/common/version_columns.hpp"
#include "db/error.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/schema.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>

using db::ColumnKind;
using db::ColumnValue;
using db::Written;
using Names = std::multiset<std::string>;

namespace {

struct Pencil {
    std::string name;
    std::optional<core::Channel> sold_by;
    core::Instant made_at;
    int length_mm = 0;
};

struct PencilSource {
    const Pencil& pencil;

    const Pencil& record() const { return pencil; }
};

struct PencilTarget {
    Pencil pencil;

    Pencil& record() { return pencil; }

    [[noreturn]] void unknown_word(std::string_view word) const {
        throw db::Damaged(
            {"db-unknown-word", {{"what", pencil.name}, {"word", std::string(word)}}});
    }
};

constexpr db::ColumnsOf<PencilSource, PencilTarget> of("pencil");

const std::array pencil_columns = {
    of.other("id",
             ColumnKind::integer,
             Written::never,
             nullptr,
             [](PencilTarget&, const ColumnValue&) {}),
    of.text<&Pencil::name>("name", Written::once),
    of.word<core::parse_channel, &Pencil::sold_by>("sold_by"),
    of.instant<&Pencil::made_at>("made_at"),
    of.number<&Pencil::length_mm>("length_mm"),
};

std::string dollar(std::size_t number) { return "$" + std::to_string(number); }

/// The table's columns as the migrations leave them.
Names stored_columns(db::Connection& connection, const std::string& table) {
    Names names;
    db::Statement row(connection, "SELECT name FROM pragma_table_info('" + table + "')");
    while (row.step()) names.insert(row.column_string(0));
    return names;
}

template <typename Columns>
Names listed_columns(const Columns& columns, std::string_view table) {
    Names names;
    for (const auto& column : columns) {
        if (column.table == table) names.emplace(column.name);
    }
    return names;
}

} // namespace

TEST_CASE("the texts of a table's statements follow from its list of columns", "[db][columns]") {
    CHECK(db::select_list(pencil_columns) ==
          "pencil.id, pencil.name, pencil.sold_by, pencil.made_at, pencil.length_mm");
    CHECK(db::insert_text(pencil_columns, dollar) ==
          "INSERT INTO pencil (name, sold_by, made_at, length_mm) VALUES ($1, $2, $3, $4)");
    CHECK(db::update_text(pencil_columns, "id", dollar) ==
          "UPDATE pencil SET sold_by = $1, made_at = $2, length_mm = $3 WHERE id = $4");
    CHECK(db::excluded_list(pencil_columns) ==
          "sold_by = excluded.sold_by, made_at = excluded.made_at, length_mm = excluded.length_mm");
}

TEST_CASE("values stand in the order of the parameters and come back as they were",
          "[db][columns]") {
    const Pencil pencil{"2B", core::Channel::postal, db::instant_of(7), 175};
    const auto inserted = db::values_of(pencil_columns, PencilSource{pencil}, Written::once);
    const auto updated = db::values_of(pencil_columns, PencilSource{pencil}, Written::always);
    REQUIRE(inserted.size() == 4);
    REQUIRE(updated.size() == 3);
    CHECK(db::text_in(inserted[0]) == "2B");
    CHECK(db::text_in(updated[0]) == "postal");
    CHECK(db::number_in(updated[1]) == 7);

    PencilTarget read;
    for (std::size_t i = 0; i < inserted.size(); ++i)
        pencil_columns.at(i + 1).read(read, inserted[i]);
    CHECK(read.pencil.name == pencil.name);
    CHECK(read.pencil.sold_by == pencil.sold_by);
    CHECK(read.pencil.made_at == pencil.made_at);
    CHECK(read.pencil.length_mm == pencil.length_mm);

    pencil_columns[2].read(read, ColumnValue());
    CHECK_FALSE(read.pencil.sold_by);
    CHECK_THROWS_AS(pencil_columns[2].read(read, ColumnValue(std::string("pigeon"))), db::Damaged);
}

TEST_CASE("every column of the tables stands once in their lists", "[db][columns]") {
    const TemporaryDirectory folder;
    db::Connection connection(folder / "a.db", db::OpenMode::create);
    db::migrate(connection);
    const auto same = [&](const auto& columns, const std::string& table) {
        INFO(table);
        CHECK(listed_columns(columns, table) == stored_columns(connection, table));
    };
    same(db::dossier_columns, "dossier");
    same(db::hand_over_columns, "hand_over");
    same(db::ticket_columns, "ticket");
    same(db::version_columns, "procedure_version");
}

TEST_CASE("the leased numbers of a service are stored under its letter in lower case",
          "[db][columns]") {
    CHECK(db::stored_letter('A', core::NumberBlock::ordinary) == 'A');
    CHECK(db::stored_letter('A', core::NumberBlock::leased) == 'a');
    CHECK(db::stored_letter('Z', core::NumberBlock::leased) == 'z');
}
