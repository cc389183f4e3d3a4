#include "core/reports/xlsx_sheet.hpp"

#include "core/domain/failure.hpp"
#include "core/reports/report_numbers.hpp"
#include "core/reports/workbook_text.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>

namespace reports {

namespace {

constexpr double count_width = 12.0;
constexpr double percent_width = 10.0;
constexpr double plain_points = 11;
constexpr double title_points = 14;
constexpr double line_height = 15.5; // points, of plain text
constexpr std::size_t many_columns = 10;

/// Wraps at the end of a word, so that less than the width is filled.
constexpr double filled = 0.85;

void must(lxw_error error) {
    if (error != LXW_NO_ERROR)
        throw core::Failure({"workbook-failed", {{"reason", std::string(lxw_strerror(error))}}});
}

lxw_format* bordered(lxw_workbook* workbook, bool bold) {
    lxw_format* format = workbook_add_format(workbook);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_text_wrap(format);
    if (bold) format_set_bold(format);
    return format;
}

XlsxFormats::Cells cell_formats(lxw_workbook* workbook, bool bold) {
    const XlsxFormats::Cells cells{bordered(workbook, bold), bordered(workbook, bold),
                                   bordered(workbook, bold), bordered(workbook, bold)};
    format_set_num_format(cells.count, "#,##0");
    format_set_num_format(cells.percent, "0.00%");
    format_set_align(cells.missing, LXW_ALIGN_RIGHT);
    format_set_italic(cells.missing);
    return cells;
}

lxw_format* centred(lxw_workbook* workbook, double points) {
    lxw_format* format = workbook_add_format(workbook);
    format_set_align(format, LXW_ALIGN_CENTER);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(format);
    format_set_font_size(format, points);
    return format;
}

/// A column of the sheet: a share takes two, its part and its percentage.
struct SheetColumn {
    const Column* column;
    std::size_t cell;
    ColumnKind kind; // never share

    double width() const {
        if (kind == ColumnKind::text) return column->text_width;
        return kind == ColumnKind::percent ? percent_width : count_width;
    }

    std::string name() const {
        const std::string percent =
            column->kind == ColumnKind::share && kind == ColumnKind::percent ? " (%)" : "";
        const Words& name = column->name;
        return name.vietnamese + percent + (name.english.empty() ? "" : "\n" + name.english);
    }
};

std::vector<SheetColumn> sheet_columns(const Table& table) {
    std::vector<SheetColumn> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        const bool share = column.kind == ColumnKind::share;
        columns.push_back({&column, i, share ? ColumnKind::count : column.kind});
        if (share) columns.push_back({&column, i, ColumnKind::percent});
    }
    return columns;
}

/// Merged cells do not grow with their text, so their height is set for it.
double height_of(const std::string& text, double width) {
    double lines = 0;
    double taken = 0;
    const double room = std::max(1.0, width * filled);
    for (const char c : text) {
        if (c == '\n') {
            lines += std::max(1.0, std::ceil(taken / room));
            taken = 0;
        } else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) {
            ++taken;
        }
    }
    return (lines + std::max(1.0, std::ceil(taken / room))) * line_height;
}

/// Writes one sheet from top to bottom.
class SheetWriter {
public:
    SheetWriter(lxw_worksheet* sheet, const XlsxFormats& formats, const Table& table)
        : sheet_(sheet), formats_(formats), table_(table), columns_(sheet_columns(table)) {
        for (const SheetColumn& column : columns_) {
            must(worksheet_set_column(sheet_, column_, column_, column.width() + 1, nullptr));
            total_width_ += column.width() + 1;
            ++column_;
        }
    }

    void across(const std::string& text, lxw_format* format, double points = plain_points) {
        const double scale = points / plain_points;
        const double height = height_of(text, total_width_ / scale) * scale;
        must(worksheet_set_row(sheet_, row_, height, nullptr));
        span(row_, row_, 0, columns_.size() - 1, text, format);
        ++row_;
    }

    void skip() { ++row_; }

    /// The rows with the columns' names, which stay in sight and are printed on every page.
    void heads() {
        const auto has = [&](auto member) {
            return std::any_of(table_.columns.begin(), table_.columns.end(), member);
        };
        const lxw_row_t first = row_;
        const bool grouped = has([](const Column& c) { return !c.group.empty(); });
        if (grouped) group_heads();
        double height = line_height;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const std::string name = columns_[c].name();
            height = std::max(height, height_of(name, columns_[c].width()));
            const bool under_group = !grouped || !columns_[c].column->group.empty();
            span(under_group ? row_ : first, row_, c, c, name, formats_.head);
        }
        must(worksheet_set_row(sheet_, row_++, height, nullptr));
        if (has([](const Column& c) { return !c.number.empty(); })) number_heads();
        must(worksheet_repeat_rows(sheet_, first, row_ - 1));
        worksheet_freeze_panes(sheet_, row_, columns_.size() > many_columns ? 1 : 0);
    }

    void cells(const std::vector<Cell>& cells, const XlsxFormats::Cells& formats) {
        for (std::size_t c = 0; c < columns_.size(); ++c)
            write_cell(at(c), cells.at(columns_[c].cell), columns_[c].kind, formats);
        ++row_;
    }

