#include "core/reports/form_06a.hpp"

#include "core/domain/text.hpp"
#include "core/reports/columns.hpp"

#include <boost/json/value.hpp>

#include <array>
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

json::array columns_json() {
    json::array array;
    for (const core::Form06aColumn& column : core::form_06a_columns()) {
        json::array figures;
        for (const std::string_view figure : column.figures) figures.emplace_back(figure);
        array.push_back(
            {{"name", column.name}, {"number", column.number}, {"figures", std::move(figures)}});
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

} // namespace

json::value to_json(const core::Form06a& form) {
    json::array rows;
    for (const core::Form06aRow& row : form.rows) rows.push_back(row_json(row));
    return {{"form", "06a"},
            {"office", form.office},
            {"from", core::format_date(form.first)},
            {"to", core::format_date(form.last)},
            {"columns", columns_json()},
            {"rows", std::move(rows)},
            {"total", row_json(form.total)},
            {"note", form_06a_note}};
}

std::string to_csv(const core::Form06a& form) {
    std::string text = "field";
    for (const core::Form06aColumn& column : core::form_06a_columns())
        text += "," + std::string(column.name);
    text += "\n";
    const auto add = [&](const std::string& name, const core::Form06aRow& row) {
        text += core::csv_field(name);
        for (const core::Form06aColumn& column : core::form_06a_columns())
            text += "," + std::to_string(column.of(row));
        text += "\n";
    };
    for (const core::Form06aRow& row : form.rows) add(row.field, row);
    add("total", form.total);
    return text;
}

std::string to_plain_text(const core::Form06a& form) {
    std::string text = form.office +
                       "\nBiểu số II.06a/VPCP: tình hình, kết quả giải quyết TTHC, từ " +
                       core::show_date(form.first) + " đến " + core::show_date(form.last) + "\n\n";
    constexpr std::array<std::pair<const char*, const char*>, 11> heads = {{{"Tiếp nhận", "(3)"},
                                                                            {"tr.tuyến", "(4)"},
                                                                            {"tr.tiếp", "(5)"},
                                                                            {"kỳ trước", "(6)"},
                                                                            {"Đã GQ", "(7)"},
                                                                            {"trước hạn", "(8)"},
                                                                            {"đúng hạn", "(9)"},
                                                                            {"quá hạn", "(10)"},
                                                                            {"Đang GQ", "(11)"},
                                                                            {"tr.hạn", "(12)"},
                                                                            {"quá hạn", "(13)"}}};
    std::string names = padded("Lĩnh vực (2)", field_columns);
    std::string numbers(field_columns, ' ');
    for (const auto& [name, number] : heads) {
        names += aligned_right(name, number_columns);
        numbers += aligned_right(number, number_columns);
    }
    text += names + "\n" + numbers + "\n";
    for (const core::Form06aRow& row : form.rows) text += row_text(row.field, row);
    text += row_text("Tổng cộng", form.total);
    return text + "\n" + form_06a_note + "\n";
}

} // namespace reports
