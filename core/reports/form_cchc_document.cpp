// One of several that implement report_document.hpp: the form of reform indicators.

#include "core/reports/form_cchc.hpp"
#include "core/reports/report.hpp"
#include "core/reports/report_document.hpp"

#include <utility>

namespace reports {

namespace {

const Column value_column = {ColumnKind::count, {"Số liệu", "Value"}, {}, "", 0.0};

Cell value_cell(const core::CchcRow& row) {
    if (!row.value) return NotKnown{};
    return *row.value;
}

std::string source_text(const core::CchcRow& row) {
    return row.source + " (" + row.source_english + ")";
}

Table rows_table(const core::FormCchc& form) {
    Table table{{"Biểu thống kê", "Table"},
                {{ColumnKind::count, {"STT", "No."}, {}, "", 0.0},
                 text_column({"Nhiệm vụ/Tiêu chí", ""}, 42),
                 text_column({"Criterion", ""}, 34),
                 value_column,
                 text_column({"Nguồn số liệu", "Source"}, 38)},
                {},
                {}};
    for (const core::CchcRow& row : form.rows) {
        table.rows.push_back({std::int64_t{row.number}, row.name, row.name_english, value_cell(row),
                              source_text(row)});
    }
    return table;
}

Table figures_table(const core::FormCchc& form) {
    Table table{{"Số liệu trong lời văn", "Figures of the text"},
                {text_column({"Mục", "Section"}, 8),
                 text_column({"Số liệu trong lời văn", ""}, 42),
                 text_column({"Figure of the text", ""}, 34),
                 value_column,
                 {ColumnKind::percent, {"Tỷ lệ", "Percentage"}, {}, "", 0.0},
                 {ColumnKind::count, {"Trên tổng số", "of all"}, {}, "", 0.0},
                 text_column({"Nguồn số liệu", "Source"}, 22)},
                {},
                {}};
    for (const core::CchcRow& row : form.figures) {
        const bool share = row.value && row.base;
        table.rows.push_back({row.section, row.name, row.name_english, value_cell(row),
                              share ? Cell(Share{*row.value, *row.base}) : Cell(""),
                              share ? Cell(*row.base) : Cell(""), source_text(row)});
    }
    return table;
}

} // namespace

ReportDocument document_of(const core::FormCchc& form) {
    return {form.office,
            {"BIỂU THỐNG KÊ KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH",
             "Administrative reform: figures of the period"},
            form.first,
            form.last,
            {report_sentence(form.total)},
            {rows_table(form), figures_table(form)},
            {cchc_notes.begin(), cchc_notes.end()},
            Orientation::landscape};
}

} // namespace reports
