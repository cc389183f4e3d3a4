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

std::string to_csv(const core::FormCchc& form, words::Language language) {
    std::string text = "number,section,name,name_en,value,base,source,source_en\n";
    const auto shown = [](const std::optional<std::int64_t>& value) {
        return value ? std::to_string(*value) : std::string();
    };
    for (const auto* rows : {&form.rows, &form.figures}) {
        for (const core::CchcRow& row : *rows) {
            text += (row.number != 0 ? std::to_string(row.number) : "") + "," + row.section + "," +
                    core::csv_field(words::say(language, row.name)) + "," +
                    core::csv_field(said(row.name).english) + "," + shown(row.value) + "," +
                    shown(row.base) + "," + core::csv_field(words::say(language, row.source)) +
                    "," + core::csv_field(said(row.source).english) + "\n";
        }
    }
    return text;
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