private:
    static lxw_col_t at(std::size_t column) { return static_cast<lxw_col_t>(column); }

    void span(lxw_row_t first_row,
              lxw_row_t last_row,
              std::size_t first,
              std::size_t last,
              const std::string& text,
              lxw_format* format) {
        if (first_row == last_row && first == last) {
            must(worksheet_write_string(sheet_, first_row, at(first), workbook_text(text).c_str(),
                                        format));
        } else {
            must(worksheet_merge_range(sheet_, first_row, at(first), last_row, at(last),
                                       workbook_text(text).c_str(), format));
        }
    }

    void group_heads() {
        double height = line_height;
        for (std::size_t c = 0; c < columns_.size();) {
            const Words& group = columns_[c].column->group;
            std::size_t end = c;
            double width = 0;
            while (end < columns_.size() && columns_[end].column->group == group)
                width += columns_[end++].width();
            if (!group.empty()) {
                const std::string text = group.vietnamese + "\n" + group.english;
                span(row_, row_, c, end - 1, text, formats_.head);
                height = std::max(height, height_of(text, width));
            }
            c = end;
        }
        must(worksheet_set_row(sheet_, row_++, height, nullptr));
    }

    void number_heads() {
        for (std::size_t c = 0; c < columns_.size(); ++c)
            span(row_, row_, c, c, columns_[c].column->number, formats_.head);
        ++row_;
    }

    void write_cell(lxw_col_t column,
                    const Cell& cell,
                    ColumnKind kind,
                    const XlsxFormats::Cells& formats) {
        if (const auto* text = std::get_if<std::string>(&cell)) {
            must(worksheet_write_string(sheet_, row_, column, workbook_text(*text).c_str(),
                                        formats.text));
        } else if (const auto* count = std::get_if<std::int64_t>(&cell)) {
            write_number(column, static_cast<double>(*count), formats.count);
        } else if (const auto* share = std::get_if<Share>(&cell)) {
            const auto percent = core::percent_hundredths(share->part, share->base);
            if (kind != ColumnKind::percent) {
                write_number(column, static_cast<double>(share->part), formats.count);
            } else if (percent) {
                write_number(column, static_cast<double>(*percent) / 10'000.0, formats.percent);
            } else {
                const std::string nothing = show_percent(share->part, share->base);
                must(
                    worksheet_write_string(sheet_, row_, column, nothing.c_str(), formats.missing));
            }
        } else {
            must(
                worksheet_write_string(sheet_, row_, column, not_known().c_str(), formats.missing));
        }
    }

    void write_number(lxw_col_t column, double number, lxw_format* format) {
        must(worksheet_write_number(sheet_, row_, column, number, format));
    }

    lxw_worksheet* sheet_;
    const XlsxFormats& formats_;
    const Table& table_;
    std::vector<SheetColumn> columns_;
    double total_width_ = 0;
    lxw_col_t column_ = 0;
    lxw_row_t row_ = 0;
};

void set_page(lxw_worksheet* sheet) {
    constexpr std::uint8_t a4 = 9;
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, a4);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.6, 0.4, 0.6, 0.6);
    must(worksheet_set_footer(sheet, "&CTrang &P/&N"));
}

} // namespace

XlsxFormats::XlsxFormats(lxw_workbook* workbook)
    : office(workbook_add_format(workbook)), title(centred(workbook, title_points)),
      subtitle(centred(workbook, plain_points)), head(centred(workbook, plain_points)),
      note(workbook_add_format(workbook)), plain(cell_formats(workbook, false)),
      total(cell_formats(workbook, true)) {
    format_set_bold(office);
    format_set_bold(title);
    format_set_italic(subtitle);
    format_set_bold(head);
    format_set_border(head, LXW_BORDER_THIN);
    format_set_bg_color(head, 0xE8EEF4);
    format_set_text_wrap(note);
    format_set_align(note, LXW_ALIGN_VERTICAL_TOP);
}

void add_sheet(lxw_workbook* workbook,
               const XlsxFormats& formats,
               const ReportDocument& document,
               const Table& table) {
    lxw_worksheet* sheet = workbook_add_worksheet(workbook, table.caption.vietnamese.c_str());
    if (sheet == nullptr) throw core::Failure("workbook-no-memory");
    set_page(sheet);
    SheetWriter writer(sheet, formats, table);
    writer.across(document.office, formats.office);
    writer.across(document.title.vietnamese, formats.title, title_points);
    writer.across(document.title.english, formats.subtitle);
    writer.across(table.caption.vietnamese + " (" + table.caption.english + ")", formats.subtitle);
    writer.across(period_text(document), formats.subtitle);
    writer.skip();
    writer.heads();
    for (const auto& row : table.rows) writer.cells(row, formats.plain);
    if (!table.total.empty()) writer.cells(table.total, formats.total);
    writer.skip();
    for (const std::string& text : document.paragraphs) writer.across(text, formats.note);
    for (const std::string& text : document.notes) writer.across(text, formats.note);
}

} // namespace reports
