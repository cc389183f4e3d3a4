#pragma once

#include "core/engine/import/decoded_text.hpp"
#include "core/engine/import/record_source.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
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

/// Reads CSV as RFC 4180 has it, with a separator of its own, with or without byte order mark, with
/// LF or CRLF, the last line with or without its end. Memory is bounded whatever the stream holds.
///
/// A record of the wrong shape (a stray quote, broken UTF-8, too long, ...) is returned with
/// its `problem`, and reading goes on with the next record. Empty lines are skipped.
/// Does not normalize or trim: fields are the bytes of the file.
class CsvReader : public RecordSource {
public:
    /// `input` must outlive the reader; `line` is the one it begins with. Another block size is for
    /// tests.
    explicit CsvReader(std::istream& input,
                       char separator = ',',
                       std::int64_t line = 1,
                       std::size_t block_bytes = csv_block_bytes);

    CsvReader(CsvReader&&) = default;
    CsvReader& operator=(CsvReader&&) = default;
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;
    ~CsvReader() override = default;

    bool next(TableRecord& record) override;

    std::int64_t position() const override { return position_; }

private:
    using ByteSet = std::array<bool, 256>;

    enum class FieldEnd { separator, line, file };

    bool fill();
    int peek();
    void skip_empty_lines();
    FieldEnd read_field();
    FieldEnd read_plain();
    bool keep_formula_text();
    FieldEnd read_quoted();
    FieldEnd read_field_end();
    FieldEnd end_quoted(std::size_t from);
    FieldEnd skip_line();
    FieldEnd keep_line();
    FieldEnd too_long();
    bool keep(const char* from, const char* to);
    void note(Message problem);
    std::int64_t column() const;
    void check_text();
    std::vector<std::string> remains() const;

    std::istream* input_;
    char separator_;
    ByteSet plain_stops_;
    std::vector<char> block_;
    std::int64_t position_ = 0;
    const char* at_ = nullptr;
    const char* end_ = nullptr;
    std::int64_t line_;

    std::string bytes_;                   ///< of the record's fields, a line end after each
    std::vector<std::size_t> field_ends_; ///< offsets of those line ends
    bool is_whole_ = true;                ///< `bytes_` has all of the record, problem or not
    std::optional<Message> problem_;
};

/// A CSV file as offices have it: separated by commas, semicolons or tabs, whichever its header and
/// its `sep=` line say, in any form that DecodedText reads.
class CsvFile : public TableFile {
public:
    /// `input` must outlive it.
    explicit CsvFile(std::istream& input) : text_(input) {}

    Result<std::unique_ptr<RecordSource>> open(const std::vector<std::string>& columns) override;

private:
    DecodedText text_;
};

} // namespace core
