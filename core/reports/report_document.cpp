#include "core/reports/report_document.hpp"

#include "core/reports/group_name.hpp"
#include "core/reports/report.hpp"

#include <utility>

namespace reports {

namespace {

Column text_column(Words name, double width) {
    return {ColumnKind::text, std::move(name), {}, "", width};
}

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
    const auto add = [&](const char* name, const char* english, std::int64_t count) {
        table.rows.push_back({name, english, count, "", ""});
    };
    const auto add_share = [&](const char* name, const char* english, std::int64_t part) {
        table.rows.push_back({name, english, part, Share{part, resolved}, resolved});
    };
    const auto add_channels = [&](const core::ByChannel& numbers) {
        add("– trực tuyến", "– online", numbers.online);
        add("– trực tiếp", "– in person", numbers.in_person);
        add("– bưu chính", "– by post", numbers.postal);
    };
    add("Kỳ trước chuyển qua", "Carried over", f.carried_over);
    add("Tiếp nhận trong kỳ", "Received", f.received.total());
    add_channels(f.received);
    add("Đã giải quyết", "Resolved", resolved);
    add_share("– trước hạn", "– early", f.early);
    add_share("– đúng hạn", "– on time", f.on_time);
    add_share("– quá hạn", "– late", f.late);
    add("Đã rút, dừng giải quyết", "Withdrawn, stopped", f.withdrawn);
    add("Đang giải quyết", "In progress", f.in_progress);
    add("– trong hạn", "– within deadline", f.within_deadline());
    add("– quá hạn", "– overdue", f.overdue);
    add("– tạm dừng", "– suspended", f.suspended);
    add_share("Tiếp nhận và giải quyết trực tuyến", "Online and resolved", f.online_resolved);
    add_share("Đã số hóa", "Digitised", f.digitised);
    add("Liên thông", "Linked", f.linked);
    add("Đã trả kết quả", "Returned", f.returned.total());
    add_channels(f.returned);
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
    const Words in_progress = {"Đang giải quyết", "In progress"};
    const Words of_resolved = {"Trong số đã giải quyết (%)", "Of the resolved (%)"};
    const Words returned = {"Trả kết quả", "Returned"};
    const Words total = {"Tổng số", "Total"};
    const Words online = {"Trực tuyến", "Online"};
    const Words in_person = {"Trực tiếp", "In person"};
    const Words postal = {"Bưu chính", "Post"};
    return {text_column({"Nhóm", "Group"}, 30),
            count_column({}, {"Kỳ trước chuyển qua", "Carried over"}),
            count_column(received, total),
            count_column(received, online),
            count_column(received, in_person),
            count_column(received, postal),
            count_column(resolved, total),
            share_column(resolved, {"Trước hạn", "Early"}),
            share_column(resolved, {"Đúng hạn", "On time"}),
            share_column(resolved, {"Quá hạn", "Late"}),
            count_column({}, {"Rút, dừng", "Withdrawn"}),
            count_column(in_progress, total),
            count_column(in_progress, {"Trong hạn", "In time"}),
            count_column(in_progress, {"Quá hạn", "Overdue"}),
            count_column(in_progress, {"Tạm dừng", "Paused"}),
            share_column(of_resolved, online),
            share_column(of_resolved, {"Số hóa", "Digitised"}),
            count_column({}, {"Liên thông", "Linked"}),
            count_column(returned, total),
            count_column(returned, online),
            count_column(returned, in_person),
            count_column(returned, postal)};
}

std::vector<Cell> group_cells(std::string name, const core::PeriodFigures& f) {
    const std::int64_t resolved = f.resolved();
    const auto share = [&](std::int64_t part) { return Share{part, resolved}; };
    return {std::move(name),      f.carried_over,    f.received.total(), f.received.online,
            f.received.in_person, f.received.postal, resolved,           share(f.early),
            share(f.on_time),     share(f.late),     f.withdrawn,        f.in_progress,
            f.within_deadline(),  f.overdue,         f.suspended,        share(f.online_resolved),
            share(f.digitised),   f.linked,          f.returned.total(), f.returned.online,
            f.returned.in_person, f.returned.postal};
}

/// A key that is no name of its own stands before the name.
std::string group_title(core::GroupBy by, const core::ReportGroup& group) {
    const bool coded = by == core::GroupBy::procedure || by == core::GroupBy::officer;
    const std::string name = group_name(by, group);
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
