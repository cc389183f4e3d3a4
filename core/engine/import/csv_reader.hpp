#pragma once

#include "core/domain/result.hpp"

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// Longest record: its fields with a byte between them. A longer one has an unclosed quote,
/// or is no CSV at all.
inline constexpr std::size_t csv_record_limit_bytes = std::size_t{64} * 1024;
inline constexpr std::size_t csv_field_limit = 64;

/// Bytes the reader asks its stream for at a time.
inline constexpr std::size_t csv_block_bytes = std::size_t{64} * 1024;

/// One record of a CSV file.
struct CsvRecord {
    std::int64_t line = 0;                ///< physical line it starts on, from 1
    std::vector<std::string_view> fields; ///< valid until the reader's next call
    std::optional<Message> problem;       ///< what is wrong with it; then it has no fields
};

/// Reads CSV as RFC 4180 has it, with or without byte order mark, with LF or CRLF, the last
/// line with or without its end. Memory is bounded whatever the stream holds.
///
/// A record of the wrong shape (a stray quote, broken UTF-8, too long, ...) is returned with
/// its `problem`, and reading goes on with the next record. Empty lines are skipped.
/// Does not normalize or trim: fields are the bytes of the file.
class CsvReader {
public:
    /// `input` must outlive the reader. Another block size is for tests.
    explicit CsvReader(std::istream& input, std::size_t block_bytes = csv_block_bytes);

    CsvReader(CsvReader&&) = default;
    CsvReader& operator=(CsvReader&&) = default;
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;
    ~CsvReader() = default;

    /// Reads the next record into `record`; false at the end of the stream.
    /// Throws std::runtime_error when the stream cannot be read.
    bool next(CsvRecord& record);

private:
    enum class FieldEnd { comma, line, file };

    bool fill();
    int peek();
    void skip_empty_lines();
    FieldEnd read_field();
    FieldEnd read_plain();
    FieldEnd read_quoted();
    FieldEnd read_field_end();
    FieldEnd skip_line();
    FieldEnd too_long();
    bool keep(const char* from, const char* to);
    void note(Message problem);
    std::int64_t column() const;
    void check_text();

    std::istream* input_;
    std::vector<char> block_;
    const char* at_ = nullptr;
    const char* end_ = nullptr;
    std::int64_t line_ = 1;

    std::string bytes_;                   ///< of the record's fields, a line end after each
    std::vector<std::size_t> field_ends_; ///< offsets of those line ends
    std::optional<Message> problem_;
};

/// A CSV file whose first record names its columns, in any order.
class CsvTable {
public:
    /// Reads the first record. Error when it is not exactly the `columns`; it names those
    /// unknown, missing or doubled, and nothing more can be read. `input` must outlive the table.
    static Result<CsvTable> open(std::istream& input, const std::vector<std::string>& columns);

    /// Moves to the next record, the header not counted; false at the end.
    /// Throws std::runtime_error when the stream cannot be read.
    bool next();

    /// Physical line on which the record starts.
    std::int64_t line() const { return record_.line; }

    /// Why the record cannot be used; then field() must not be called.
    const std::optional<Message>& problem() const { return record_.problem; }

    /// The field of the n-th expected column, from 0. Valid until next().
    std::string_view field(std::size_t column) const;

private:
    CsvTable(CsvReader reader, std::vector<std::size_t> positions);

    CsvReader reader_;
    CsvRecord record_;
    std::vector<std::size_t> positions_; ///< of the expected columns in the file
};

} // namespace core
