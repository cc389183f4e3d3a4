#pragma once

#include "core/domain/enum_text.hpp"
#include "core/domain/message.hpp"
#include "core/engine/import/csv_reader.hpp"
#include "core/engine/import/import.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// Reads the typed fields of a CSV row, naming each that cannot be read. Texts come out trimmed
/// and in NFC.
class RowReader {
public:
    RowReader(CsvTable& table, const std::vector<std::string>& columns, ProblemList& problems)
        : table_(table), columns_(columns), problems_(problems) {}

    /// The next row whose shape is sound; false at the end. Rows of a wrong shape are named.
    bool next();

    /// The next row of any shape; one of a wrong shape is named, not sound(), and has no fields.
    bool next_of_any_shape();

    std::int64_t line() const { return table_.line(); }

    bool sound() const { return sound_; }

    void problem(std::size_t column, Message reason);
    void problem(std::string column, Message reason);

    std::string text(std::size_t column);
    std::string required_text(std::size_t column);
    std::vector<std::string> list(std::size_t column);
    std::int64_t money(std::size_t column);
    std::optional<Day> date(std::size_t column);
    std::optional<Instant> instant(std::size_t column);
    bool flag(std::size_t column);

    /// The word of a vocabulary; names those that may stand there otherwise.
    template <typename Parse>
    auto word(std::size_t column, Parse parse, const Vocabulary& vocabulary) {
        const std::string written = text(column);
        auto value = parse(written);
        if (!value) problem_of_word(column, written, vocabulary);
        return value;
    }

    /// As much of a field as a message tells.
    static std::string shortened(std::string_view text);

private:
    void
    problem_of_word(std::size_t column, const std::string& written, const Vocabulary& vocabulary);

    CsvTable& table_;
    const std::vector<std::string>& columns_;
    ProblemList& problems_;
    bool sound_ = true;
};

} // namespace core
