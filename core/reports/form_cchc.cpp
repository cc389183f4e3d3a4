#include "core/reports/form_cchc.hpp"

#include "core/domain/text.hpp"
#include "core/reports/bilingual.hpp"
#include "core/reports/columns.hpp"
#include "core/reports/report.hpp"
#include "core/reports/report_numbers.hpp"

#include <boost/json/value.hpp>

#include <utility>

namespace reports {

namespace json = boost::json;

namespace {

json::value number(const std::optional<std::int64_t>& value) {
    return value ? json::value(*value) : json::value();
}

/// Hundredths of a percent; none where the row is no share, or one of nothing or of the unknown.
std::optional<std::int64_t> percent_of(const core::CchcRow& row) {
    if (!row.value || !row.base) return std::nullopt;
    return core::percent_hundredths(*row.value, *row.base);
}

json::object row_json(const core::CchcRow& row, words::Language language) {
    json::object object;
    if (row.number != 0) object["number"] = row.number;
    if (!row.section.empty()) object["section"] = row.section;
    object["name"] = words::say(language, row.name);
    object["name_en"] = said(row.name).english;
    object["value"] = number(row.value);
    if (row.base) {
        const auto percent = percent_of(row);
        object["base"] = *row.base;
        object["pct"] = percent ? json::value(static_cast<double>(*percent) / 100.0) : nullptr;
    }
    object["source"] = words::say(language, row.source);
    object["source_en"] = said(row.source).english;
    return object;
}

json::array rows_json(const std::vector<core::CchcRow>& rows, words::Language language) {
    json::array array;
    for (const core::CchcRow& row : rows) array.push_back(row_json(row, language));
    return array;
}

std::string place_of(const core::CchcRow& row) {
    return row.number != 0 ? std::to_string(row.number) : row.section;
}

constexpr std::size_t place_columns = 6;
constexpr std::size_t name_columns = 92;
constexpr std::size_t value_columns = 18;

std::string row_text(const core::CchcRow& row) {
    std::string text = padded(place_of(row), place_columns) +
                       padded(said_in_vietnamese(row.name), name_columns) + " ";
    const std::string value = row.value ? core::show_count(*row.value) : not_known();
    text += aligned_right(value, value_columns);
    if (row.value && row.base) text += "   " + show_share(*row.value, *row.base);
    return text + "\n";
}

} // namespace

std::vector<std::string> cchc_notes() {
    std::vector<std::string> notes;
    for (const char* note :
         {"form-cchc-note-channels", "form-cchc-note-not-known", "form-cchc-note-other-rows"})
        notes.push_back(in_one_line(said(note)) + ".");
    return notes;
}

json::value to_json(const core::FormCchc& form, words::Language language) {
    json::array notes;
    for (const std::string& note : cchc_notes()) notes.emplace_back(note);
    return {{"form", "cchc"},
            {"office", form.office},
            {"from", core::format_date(form.first)},
            {"to", core::format_date(form.last)},
            {"rows", rows_json(form.rows, language)},
            {"figures", rows_json(form.figures, language)},
            {"sentence", report_sentence(form.total)},
            {"notes", std::move(notes)}};
}

std::string to_csv(const core::FormCchc& form, words::Language language, CsvDialect dialect) {
    CsvText csv(dialect);
    const auto head = [&](const char* name, const char* for_people) {
        csv.head(name, words::say(language, for_people));
    };
    head("number", "form-cchc-csv-number");
    head("section", "form-cchc-section");
    head("name", "report-figure");
    head("name_en", "form-cchc-csv-name-en");
    head("value", "form-cchc-csv-value");
    head("base", "form-cchc-csv-base");
    head("source", "form-cchc-csv-source");
    head("source_en", "form-cchc-csv-source-en");
    csv.end_row();
    for (const auto* rows : {&form.rows, &form.figures}) {
        for (const core::CchcRow& row : *rows) {
            csv.number(row.number == 0 ? std::nullopt : std::optional<std::int64_t>(row.number));
            csv.text(row.section);
            csv.text(words::say(language, row.name));
            csv.text(said(row.name).english);
            csv.number(row.value);
            csv.number(row.base);
            csv.text(words::say(language, row.source));
            csv.text(said(row.source).english);
            csv.end_row();
        }
    }
    return csv.take();
}

std::string to_plain_text(const core::FormCchc& form) {
    std::string text =
        form.office + "\n" +
        said_in_vietnamese({"form-cchc-heading", {{"first", form.first}, {"last", form.last}}}) +
        "\n\n";
    for (const core::CchcRow& row : form.rows) text += row_text(row);
    text += "\n" + in_one_line(said("form-cchc-text-heading")) + "\n";
    for (const core::CchcRow& row : form.figures) text += row_text(row);
    text += "\n" + report_sentence(form.total) + "\n\n";
    for (const std::string& note : cchc_notes())
        text += said_in_vietnamese({"report-note", {{"note", note}}}) + "\n";
    return text;
}

} // namespace reports
