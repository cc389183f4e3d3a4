#include "core/reports/form_06a.hpp"

#include "core/domain/text.hpp"
#include "core/reports/bilingual.hpp"
#include "core/reports/columns.hpp"
#include "core/reports/figure_rows.hpp"
#include "core/reports/form_06a_words.hpp"

#include <boost/json/value.hpp>

#include <array>
#include <string_view>
#include <utility>

namespace reports {

namespace json = boost::json;

namespace {

json::object row_json(const core::Form06aRow& row) {
    json::object object;
    if (!row.field.empty()) object["field"] = row.field;
    for (const core::Form06aColumn& column : core::form_06a_columns())
        object[column.name] = column.of(row);
    return object;
}

json::array columns_json(words::Language language) {
    json::array array;
    for (const core::Form06aColumn& column : core::form_06a_columns()) {
        json::array figures;
        for (const std::string_view figure : column.figures) figures.emplace_back(figure);
        array.push_back({{"name", column.name},
                         {"number", column.number},
                         {"group", heading_of(column.group, language)},
                         {"heading", heading_of(column, language)},
                         {"figures", std::move(figures)}});
    }
    return array;
}

constexpr std::size_t field_columns = 32;
constexpr std::size_t number_columns = 11;

std::string row_text(const std::string& name, const core::Form06aRow& row) {
    std::string text = padded(shortened(name, field_columns - 1), field_columns);
    for (const core::Form06aColumn& column : core::form_06a_columns())
        text += aligned_right(core::show_count(column.of(row)), number_columns);
    return text + "\n";
}

struct ShortHead {
    std::string_view column;
    const char* text;
};

/// Over the columns that have no room for their figure's word.
constexpr std::array short_heads = {ShortHead{"received", "report-received"},
                                    ShortHead{"received_online", "form-06a-short-online"},
                                    ShortHead{"received_otherwise", "form-06a-short-otherwise"},
                                    ShortHead{"carried_over", "report-short-carried-over"},
                                    ShortHead{"resolved", "form-06a-short-resolved"},
                                    ShortHead{"in_progress", "form-06a-short-in-progress"},
                                    ShortHead{"within_deadline", "form-06a-short-within-deadline"}};

std::string short_head(const core::Form06aColumn& column) {
    for (const ShortHead& head : short_heads) {
        if (head.column == column.name) return said_in_vietnamese(head.text);
    }
    return lowered(figure_row(column.figures.front()).words).vietnamese;
}

} // namespace

json::value to_json(const core::Form06a& form, words::Language language) {
    json::array rows;
    for (const core::Form06aRow& row : form.rows) rows.push_back(row_json(row));
    return {{"form", "06a"},
            {"office", form.office},
            {"from", core::format_date(form.first)},
            {"to", core::format_date(form.last)},
            {"columns", columns_json(language)},
            {"rows", std::move(rows)},
            {"total", row_json(form.total)},
            {"note", form_06a_note()}};
}

std::string to_csv(const core::Form06a& form, words::Language, CsvDialect dialect) {
    const words::Language language; // a paper of the office: Vietnamese whoever reads it
    CsvText csv(dialect);
    csv.head("field", said_in_vietnamese("form-06a-short-field"));
    for (const core::Form06aColumn& column : core::form_06a_columns()) {
        csv.head(column.name,
                 heading_of(column.group, language) + ": " + heading_of(column, language));
    }
    csv.end_row();
    const auto add = [&](const std::string& name, const core::Form06aRow& row) {
        csv.text(name);
        for (const core::Form06aColumn& column : core::form_06a_columns())
            csv.number(column.of(row));
        csv.end_row();
    };
    for (const core::Form06aRow& row : form.rows) add(row.field, row);
    add("total", form.total);
    return csv.take();
}

std::string form_06a_note() { return said_in_vietnamese("form-06a-note"); }

std::string to_plain_text(const core::Form06a& form) {
    std::string text =
        form.office + "\n" +
        said_in_vietnamese({"form-06a-heading", {{"first", form.first}, {"last", form.last}}}) +
        "\n\n";
    std::string names = padded(said_in_vietnamese("form-06a-short-field") + " (2)", field_columns);
    std::string numbers(field_columns, ' ');
    for (const core::Form06aColumn& column : core::form_06a_columns()) {
        names += aligned_right(short_head(column), number_columns);
        numbers += aligned_right("(" + std::to_string(column.number) + ")", number_columns);
    }
    text += names + "\n" + numbers + "\n";
    for (const core::Form06aRow& row : form.rows) text += row_text(row.field, row);
    text += row_text(said_in_vietnamese("report-sum"), form.total);
    return text + "\n" + form_06a_note() + "\n";
}

} // namespace reports
