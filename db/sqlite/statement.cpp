// A prepared statement over SQLite's own handle. Every call that can fail goes through checked() or
// step(), which turn a code into an error while the connection still knows its details: a reset
// would clear them.

#include "db/sqlite/statement.hpp"

#include "db/sqlite/connection.hpp"
#include "db/sqlite/throw_error.hpp"

#include <sqlite3.h>

#include <cassert>

namespace db {

Statement::Statement(Connection& connection, std::string_view sql) : connection_(connection) {
    const char* rest = nullptr;
    const int code =
        sqlite3_prepare_v3(connection.handle(), sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &handle_, &rest);
    if (code != SQLITE_OK) throw_sqlite_error(connection.handle(), code, connection.file(), sql);
    assert(handle_ != nullptr && "a statement needs SQL");
    assert(sql.substr(static_cast<std::size_t>(rest - sql.data())).find_first_not_of(" \n\t;") ==
               std::string_view::npos &&
           "one statement holds one statement");
}

Statement::~Statement() { sqlite3_finalize(handle_); }

Statement& Statement::checked(int code) {
    if (code == SQLITE_OK) return *this;
    throw_sqlite_error(connection_.handle(), code, connection_.file(), sqlite3_sql(handle_));
}

Statement& Statement::bind_integer(int index, std::int64_t value) {
    return checked(sqlite3_bind_int64(handle_, index, value));
}

Statement& Statement::bind_double(int index, double value) {
    return checked(sqlite3_bind_double(handle_, index, value));
}

Statement& Statement::bind(int index, std::string_view text) {
    // A null pointer would bind NULL; an empty text is not NULL.
    const char* data = text.data() == nullptr ? "" : text.data();
    return checked(
        sqlite3_bind_text64(handle_, index, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

Statement& Statement::bind(int index, const char* text) {
    return bind(index, std::string_view{text});
}

Statement& Statement::bind(int index, const std::string& text) {
    return bind(index, std::string_view{text});
}

Statement& Statement::bind(int index, const std::string&& text) {
    // A temporary is gone before step(): SQLite copies it, unlike what others keep alive.
    return checked(sqlite3_bind_text64(handle_, index, text.data(), text.size(), SQLITE_TRANSIENT,
                                       SQLITE_UTF8));
}

Statement& Statement::bind(int index, std::span<const std::byte> blob) {
    // As with texts: an empty blob is not NULL.
    if (blob.empty()) return checked(sqlite3_bind_zeroblob(handle_, index, 0));
    return checked(sqlite3_bind_blob64(handle_, index, blob.data(), blob.size(), SQLITE_STATIC));
}

Statement& Statement::bind(int index, std::nullopt_t) {
    return checked(sqlite3_bind_null(handle_, index));
}

Statement& Statement::bind(int index, std::optional<std::int64_t> value) {
    return value ? bind_integer(index, *value) : bind(index, std::nullopt);
}

Statement& Statement::bind(int index, std::optional<std::string_view> text) {
    return text ? bind(index, *text) : bind(index, std::nullopt);
}

bool Statement::step() {
    const int code = sqlite3_step(handle_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    try {
        throw_sqlite_error(connection_.handle(), code, connection_.file(), sqlite3_sql(handle_));
    } catch (...) {
        // Only now: a reset would clear the details the sentence is made from.
        reset();
        throw;
    }
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() noexcept { sqlite3_reset(handle_); }

void Statement::clear_bindings() noexcept { sqlite3_clear_bindings(handle_); }

std::int64_t Statement::column_int(int column) const {
    return sqlite3_column_int64(handle_, column);
}

double Statement::column_double(int column) const { return sqlite3_column_double(handle_, column); }

bool Statement::column_is_null(int column) const {
    return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

std::optional<std::int64_t> Statement::column_optional_int(int column) const {
    if (column_is_null(column)) return std::nullopt;
    return column_int(column);
}

std::string_view Statement::column_text(int column) const {
    const void* data = sqlite3_column_text(handle_, column);
    if (data == nullptr) return {};
    return {static_cast<const char*>(data),
            static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::span<const std::byte> Statement::column_blob(int column) const {
    const void* data = sqlite3_column_blob(handle_, column);
    if (data == nullptr) return {};
    return {static_cast<const std::byte*>(data),
            static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::string Statement::column_string(int column) const { return std::string{column_text(column)}; }

std::optional<std::string> Statement::column_optional_string(int column) const {
    if (column_is_null(column)) return std::nullopt;
    return column_string(column);
}

Use::Use(Statement& statement) : statement_(statement) {
    assert(!statement.in_use_ && "the statement is borrowed already");
    statement.in_use_ = true;
}

Use::~Use() {
    // A reset ends what was read; bindings are cleared, for they point at what others own.
    statement_.reset();
    statement_.clear_bindings();
    statement_.in_use_ = false;
}

} // namespace db
