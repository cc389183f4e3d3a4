#pragma once

#include "core/engine/import/import_table.hpp"
#include "tests/support/said.hpp"

#include <string>
#include <utility>
#include <vector>

namespace samples {

/// The rows of a table, `2: a|b`, or what is wrong with one or with the file; then what was passed
/// over.
inline std::vector<std::string> told_rows(core::TableFile& file,
                                          const std::vector<std::string>& columns) {
    auto opened = core::ImportTable::open(file, columns);
    if (!opened) return {in_english(opened.error().message)};
    core::ImportTable table = std::move(opened).value();
    std::vector<std::string> told;
    while (table.next()) {
        std::string row = std::to_string(table.line()) + ": ";
        if (table.problem()) {
            row += in_english(*table.problem());
        } else {
            for (std::size_t i = 0; i < columns.size(); ++i)
                row += (i == 0 ? "" : "|") + std::string(table.field(i));
        }
        told.push_back(row);
    }
    if (table.blank_rows() > 0) told.push_back(std::to_string(table.blank_rows()) + " blank rows");
    if (table.blank_columns() > 0)
        told.push_back(std::to_string(table.blank_columns()) + " blank columns");
    return told;
}

} // namespace samples
