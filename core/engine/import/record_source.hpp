#pragma once

#include "core/domain/field_damage.hpp"
#include "core/domain/message.hpp"
#include "core/domain/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// What a spreadsheet made of what was typed into a cell: it keeps a number, and how to show it.
struct MadeCell {
    std::size_t column = 0; ///< of the file, from 0
    DamageKind made{};      ///< date, time, percent or truth_value
    std::string typed;      ///< as it shows it, and as it most likely was typed: `15/3`, `9:00`
    std::string number;     ///< as it keeps it: typed itself where the cell had the format before
};

/// One row of a table as its file has it.
struct TableRecord {
    std::int64_t line = 0;                ///< where it starts in the file, from 1
    std::vector<std::string_view> fields; ///< valid until the next record is read
    std::optional<Message> problem;       ///< what is wrong with it; then it has no fields
    std::vector<MadeCell> made{};         ///< of a spreadsheet: what is neither text nor number
    /// Of one with a problem, for people only: what could be told apart, the rest of the line as it
    /// stands in the last of them, in valid UTF-8. Nothing where it was too long to be kept.
    std::vector<std::string> remains{};
};

/// The rows of a table, one after another. Belongs to one thread at a time.
class RecordSource {
public:
    virtual ~RecordSource() = default;

    /// The next row; false at the end. A row of a wrong shape has its `problem`, and reading goes
    /// on behind it. Throws Failure when the file cannot be read.
    virtual bool next(TableRecord& record) = 0;

    /// Bytes of the file that were read, for progress.
    virtual std::int64_t position() const = 0;
};

/// A file with one table in it.
class TableFile {
public:
    virtual ~TableFile() = default;

    /// Its rows, the header first. The names of the columns that are looked for tell the dialects
    /// of a file apart. Refused where it is no such file, with the way out. Called once; what it
    /// returns lives no longer than the file.
    virtual Result<std::unique_ptr<RecordSource>> open(const std::vector<std::string>& columns) = 0;

    /// The names of further sheets of the file that have something in them, in the file's order:
    /// once it is open, nobody reads them.
    virtual std::vector<std::string> passed_sheets() const { return {}; }
};

} // namespace core
