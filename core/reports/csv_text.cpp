#include "core/reports/csv_text.hpp"

#include "core/domain/cell_guard.hpp"
#include "core/domain/letters.hpp"

#include <array>
#include <cstdio>

namespace reports {

namespace {

/// In quotes when it needs them.
std::string csv_cell(std::string_view text, char separator) {
    const bool needs_quotes = text.find(separator) != std::string_view::npos ||
                              text.find_first_of("\"\r\n") != std::string_view::npos ||
                              text.starts_with("\xEF\xBB\xBF");
    if (!needs_quotes) return std::string(text);
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"') cell += '"';
        cell += c;
    }
    return cell + '"';
}

} // namespace

CsvText::CsvText(CsvDialect dialect)
    : dialect_(dialect), separator_(dialect == CsvDialect::excel ? ';' : ',') {
    if (dialect_ == CsvDialect::excel) bytes_ = "\xEF\xBB\xBF";
}

void CsvText::cell(std::string_view text) {
    if (!begins_row_) bytes_ += separator_;
    begins_row_ = false;
    bytes_ += text;
}

void CsvText::head(std::string_view name, std::string_view for_people) {
    text(dialect_ == CsvDialect::excel ? for_people : name);
}

void CsvText::text(std::string_view text) {
    cell(csv_cell(core::guarded_cell(core::with_unfit_marked(core::with_plain_line_ends(text))),
                  separator_));
}

void CsvText::text_as_it_came(std::string_view text) {
    cell(csv_cell(core::guarded_cell(text), separator_));
}

void CsvText::number(std::int64_t number) { cell(std::to_string(number)); }

void CsvText::number(const std::optional<std::int64_t>& number) {
    cell(number ? std::to_string(*number) : std::string());
}

void CsvText::percent(const std::optional<std::int64_t>& hundredths) {
    if (!hundredths) return cell("");
    std::array<char, 32> text{};
    std::snprintf(
        text.data(), text.size(), "%lld%c%02lld", static_cast<long long>(*hundredths / 100),
        dialect_ == CsvDialect::excel ? ',' : '.', static_cast<long long>(*hundredths % 100));
    cell(text.data());
}

void CsvText::end_row() {
    bytes_ += dialect_ == CsvDialect::excel ? "\r\n" : "\n";
    begins_row_ = true;
}

} // namespace reports
