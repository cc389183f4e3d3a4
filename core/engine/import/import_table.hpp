#pragma once

#include "core/engine/import/record_source.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// A table whose first row names its columns, in any order, whatever kind of file it came in. Rows
/// without anything in them are passed over and counted, and columns without a name where nothing
/// stands in them: spreadsheets leave both behind. Belongs to one thread at a time.
class ImportTable {
public:
    /// Reads the first row that has something in it. Error when its names are not exactly `columns`
    /// (blanks around them and capitals do not matter); it names those unknown, missing or doubled,
    /// or the row below in which the header seems to be, and nothing more can be read. Columns of
    /// the names `passed_over`, compared likewise, may be there besides, and nobody reads them.
    /// `file` must outlive the table.
    static Result<ImportTable> open(TableFile& file,
                                    const std::vector<std::string>& columns,
                                    const std::vector<std::string>& passed_over = {});

    /// Moves to the next row that has something in it, the header not counted; false at the end.
    /// Throws Failure when the file cannot be read.
    bool next();

    /// Where the row starts in the file.
    std::int64_t line() const { return record_.line; }

    /// Why the row cannot be used; then field() must not be called.
    const std::optional<Message>& problem() const { return record_.problem; }

    /// The columns' names as the file has them, those without one too.
    const std::vector<std::string>& header() const { return header_; }

    /// The row as the file has it, behind its blank end; of one that could not be read, what can be
    /// shown of it.
    std::vector<std::string> fields_as_written() const;

    /// The field of the n-th expected column, from 0. Valid until next().
    std::string_view field(std::size_t column) const;

    /// What a spreadsheet made of that field; null of a text or a number, and in other files. Valid
    /// until next().
    const MadeCell* made(std::size_t column) const;

    std::int64_t blank_rows() const { return blank_rows_; }

    /// Those before the last column with a name, and those that header or rows have behind it.
    std::int64_t blank_columns() const {
        return static_cast<std::int64_t>(unnamed_.size() + behind_);
    }

    /// The names, as the file has them, of the columns that are passed over by their names.
    const std::vector<std::string>& passed_over() const { return passed_over_; }

    /// Bytes of the file that were read, for progress.
    std::int64_t position() const { return source_->position(); }

private:
    ImportTable(std::unique_ptr<RecordSource> source, std::size_t width);

    std::optional<Error> header_below(const std::vector<std::string>& columns);
    bool is_blank() const;
    void check_width();

    std::unique_ptr<RecordSource> source_;
    TableRecord record_;
    std::vector<std::string> header_;
    std::size_t width_;                  ///< columns of the header
    std::vector<std::size_t> positions_; ///< of the expected columns in the file
    std::vector<std::size_t> unnamed_;   ///< columns of the file
    std::vector<std::string> passed_over_;
    std::size_t behind_ = 0; ///< most blank columns behind the header's
    std::int64_t blank_rows_ = 0;
};

} // namespace core
