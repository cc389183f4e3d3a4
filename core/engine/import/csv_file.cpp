// One of several that implement csv_reader.hpp: which dialect a file is written in.
//
// Excel writes CSV with the separator of the machine's settings, a semicolon where numbers have a
// decimal comma, and "Unicode text" as UTF-16 with tabs; `sep=;` in the first line tells it which.
// The header decides: the separator by which most of the expected columns are found.

#include "core/domain/utf8.hpp"
#include "core/engine/import/csv_reader.hpp"
#include "core/engine/import/header_name.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <sstream>
#include <utility>

namespace core {

namespace {

constexpr std::array separators = {',', ';', '\t', '|'};
constexpr std::size_t looked_at_bytes = csv_record_limit_bytes;

/// Files of other kinds by their first bytes, and what is said of them.
constexpr std::array<std::pair<std::string_view, const char*>, 6> other_kinds = {
    {{std::string_view("\xD0\xCF\x11\xE0", 4), "file-is-old-excel"},
     {std::string_view("PK\x03\x04", 4), "file-is-zip"},
     {std::string_view("%PDF"), "file-is-pdf"},
     {std::string_view("<html"), "file-is-web-page"},
     {std::string_view("<!DOC"), "file-is-web-page"},
     {std::string_view("<?xml"), "file-is-web-page"}}};

Error refuse_file(const char* code) { return {ErrorKind::invalid_input, code}; }

std::optional<Error> other_kind(std::string_view beginning) {
    for (const auto& [bytes, code] : other_kinds) {
        if (beginning.starts_with(bytes)) return refuse_file(code);
    }
    // Every second byte of Latin letters in UTF-16 is a zero; no text has one.
    if (beginning.substr(0, 64).find('\0') != std::string_view::npos)
        return refuse_file("file-is-no-text");
    return std::nullopt;
}

/// How many of the columns the first rows name, read with the separator: a title may stand above
/// the header.
std::size_t
columns_found(std::string_view beginning, char separator, const std::vector<std::string>& columns) {
    std::istringstream text{std::string(beginning)};
    CsvReader reader(text, separator);
    TableRecord row;
    std::size_t most = 0;
    for (std::size_t at = 0; at < rows_looked_at_for_header && reader.next(row); ++at)
        most = std::max(most, columns_named(row, columns));
    return most;
}

/// The length of a first line `sep=;`, its end included; 0 when there is none. A spreadsheet that
/// read it as a row of the table writes it with quotes and with the row's other cells.
std::size_t length_of_separator_line(std::string_view beginning) {
    constexpr std::string_view word = "sep=";
    std::string_view rest = beginning;
    if (rest.starts_with('"')) rest.remove_prefix(1);
    const bool is_word = rest.size() > word.size() &&
                         std::ranges::equal(rest.substr(0, word.size()), word, {}, [](char c) {
                             return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
                         });
    if (!is_word) return 0;
    rest.remove_prefix(word.size() + 1);
    rest.remove_prefix(std::min(rest.find_first_not_of("\",;\t|"), rest.size()));
    if (rest.starts_with('\r')) rest.remove_prefix(1);
    if (!rest.starts_with('\n')) return 0;
    return beginning.size() - rest.size() + 1;
}

} // namespace

Result<std::unique_ptr<RecordSource>> CsvFile::open(const std::vector<std::string>& columns) {
    std::string_view beginning = text_.beginning(looked_at_bytes);
    if (auto refusal = other_kind(beginning)) return std::move(*refusal);
    const std::size_t skipped = length_of_separator_line(beginning);
    beginning.remove_prefix(skipped);
    const auto found = [&](char separator) { return columns_found(beginning, separator, columns); };
    // The first of equals: a file of one column has none.
    const char separator = *std::ranges::max_element(separators, std::less(), found);
    text_.ignore(static_cast<std::streamsize>(skipped));
    return std::unique_ptr<RecordSource>(
        std::make_unique<CsvReader>(text_, separator, skipped == 0 ? 1 : 2));
}

} // namespace core
