#include "core/reports/report_document.hpp"

#include "core/reports/figure_rows.hpp"
#include "core/reports/group_name.hpp"
#include "core/reports/report.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace reports {

Column text_column(Words name, double width) {
    return {ColumnKind::text, std::move(name), {}, "", width};
}

Column count_column(Words name, Words group, std::string number) {
    return {ColumnKind::count, std::move(name), std::move(group), std::move(number), 0.0};
}

namespace {

/// All figures of the office, one a row.
Table figures_table(const core::PeriodFigures& f) {
    const std::int64_t resolved = f.resolved();
    const Words figure = said("report-figure");
    Table table{said("report-whole"),
                {text_column({figure.vietnamese, ""}, 44),
                 text_column({figure.english, ""}, 34),
                 count_column(said("report-dossiers")),
                 {ColumnKind::percent, said("report-percentage"), {}, "", 0.0},
                 count_column(said("report-of-all-resolved"))},
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

struct FigureHeading {
    std::string_view figure;
    const char* text;
};

/// What stands over a figure and its parts, where it is not the figure's own word.
constexpr std::array over_parts = {FigureHeading{"received.total", "report-received"},
                                   FigureHeading{"resolved.total", "report-over-resolved"},
                                   FigureHeading{"returned.total", "report-over-returned"}};

/// What is shorter over a column than beside other rows.
constexpr std::array over_columns = {FigureHeading{"withdrawn", "report-column-withdrawn"},
                                     FigureHeading{"digitised", "report-column-digitised"}};

template <std::size_t count>
Words figure_heading(const FigureRow& row, const std::array<FigureHeading, count>& headings) {
    for (const FigureHeading& heading : headings) {
        if (heading.figure == row.figure->name) return said(heading.text);
    }
    return row.words;
}

Words over_column(const FigureRow& row) {
    if (row.is_whole) return said("report-column-total");
    if (row.figure->name == "online_resolved") // under what it is a share of
        return words_of(core::channels.vocabulary().name, to_text(core::Channel::online));
    return figure_heading(row, over_columns);
}

/// A column a figure, in their order: whole and parts stand under the whole's heading, and so do
/// the shares of all that was resolved which are no part of it.
std::vector<Column> group_columns() {
    std::vector<Column> columns = {text_column(said("report-group"), 30)};
    Words whole;
    for (const FigureRow& row : figure_rows()) {
        if (row.is_whole) whole = figure_heading(row, over_parts);
        const bool stands_alone = !row.is_whole && !row.is_part;
        Column column;
        column.kind = row.has_share ? ColumnKind::share : ColumnKind::count;
        column.name = over_column(row);
        if (!stands_alone) {
            column.group = whole;
        } else if (row.has_share) {
            column.group = said("report-over-resolved-shares");
        }
        columns.push_back(std::move(column));
    }
    return columns;
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
    std::string name = group_name(by, group, {});
    if (!coded || name == group.key || group.key.empty()) return name;
    return group.key + " " + name;
}

Table groups_table(const core::PeriodReport& report) {
    Table table{grouped_by(*report.by), group_columns(), {}, {}};
    for (const core::ReportGroup& group : report.groups)
        table.rows.push_back(group_cells(group_title(*report.by, group), group.figures));
    table.total = group_cells(in_one_line(said("report-sum")), report.total);
    return table;
}

} // namespace

ReportDocument document_of(const core::PeriodReport& report) {
    ReportDocument document{report.office,
                            said("report-period-title"),
                            report.first,
                            report.last,
                            {report_sentence(report.total)},
                            {figures_table(report.total)},
                            {in_one_line(said("report-note-percentages")) + "."},
                            Orientation::portrait};
    if (!report.by) return document;
    document.tables.push_back(groups_table(report));
    document.orientation = Orientation::landscape;
    if (report.by == core::GroupBy::month)
        document.notes.push_back(in_one_line(said("report-note-months")) + ".");
    return document;
}

std::string period_text(const ReportDocument& document) {
    const Words words =
        said({"report-from-to", {{"first", document.first}, {"last", document.last}}});
    return in_one_line({words.vietnamese, lowered(words).english});
}

} // namespace reports
