#pragma once

#include "db/sqlite/connection.hpp"
#include "db/sqlite_store.hpp"
#include "tests/support/sample_books.hpp"
#include "tests/support/temporary_directory.hpp"

#include <memory>
#include <stdexcept>
#include <string>

/// An office's books in a SQLite file of its own, for one test.
class SqliteOffice {
public:
    core::Store& store() { return *store_; }

    samples::OfficeBooks& books() { return books_; }

    /// Changes the file behind the program's back.
    void tamper(const std::string& sql) {
        add_up();
        db::Connection connection(file(), db::OpenMode::read_write);
        connection.execute("PRAGMA foreign_keys=OFF");
        connection.execute(sql.c_str());
    }

    std::int64_t query_int(const std::string& sql) {
        add_up();
        db::Connection connection(file(), db::OpenMode::read_only);
        return connection.query_int(sql);
    }

private:
    /// A change by itself leaves nothing postponed.
    void add_up() {
        const auto nothing = [](core::Books&) -> core::Result<void> { return {}; };
        if (!store_->write_alone(books_.agency(), nothing)) throw std::logic_error("not added up");
    }

    std::filesystem::path file() const { return directory_ / "ward.db"; }

    TemporaryDirectory directory_;
    std::unique_ptr<core::Store> store_ = db::open_sqlite_store(file(), db::StoreMode::create);
    samples::OfficeBooks books_ = samples::OfficeBooks::found(*store_);
};
