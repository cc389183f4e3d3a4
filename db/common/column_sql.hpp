#pragma once

#include "db/common/column.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// The texts of a table's statements, made from its list of columns, and the values for them. A
/// text is made once and prepared once: keep it in a static. Parameters stand in the order of the
/// list, so that the n-th value belongs to the n-th parameter.
namespace db {

/// How a database writes its n-th parameter: `?3` or `$3`.
using Parameter = std::string (*)(std::size_t number);

/// `dossier.code, dossier.state`: every column that is read.
template <typename Columns>
std::string select_list(const Columns& columns) {
    std::string list;
    for (const auto& column : columns) {
        if (!column.read) continue;
        list +=
            (list.empty() ? "" : ", ") + std::string(column.table) + "." + std::string(column.name);
    }
    return list;
}

/// `INSERT INTO dossier (code, …) VALUES (?1, …)`; what a conflict does is the caller's to add.
template <typename Columns>
std::string insert_text(const Columns& columns, Parameter parameter) {
    std::string table;
    std::string names;
    std::string parameters;
    std::size_t number = 0;
    for (const auto& column : columns) {
        if (column.written == Written::never) continue;
        table = column.table;
        const std::string comma = names.empty() ? "" : ", ";
        names += comma + std::string(column.name);
        parameters += comma + parameter(++number);
    }
    return "INSERT INTO " + table + " (" + names + ") VALUES (" + parameters + ")";
}

/// `UPDATE dossier SET state = ?1, …`, then `WHERE key = ?n` with the parameter behind the others.
template <typename Columns>
std::string update_text(const Columns& columns, std::string_view key, Parameter parameter) {
    std::string table;
    std::string changes;
    std::size_t number = 0;
    for (const auto& column : columns) {
        if (column.written != Written::always) continue;
        table = column.table;
        changes +=
            (changes.empty() ? "" : ", ") + std::string(column.name) + " = " + parameter(++number);
    }
    return "UPDATE " + table + " SET " + changes + " WHERE " + std::string(key) + " = " +
           parameter(number + 1);
}

/// `state = excluded.state, …`: what an insert over a row that is there changes in it.
template <typename Columns>
std::string excluded_list(const Columns& columns) {
    std::string list;
    for (const auto& column : columns) {
        if (column.written != Written::always) continue;
        const std::string name(column.name);
        list += (list.empty() ? "" : ", ") + name + " = excluded." + name;
    }
    return list;
}

/// The values of an insert, or of an update (`least` is `always`), in the order of the parameters.
/// Texts are views into the source: it must outlive the statement's run.
template <typename Columns, typename Source>
std::vector<ColumnValue> values_of(const Columns& columns, const Source& source, Written least) {
    std::vector<ColumnValue> values;
    values.reserve(columns.size() + 1); // and a key
    for (const auto& column : columns) {
        if (column.written >= least) values.push_back(column.value(source));
    }
    return values;
}

} // namespace db
