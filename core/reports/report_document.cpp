#include "core/reports/report_document.hpp"

#include "core/reports/figure_rows.hpp"
#include "core/reports/group_name.hpp"
#include "core/reports/report.hpp"

#include <utility>

namespace reports {

Column text_column(Words name, double width) {
    return {ColumnKind::text, std::move(name), {}, "", width};
}

namespace {

Column count_column(Words group, Words name) {
    return {ColumnKind::count, std::move(name), std::move(group), "", 0.0};
}

Column share_column(Words group, Words name) {
    return {ColumnKind::share, std::move(name), std::move(group), "", 0.0};
}

/// All figures of the office, one a row.
Table figures_table(const core::PeriodFigures& f) {
    const std::int64_t resolved = f.resolved();
    Table table{
        {"Tổng hợp", "Total"},
        {text_column({"Chỉ tiêu", ""}, 44),
         text_column({"Figure", ""}, 34),
         {ColumnKind::count, {"Số hồ sơ", "Dossiers"}, {}, "", 0.0},
         {ColumnKind::percent, {"Tỷ lệ", "Percentage"}, {}, "", 0.0},
         {ColumnKind::count, {"Trên tổng số đã giải quyết", "of all resolved"}, {}, "", 0.0}},
        {},
        {}};
    for (const FigureRow& row : figure_rows()) {
        const Words name = row.is_part ? lowered(row.words) : row.words;
        const std::string sign = row.is_part ? "– " : "";
        const std::int64_t count = row.of(f);
        std::vector<Cell> cells = {sign + name.vietnamese, sign + name.english, count, "", ""};
        if (row.has_share) {
            cells[3] = Share{count, resolved};
            cells[4] = resolved;
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Words by_words(core::GroupBy by) {
    switch (by) {
    case core::GroupBy::field:
        return {"Theo lĩnh vực", "By field"};
    case core::GroupBy::procedure:
        return {"Theo thủ tục", "By procedure"};
    case core::GroupBy::channel:
        return {"Theo kênh tiếp nhận", "By channel"};
    case core::GroupBy::level:
        return {"Theo mức độ trực tuyến", "By online level"};
    case core::GroupBy::officer:
        return {"Theo cán bộ tiếp nhận", "By officer"};
    case core::GroupBy::month:
        return {"Theo tháng", "By month"};
    }
    return {};
}

std::vector<Column> group_columns() {
    const Words received = {"Tiếp nhận", "Received"};
    const Words resolved = {"Đã giải quyết (% của cột tổng số)", "Resolved (% of its total)"};
    const Words in_progress = words_of("dossier_state", "in_progress");
    const Words of_resolved = {"Trong số đã giải quyết (%)", "Of the resolved (%)"};
    const Words returned = {"Trả kết quả", "Returned"};
    const Words total = {"Tổng số", "Total"};
    const Words online = words_of("channel", "online");
    const Words in_person = words_of("channel", "in_person");
    const Words postal = words_of("channel", "postal");
    return {text_column({"Nhóm", "Group"}, 30),
            count_column({}, words_of("figure", "carried_over")),
            count_column(received, total),
            count_column(received, online),
            count_column(received, in_person),
            count_column(received, postal),
            count_column(resolved, total),
            share_column(resolved, words_of("outcome", "early")),
            share_column(resolved, words_of("outcome", "on_time")),
            share_column(resolved, words_of("outcome", "late")),
            count_column({}, {"Rút, dừng", "Withdrawn"}),
            count_column(in_progress, total),
            count_column(in_progress, {"Trong hạn", "In time"}),
            count_column(in_progress, {"Quá hạn", "Overdue"}),
            count_column(in_progress, words_of("dossier_state", "suspended")),
            share_column(of_resolved, online),
            share_column(of_resolved, {"Số hóa", "Digitised"}),
            count_column({}, words_of("figure", "linked")),
            count_column(returned, total),
            count_column(returned, online),
            count_column(returned, in_person),
            count_column(returned, postal)};
}

/// The columns are the figures in their order.
std::vector<Cell> group_cells(std::string name, const core::PeriodFigures& f) {
    std::vector<Cell> cells = {std::move(name)};
    for (const FigureRow& row : figure_rows()) {
        if (row.has_share) {
            cells.emplace_back(Share{row.of(f), f.resolved()});
        } else {
            cells.emplace_back(row.of(f));
        }
    }
    return cells;
}

/// A key that is no name of its own stands before the name.
std::string group_title(core::GroupBy by, const core::ReportGroup& group) {
    const bool coded = by == core::GroupBy::procedure || by == core::GroupBy::officer;
    std::string name = group_name(by, group);
    if (!coded || name == group.key || group.key.empty()) return name;
    return group.key + " " + name;
}

Table groups_table(const core::PeriodReport& report) {
    Table table{by_words(*report.by), group_columns(), {}, {}};
    for (const core::ReportGroup& group : report.groups)
        table.rows.push_back(group_cells(group_title(*report.by, group), group.figures));
    table.total = group_cells("Tổng cộng (Total)", report.total);
    return table;
}

} // namespace

ReportDocument document_of(const core::PeriodReport& report) {
    ReportDocument document{
        report.office,
        {"BÁO CÁO KẾT QUẢ TIẾP NHẬN, GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
         "Report on administrative procedures received and resolved"},
        report.first,
        report.last,
        {report_sentence(report.total)},
        {figures_table(report.total)},
        {"Ghi chú: tỷ lệ tính trên tổng số hồ sơ đã giải quyết, làm tròn đến hai chữ "
         "số thập phân (percentages are of all resolved dossiers)."},
        Orientation::portrait};
    if (!report.by) return document;
    document.tables.push_back(groups_table(report));
    document.orientation = Orientation::landscape;
    if (report.by == core::GroupBy::month) {
        document.notes.push_back(
            "Ghi chú: mỗi tháng là một báo cáo riêng, nên hồ sơ chuyển kỳ và hồ sơ đang giải quyết "
            "của các tháng không cộng thành tổng (each month is a report of its own: what is "
            "carried over or in progress does not sum to the total).");
    }
    return document;
}

std::string period_text(const ReportDocument& document) {
    const std::string first = core::show_date(document.first);
    const std::string last = core::show_date(document.last);
    return "Từ ngày " + first + " đến ngày " + last + " (from " + first + " to " + last + ")";
}

} // namespace reports
