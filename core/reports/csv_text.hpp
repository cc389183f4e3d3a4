#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace reports {

/// For whom a CSV file is written: programs (RFC 4180 in UTF-8), or the Excel of a Vietnamese
/// machine, which needs the byte order mark, takes `;` for the separator and `,` for the decimals.
enum class CsvDialect { plain, excel };

/// Writes a CSV file cell by cell. Texts are guarded against being taken for formulas
/// (cell_guard.hpp), numbers are not: a negative one begins with `-`.
class CsvText {
public:
    explicit CsvText(CsvDialect dialect);

    /// Over a column: its name for programs, or what people call it.
    void head(std::string_view name, std::string_view for_people);

    /// Letters that nothing can show are marked.
    void text(std::string_view text);

    /// Of a file that goes in again: its letters stay, so that they are told again.
    void text_as_it_came(std::string_view text);

    void number(std::int64_t number);

    /// Empty without a value.
    void number(const std::optional<std::int64_t>& number);

    /// Hundredths of a percent with two decimals; empty without a value.
    void percent(const std::optional<std::int64_t>& hundredths);

    void end_row();

    /// What was written so far; afterwards there is nothing of it here.
    std::string take() { return std::exchange(bytes_, {}); }

private:
    void cell(std::string_view text);

    CsvDialect dialect_;
    char separator_;
    bool begins_row_ = true;
    std::string bytes_;
};

} // namespace reports
