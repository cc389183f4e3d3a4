// One of several that implement report_document.hpp: form 06a.

#include "core/reports/figure_rows.hpp"
#include "core/reports/form_06a.hpp"
#include "core/reports/report_document.hpp"

#include <utility>

namespace reports {

namespace {

std::vector<Column> columns() {
    const Words received = {"Số lượng hồ sơ tiếp nhận", "Received"};
    const Words resolved = {"Số lượng hồ sơ đã giải quyết", "Resolved"};
    const Words in_progress = {"Số lượng hồ sơ đang giải quyết", "In progress"};
    const Words total = {"Tổng số", "Total"};
    const auto count = [](Words group, Words name, const char* number) {
        return Column{ColumnKind::count, std::move(name), std::move(group), number, 0.0};
    };
    return {{ColumnKind::count, {"STT", "No."}, {}, "(1)", 0.0},
            {ColumnKind::text, {"Lĩnh vực giải quyết", "Field"}, {}, "(2)", 34.0},
            count(received, total, "(3)"),
            count(received, {"Trong kỳ: trực tuyến", "In the period: online"}, "(4)"),
            count(received,
                  {"Trong kỳ: trực tiếp, dịch vụ bưu chính", "In the period: in person, by post"},
                  "(5)"),
            count(received, {"Từ kỳ trước", "Carried over"}, "(6)"),
            count(resolved, total, "(7)"),
            count(resolved, words_of("outcome", "early"), "(8)"),
            count(resolved, words_of("outcome", "on_time"), "(9)"),
            count(resolved, words_of("outcome", "late"), "(10)"),
            count(in_progress, total, "(11)"),
            count(in_progress, {"Trong hạn", "Within deadline"}, "(12)"),
            count(in_progress, {"Quá hạn", "Overdue"}, "(13)")};
}

std::vector<Cell> cells(Cell number, std::string name, const core::Form06aRow& row) {
    return {std::move(number),
            std::move(name),
            row.received(),
            row.received_online,
            row.received_otherwise,
            row.carried_over,
            row.resolved(),
            row.early,
            row.on_time,
            row.late,
            row.in_progress(),
            row.within_deadline,
            row.overdue};
}

} // namespace

ReportDocument document_of(const core::Form06a& form) {
    Table table{{"Biểu II.06a", "Form II.06a"}, columns(), {}, {}};
    std::int64_t number = 0;
    for (const core::Form06aRow& row : form.rows)
        table.rows.push_back(cells(++number, row.field, row));
    table.total = cells("", "Tổng cộng (Total)", form.total);
    return {form.office,
            {"BIỂU SỐ II.06a/VPCP – TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
             "Form II.06a/VPCP: administrative procedures received and resolved"},
            form.first,
            form.last,
            {},
            {std::move(table)},
            {form_06a_note},
            Orientation::landscape};
}

} // namespace reports
