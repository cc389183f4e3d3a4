// One of several that implement report_document.hpp: form 06a.

#include "core/reports/bilingual.hpp"
#include "core/reports/form_06a.hpp"
#include "core/reports/form_06a_words.hpp"
#include "core/reports/report_document.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace reports {

namespace {

Words column_heading(const core::Form06aColumn& column) {
    return in_both([&](words::Language language) { return heading_of(column, language); });
}

Words group_heading(core::Form06aGroup group) {
    return in_both([&](words::Language language) { return heading_of(group, language); });
}

std::vector<Column> form_columns() {
    std::vector<Column> all = {count_column(said("report-row-number"), {}, "(1)"),
                               {ColumnKind::text, said("form-06a-field"), {}, "(2)", 34.0}};
    for (const core::Form06aColumn& column : core::form_06a_columns()) {
        all.push_back(count_column(column_heading(column), group_heading(column.group),
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
