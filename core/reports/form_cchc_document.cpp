// One of several that implement report_document.hpp: the form of reform indicators.

#include "core/reports/bilingual.hpp"
#include "core/reports/form_cchc.hpp"
#include "core/reports/report.hpp"
#include "core/reports/report_document.hpp"

#include <cstdint>
#include <utility>

namespace reports {

namespace {

Column value_column() { return count_column(said("form-cchc-value")); }

Cell value_cell(const core::CchcRow& row) {
    if (!row.value) return NotKnown{};
    return *row.value;
}

Table rows_table(const core::FormCchc& form) {
    const Words criterion = said("form-cchc-criterion");
    Table table{said("form-cchc-table"),
                {count_column(said("report-row-number")),
                 text_column({criterion.vietnamese, ""}, 42),
                 text_column({criterion.english, ""}, 34), value_column(),
                 text_column(said("form-cchc-source"), 38)},
                {},
                {}};
    for (const core::CchcRow& row : form.rows) {
        const Words name = said(row.name);
        table.rows.push_back({std::int64_t{row.number}, name.vietnamese, name.english,
                              value_cell(row), in_one_line(said(row.source))});
    }
    return table;
}

Table figures_table(const core::FormCchc& form) {
    const Words figure = said("form-cchc-text-figure");
    Table table{said("form-cchc-text-figures"),
                {text_column(said("form-cchc-section"), 8),
                 text_column({figure.vietnamese, ""}, 42),
                 text_column({figure.english, ""}, 34),
                 value_column(),
                 {ColumnKind::percent, said("report-percentage"), {}, "", 0.0},
                 count_column(said("form-cchc-of-all")),
                 text_column(said("form-cchc-source"), 22)},
                {},
                {}};
    for (const core::CchcRow& row : form.figures) {
        const bool share = row.value && row.base;
        const Words name = said(row.name);
        table.rows.push_back({row.section, name.vietnamese, name.english, value_cell(row),
                              share ? Cell(Share{*row.value, *row.base}) : Cell(""),
                              share ? Cell(*row.base) : Cell(""), in_one_line(said(row.source))});
    }
    return table;
}

} // namespace

ReportDocument document_of(const core::FormCchc& form) {
    return {form.office,  said("form-cchc-title"),       form.first,
            form.last,    {report_sentence(form.total)}, {rows_table(form), figures_table(form)},
            cchc_notes(), Orientation::landscape};
}

} // namespace reports
