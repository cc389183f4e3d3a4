#include "core/reports/form_06a.hpp"

#include "core/domain/text.hpp"
#include "core/reports/columns.hpp"

#include <boost/json/value.hpp>

#include <array>
#include <utility>

namespace reports {

namespace json = boost::json;

namespace {

/// The columns of the form from (3) to (13), in order.
std::array<std::pair<const char*, std::int64_t>, 11> columns_of(const core::Form06aRow& row) {
    return {{{"received", row.received()},
             {"received_online", row.received_online},
             {"received_otherwise", row.received_otherwise},
             {"carried_over", row.carried_over},
             {"resolved", row.resolved()},
             {"early", row.early},
             {"on_time", row.on_time},
             {"late", row.late},
             {"in_progress", row.in_progress()},
             {"within_deadline", row.within_deadline},
             {"overdue", row.overdue}}};
}

json::object row_json(const core::Form06aRow& row) {
    json::object object;
    if (!row.field.empty()) object["field"] = row.field;
    for (const auto& [name, value] : columns_of(row)) object[name] = value;
    return object;
}

constexpr std::size_t field_columns = 32;
constexpr std::size_t number_columns = 11;

std::string row_text(const std::string& name, const core::Form06aRow& row) {
    std::string text = padded(shortened(name, field_columns - 1), field_columns);
    for (const auto& [key, value] : columns_of(row))
        text += aligned_right(core::show_count(value), number_columns);
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
            {"rows", std::move(rows)},
            {"total", row_json(form.total)},
            {"note", form_06a_note}};
}

std::string to_csv(const core::Form06a& form) {
    std::string text = "field";
    for (const auto& [name, value] : columns_of(form.total)) text += "," + std::string(name);
    text += "\n";
    const auto add = [&](const std::string& name, const core::Form06aRow& row) {
        text += core::csv_field(name);
        for (const auto& [key, value] : columns_of(row)) text += "," + std::to_string(value);
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
