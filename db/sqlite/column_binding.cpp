#include "db/sqlite/column_binding.hpp"

#include <optional>

namespace db {

std::string sqlite_parameter(std::size_t number) { return "?" + std::to_string(number); }

void bind_values(Statement& statement, std::span<const ColumnValue> values) {
    int index = 0;
    for (const ColumnValue& value : values) {
        ++index;
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            statement.bind(index, *number);
        } else if (is_null(value)) {
            statement.bind(index, std::nullopt);
        } else {
            statement.bind(index, text_in(value));
        }
    }
}

ColumnValue value_of(const Statement& row, int column, ColumnKind kind) {
    // Only NULL has no address: most columns are texts, and need no call for their type.
    if (kind == ColumnKind::text) {
        const std::string_view text = row.column_text(column);
        return text.data() ? ColumnValue(text) : ColumnValue();
    }
    if (row.column_is_null(column)) return {};
    return row.column_int(column);
}

} // namespace db
