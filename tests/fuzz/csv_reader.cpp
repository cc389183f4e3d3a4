// The CSV files that an office imports: every row is read, or refused with its line and why.

#include "core/engine/import/csv_reader.hpp"

#include "core/domain/procedure.hpp"
#include "core/engine/import/row_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <sstream>

namespace {

struct Record {
    std::int64_t line;
    std::vector<std::string> fields;
    bool problem;

    bool operator==(const Record&) const = default;
};

std::vector<Record> read_records(const std::string& file, std::size_t block_bytes) {
    std::istringstream input(file);
    core::CsvReader reader(input, ',', 1, block_bytes);
    std::vector<Record> records;
    core::TableRecord record;
    while (reader.next(record)) {
        if (record.problem && !record.fields.empty()) __builtin_trap();
        if (!records.empty() && record.line <= records.back().line) __builtin_trap();
        records.push_back({record.line,
                           {record.fields.begin(), record.fields.end()},
                           record.problem.has_value()});
    }
    return records;
}

/// Every kind of field of every row, behind a sound head.
void read_rows(const std::string& rows) {
    static const std::vector<std::string> columns = {"text", "need", "list", "money",
                                                     "date", "at",   "unit", "flag"};
    std::istringstream input("text,need,list,money,date,at,unit,flag\n" + rows);
    core::CsvFile file(input);
    auto opened = core::ImportTable::open(file, columns);
    if (!opened) return; // the rows say that it is of another dialect
    core::ImportTable table = std::move(opened).value();
    core::ProblemList problems([](const core::RowProblem&) {});
    core::RowReader row(table, columns, problems);
    while (row.next_of_any_shape()) {
        if (!row.sound()) continue;
        row.text(0);
        row.required_text(1);
        row.list(2);
        if (row.money(3) < 0) __builtin_trap();
        row.date(4);
        row.instant(5);
        row.word(6, core::parse_deadline_unit, core::deadline_units.vocabulary());
        row.flag(7);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string file(reinterpret_cast<const char*>(data), size);
    constexpr std::size_t small_block = 3; // whatever is cut in the middle is read the same
    if (read_records(file, core::csv_block_bytes) != read_records(file, small_block))
        __builtin_trap();
    read_rows(file);
    return 0;
}
