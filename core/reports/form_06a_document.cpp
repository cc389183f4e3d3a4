// One of several that implement report_document.hpp: form 06a.

#include "core/reports/bilingual.hpp"
#include "core/reports/figure_rows.hpp"
#include "core/reports/form_06a.hpp"
#include "core/reports/report_document.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace reports {

namespace {

struct ColumnHeading {
    std::string_view column;
    const char* text;
};

/// What the form calls otherwise than the figures that its columns are made of.
constexpr std::array column_headings = {
    ColumnHeading{"received_online", "form-06a-received-online"},
    ColumnHeading{"received_otherwise", "form-06a-received-otherwise"},
    ColumnHeading{"carried_over", "form-06a-carried-over"}};

Words column_heading(const core::Form06aColumn& column) {
    for (const ColumnHeading& heading : column_headings) {
        if (heading.column == column.name) return said(heading.text);
    }
    const FigureRow& figure = figure_row(column.figures.front());
    return figure.is_whole ? said("report-column-total") : figure.words;
}

Words group_of(core::Form06aGroup group) {
    switch (group) {
    case core::Form06aGroup::received:
        return said("form-06a-received");
    case core::Form06aGroup::resolved:
        return said("form-06a-resolved");
    case core::Form06aGroup::in_progress:
        return said("form-06a-in-progress");
    }
    return {};
}

std::vector<Column> form_columns() {
    std::vector<Column> all = {count_column(said("report-row-number"), {}, "(1)"),
                               {ColumnKind::text, said("form-06a-field"), {}, "(2)", 34.0}};
    for (const core::Form06aColumn& column : core::form_06a_columns()) {
        all.push_back(count_column(column_heading(column), group_of(column.group),
                                   "(" + std::to_string(column.number) + ")"));
    }
    return all;
}

std::vector<Cell> cells(Cell number, std::string name, const core::Form06aRow& row) {
    std::vector<Cell> all = {std::move(number), std::move(name)};
    for (const core::Form06aColumn& column : core::form_06a_columns())
        all.emplace_back(column.of(row));
    return all;
}

} // namespace

ReportDocument document_of(const core::Form06a& form) {
    Table table{said("form-06a-name"), form_columns(), {}, {}};
    std::int64_t number = 0;
    for (const core::Form06aRow& row : form.rows)
        table.rows.push_back(cells(++number, row.field, row));
    table.total = cells("", in_one_line(said("report-sum")), form.total);
    return {form.office, said("form-06a-title"), form.first,        form.last,
            {},          {std::move(table)},     {form_06a_note()}, Orientation::landscape};
}

} // namespace reports
