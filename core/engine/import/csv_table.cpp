// One of several that implement csv_reader.hpp: a table with a header, whose columns are found by
// name.

#include "core/domain/utf8.hpp"
#include "core/engine/import/csv_reader.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace core {

namespace {

// A first record that is no header at all must not fill the screen.
constexpr std::size_t most_names_told = 5;
constexpr std::size_t longest_name_told_bytes = 40;

std::string shortened(std::string_view name) {
    if (name.size() <= longest_name_told_bytes) return std::string(name);
    std::string start(name.substr(0, longest_name_told_bytes));
    if (const auto broken = find_broken_utf8(start)) start.resize(*broken);
    return start + "…";
}

/// "`code`, `name`", and how many more there are.
std::string listed(const std::vector<std::string>& names) {
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), most_names_told); ++i)
        list += (i == 0 ? "`" : ", `") + names[i] + "`";
    if (names.size() > most_names_told)
        list += " (+" + std::to_string(names.size() - most_names_told) + ")";
    return list;
}

Error header_error(std::int64_t line, std::vector<Message> problems) {
    return {ErrorKind::invalid_input,
            {"csv-header-wrong", {{"line", line}, {"problems", std::move(problems)}}}};
}

Result<std::vector<std::size_t>> match_columns(const CsvRecord& header,
                                               const std::vector<std::string>& columns) {
    const auto& names = header.fields;
    std::vector<std::size_t> positions;
    std::vector<std::string> missing;
    std::vector<std::string> unknown;
    std::vector<std::string> doubled;
    for (const std::string& column : columns) {
        const auto found = std::ranges::find(names, column);
        if (found == names.end()) missing.push_back(column);
        positions.push_back(static_cast<std::size_t>(found - names.begin()));
        if (std::ranges::count(names, column) > 1) doubled.push_back(column);
    }
    for (const std::string_view name : names) {
        if (std::ranges::find(columns, name) == columns.end()) unknown.push_back(shortened(name));
    }

    std::vector<Message> problems;
    if (!missing.empty())
        problems.push_back({"csv-columns-missing", {{"columns", listed(missing)}}});
    if (!unknown.empty())
        problems.push_back({"csv-columns-unknown", {{"columns", listed(unknown)}}});
    if (!doubled.empty())
        problems.push_back({"csv-columns-doubled", {{"columns", listed(doubled)}}});
    if (!problems.empty()) return header_error(header.line, std::move(problems));
    return positions;
}

} // namespace

CsvTable::CsvTable(CsvReader reader, std::vector<std::size_t> positions)
    : reader_(std::move(reader)), positions_(std::move(positions)) {}

Result<CsvTable> CsvTable::open(std::istream& input, const std::vector<std::string>& columns) {
    CsvReader reader(input);
    CsvRecord header;
    if (!reader.next(header)) return header_error(1, {"csv-file-empty"});
    if (header.problem) return header_error(header.line, {*header.problem});
    auto positions = match_columns(header, columns);
    if (!positions) return positions.error();
    return CsvTable(std::move(reader), std::move(positions).value());
}

bool CsvTable::next() {
    if (!reader_.next(record_)) return false;
    const std::size_t count = record_.fields.size();
    if (!record_.problem && count != positions_.size()) {
        record_.problem = Message{"csv-column-count",
                                  {{"count", static_cast<std::int64_t>(count)},
                                   {"expected", static_cast<std::int64_t>(positions_.size())}}};
    }
    return true;
}

std::string_view CsvTable::field(std::size_t column) const {
    assert(!record_.problem && column < positions_.size());
    return record_.fields[positions_[column]];
}

} // namespace core
