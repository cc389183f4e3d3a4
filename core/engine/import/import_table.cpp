// Spreadsheets save more than their table: rows and columns that were emptied, blanks around names.
// The header is the first row with something in it, its columns are found by their names, and a row
// is as wide as the header once its blank end is left out.

#include "core/engine/import/import_table.hpp"

#include "core/domain/utf8.hpp"
#include "core/engine/import/header_name.hpp"

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

bool is_among(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::any_of(names,
                               [&](const std::string& each) { return header_name(each) == name; });
}

/// Where the expected columns stand in the header.
Result<std::vector<std::size_t>> match_columns(const TableRecord& header,
                                               const std::vector<std::string>& columns,
                                               const std::vector<std::string>& passed_over) {
    std::vector<std::string> names;
    for (const std::string_view name : header.fields) names.push_back(header_name(name));
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
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].empty() || std::ranges::find(columns, names[i]) != columns.end() ||
            is_among(passed_over, names[i]))
            continue;
        unknown.push_back(shortened(header.fields[i]));
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

ImportTable::ImportTable(std::unique_ptr<RecordSource> source, std::size_t width)
    : source_(std::move(source)), width_(width) {}

Result<ImportTable> ImportTable::open(TableFile& file,
                                      const std::vector<std::string>& columns,
                                      const std::vector<std::string>& passed_over) {
    auto source = file.open(columns);
    if (!source) return source.error();
    ImportTable table(std::move(source).value(), 0);
    do {
        if (!table.source_->next(table.record_)) return header_error(1, {"csv-file-empty"});
    } while (table.is_blank());
    TableRecord& header = table.record_;
    if (header.problem) return header_error(header.line, {*header.problem});
    // Blank columns at the end belong to no header.
    const std::size_t width_as_read = header.fields.size();
    while (!header.fields.empty() && is_blank_text(header.fields.back())) header.fields.pop_back();
    auto positions = match_columns(header, columns, passed_over);
    if (!positions) return table.header_below(columns).value_or(positions.error());
    table.behind_ = width_as_read - header.fields.size();
    table.width_ = header.fields.size();
    table.header_.assign(header.fields.begin(), header.fields.end());
    table.positions_ = std::move(positions).value();
    for (std::size_t i = 0; i < table.width_; ++i) {
        if (is_blank_text(header.fields[i])) table.unnamed_.push_back(i);
        if (is_among(passed_over, header_name(header.fields[i])))
            table.passed_over_.emplace_back(header.fields[i]);
    }
    return table;
}

/// Why the first row is no header, where one below it is: people write a title above their table.
std::optional<Error> ImportTable::header_below(const std::vector<std::string>& columns) {
    const std::int64_t first = record_.line;
    const std::size_t named = columns_named(record_, columns);
    for (std::size_t row = 0; row < rows_looked_at_for_header && source_->next(record_); ++row) {
        const std::size_t below = columns_named(record_, columns);
        if (below <= named || below * 2 <= columns.size()) continue;
        return header_error(first, {{"csv-header-below", {{"line", record_.line}}}});
    }
    return std::nullopt;
}

bool ImportTable::next() {
    for (;;) {
        if (!source_->next(record_)) return false;
        if (!is_blank()) break;
        ++blank_rows_;
    }
    if (!record_.problem) check_width();
    return true;
}

bool ImportTable::is_blank() const {
    return !record_.problem && std::ranges::all_of(record_.fields, is_blank_text);
}

/// What stands in a column without a name would be lost without a word.
void ImportTable::check_width() {
    auto& fields = record_.fields;
    const std::size_t width_as_read = fields.size();
    while (fields.size() > width_ && is_blank_text(fields.back())) fields.pop_back();
    if (fields.size() != width_) {
        record_.problem = Message{"csv-column-count",
                                  {{"count", static_cast<std::int64_t>(fields.size())},
                                   {"expected", static_cast<std::int64_t>(width_)}}};
        return;
    }
    behind_ = std::max(behind_, width_as_read - width_);
    for (const std::size_t column : unnamed_) {
        if (is_blank_text(fields[column])) continue;
        record_.problem =
            Message{"csv-column-without-name", {{"column", static_cast<std::int64_t>(column) + 1}}};
        return;
    }
}

std::string_view ImportTable::field(std::size_t column) const {
    assert(!record_.problem && column < positions_.size());
    return record_.fields[positions_[column]];
}

std::vector<std::string> ImportTable::fields_as_written() const {
    if (record_.fields.empty()) return record_.remains;
    return {record_.fields.begin(), record_.fields.end()};
}

const MadeCell* ImportTable::made(std::size_t column) const {
    assert(column < positions_.size());
    const auto found = std::ranges::find(record_.made, positions_[column], &MadeCell::column);
    return found == record_.made.end() ? nullptr : &*found;
}

} // namespace core
