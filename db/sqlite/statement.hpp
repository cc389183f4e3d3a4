#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3_stmt;

namespace db {

class Connection;

/// Integers that always fit SQLite's signed 64 bits. A `char` is not a number,
/// and an unsigned 64-bit value must be cast where its range is known.
template <typename T>
concept StorableInteger = std::integral<T> && !std::same_as<T, char> &&
                          static_cast<std::uintmax_t>(std::numeric_limits<T>::max()) <=
                              static_cast<std::uintmax_t>(std::numeric_limits<std::int64_t>::max());

/// One prepared SQL statement. Parameters count from 1, columns from 0.
///
/// A cached statement is used through `Use`, which resets it; a statement made
/// with this constructor belongs to its scope and is finalized there.
///
/// Text and blobs are bound WITHOUT a copy, which is what makes bulk inserts
/// cheap: they must stay alive and unchanged until run(), reset() or the end
/// of the `Use`, whichever is first. Only a temporary std::string is copied.
class Statement {
public:
    /// Throws db::Error quoting the SQL when it does not compile.
    /// `sql` must hold exactly one statement. The connection must outlive it.
    Statement(Connection& connection, std::string_view sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    template <StorableInteger T>
    Statement& bind(int index, T value) {
        return bind_integer(index, static_cast<std::int64_t>(value));
    }

    template <std::floating_point T>
    Statement& bind(int index, T value) {
        return bind_double(index, static_cast<double>(value));
    }

    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, const char* text);
    Statement& bind(int index, const std::string& text);
    Statement& bind(int index, const std::string&& text); ///< Copies.
    Statement& bind(int index, std::span<const std::byte> blob);
    Statement& bind(int index, std::nullopt_t);
    Statement& bind(int index, std::optional<std::int64_t> value);
    Statement& bind(int index, std::optional<std::string_view> text);
    Statement& bind(int index, std::nullptr_t) = delete; // say std::nullopt

    /// Binds parameters 1, 2, 3 ... in order.
    template <typename... Values>
    Statement& bind_all(Values&&... values) {
        int index = 0;
        (bind(++index, std::forward<Values>(values)), ...);
        return *this;
    }

    /// True when there is a row to read, false when the statement is done. On an
    /// exception the statement is reset, so the connection stays usable.
    bool step();

    /// Steps to the end, ignoring rows, and resets. Bindings are kept, so a loop
    /// binds only what changes; what it keeps must still be alive.
    void run();

    /// Lets go of the row, and of the read snapshot when there is no transaction.
    void reset() noexcept;
    void clear_bindings() noexcept;

    /// Columns of the current row; NULL reads as 0, 0.0 or empty.
    std::int64_t column_int(int column) const;
    double column_double(int column) const;
    bool column_is_null(int column) const;
    std::optional<std::int64_t> column_optional_int(int column) const;

    /// Views into SQLite's memory, valid until the next step(), run() or reset().
    std::string_view column_text(int column) const;
    std::span<const std::byte> column_blob(int column) const;

    /// The same as a value of its own.
    std::string column_string(int column) const;
    std::optional<std::string> column_optional_string(int column) const;

private:
    friend class Use;

    Statement& bind_integer(int index, std::int64_t value);
    Statement& bind_double(int index, double value);
    Statement& checked(int code);

    Connection& connection_;
    sqlite3_stmt* handle_ = nullptr;
    bool in_use_ = false;
};

/// Borrows a cached statement for one scope: at its end, exception or not, the
/// statement is reset and its bindings are cleared. The same statement cannot
/// be borrowed twice at a time (asserted): inside a loop over its own rows, make
/// a Statement instead.
class Use {
public:
    explicit Use(Statement& statement);
    ~Use();
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

    Statement& operator*() const { return statement_; }

    Statement* operator->() const { return &statement_; }

private:
    Statement& statement_;
};

} // namespace db
