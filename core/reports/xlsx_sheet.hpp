#pragma once

#include "core/reports/report_document.hpp"

#include <string>
#include <vector>

struct lxw_format;
struct lxw_workbook;

namespace reports {

/// The looks of cells; they belong to the workbook.
struct XlsxFormats {
    explicit XlsxFormats(lxw_workbook* workbook);

    lxw_format* office;
    lxw_format* title;
    lxw_format* subtitle;
    lxw_format* head;
    lxw_format* note;

    /// Of table cells, and the same in the row of totals.
    struct Cells {
        lxw_format* text;
        lxw_format* count;
        lxw_format* percent;
        lxw_format* missing;
    };

    Cells plain;
    Cells total;
};

/// Adds the sheet of one of the document's tables. Throws std::runtime_error when it can't.
void add_sheet(lxw_workbook* workbook,
               const XlsxFormats& formats,
               const ReportDocument& document,
               const Table& table);

} // namespace reports
