#pragma once

#include "db/common/column.hpp"
#include "db/sqlite/statement.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace db {

/// `?3`
std::string sqlite_parameter(std::size_t number);

/// Binds parameters 1, 2, 3 …; texts are not copied, so the values must stay until the statement
/// has run.
void bind_values(Statement& statement, std::span<const ColumnValue> values);

/// The column of the present row; a text is SQLite's own memory, valid until the next step.
ColumnValue value_of(const Statement& row, int column, ColumnKind kind);

/// Reads the columns of a row whose SELECT began with select_list(columns).
template <typename Columns, typename Target>
void read_columns(const Statement& row, const Columns& columns, Target& target) {
    int index = 0;
    for (const auto& column : columns) {
        if (column.read) column.read(target, value_of(row, index++, column.kind));
    }
}

} // namespace db
