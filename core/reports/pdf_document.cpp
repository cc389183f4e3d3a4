#include "core/reports/pdf_document.hpp"

#include "core/reports/pdf_canvas.hpp"
#include "core/reports/pdf_table.hpp"
#include "core/reports/report_files.hpp"

#include <algorithm>
#include <utility>

namespace reports {

namespace {

constexpr double a4_short = 595.28; // points
constexpr double a4_long = 841.89;
constexpr double left_margin = 56.7; // 20 mm, to be bound there
constexpr double right_margin = 36.0;
constexpr double top_margin = 42.0;
constexpr double bottom_margin = 42.0;
constexpr double footer_gap = 14.0;
constexpr double gap = 8.0;
constexpr double signature_space = 62.0;

constexpr TextStyle plain{11, false, false, Align::left};
constexpr TextStyle small{9, false, true, Align::left};
constexpr TextStyle dated{11, false, true, Align::center};
constexpr TextStyle signing{11, true, false, Align::center};

constexpr const char* place_and_date = "……………, ngày …… tháng …… năm ………";
constexpr const char* preparer = "NGƯỜI LẬP BIỂU\n(Prepared by)";
constexpr const char* head_of_office =
    "THỦ TRƯỞNG CƠ QUAN\n(Head of the office; ký, ghi rõ họ tên, đóng dấu)";

/// Puts a document on pages from top to bottom. How many pages there are is known only at the
/// end, so a document is drawn twice: the first time to count them.
class PageFlow {
public:
    PageFlow(const ReportDocument& document, int page_count)
        : document_(document), page_count_(page_count),
          width_(document.orientation == Orientation::portrait ? a4_short : a4_long),
          height_(document.orientation == Orientation::portrait ? a4_long : a4_short),
          canvas_({document.title.vietnamese, document.office, document.last}, width_, height_) {}

    void draw() {
        heading();
        for (const std::string& text : document_.paragraphs) paragraph(text, plain);
        for (const Table& table : document_.tables) {
            if (document_.tables.size() > 1) caption(table.caption);
            rows(table);
        }
        keep_together(ending_height()); // signatures never stand alone on a page
        for (const std::string& text : document_.notes) paragraph(text, small);
        signatures();
        end_page();
    }

    int pages() const { return page_; }

    std::string finish() { return canvas_.finish(); }

private:
    double room() const { return width_ - left_margin - right_margin; }

    double left_on_page() const { return height_ - bottom_margin - footer_gap - y_; }

    /// Draws a text at a share of the width; returns its height.
    double text_at(const std::string& text, double from, double to, const TextStyle& style) {
        const double width = (to - from) * room();
        canvas_.draw_text(text, left_margin + from * room(), y_, width, style);
        return canvas_.height_of(text, width, style);
    }

    /// Who reports, and the national heading beside it; then what is reported.
    void heading() {
        const double office = text_at(document_.office, 0, 0.4, {12, true, false, Align::center});
        const double nation = text_at("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                                      "Độc lập – Tự do – Hạnh phúc",
                                      0.4, 1, {12, true, false, Align::center});
        y_ += std::max(office, nation) + 2 * gap;
        y_ += text_at(document_.title.vietnamese, 0, 1, {14, true, false, Align::center});
        y_ += text_at(document_.title.english, 0, 1, {10, false, true, Align::center});
        y_ += text_at(period_text(document_), 0, 1, {11, false, true, Align::center}) + 1.5 * gap;
    }

    void paragraph(const std::string& text, const TextStyle& style) {
        keep_together(canvas_.height_of(text, room(), style));
        y_ += text_at(text, 0, 1, style) + gap / 2;
    }

    /// A caption is never the last thing on its page.
    void caption(const Words& words) {
        constexpr double with_some_rows = 120.0;
        keep_together(with_some_rows);
        y_ += gap / 2;
        y_ += text_at(words.vietnamese + " (" + words.english + ")", 0, 1,
                      {11, true, false, Align::left}) +
              gap / 2;
    }

    void rows(const Table& table) {
        PdfTable laid_out(canvas_, table, room());
        for (std::size_t row = 0; row < laid_out.row_count();) {
            std::size_t fitting = laid_out.rows_fitting(row, left_on_page());
            if (fitting == 0 && y_ > top_margin) {
                new_page();
                continue;
            }
            fitting = std::max<std::size_t>(fitting, 1);
            y_ += laid_out.draw(left_margin, y_, row, fitting);
            row += fitting;
            if (row < laid_out.row_count()) new_page();
        }
        if (laid_out.row_count() == 0) y_ += laid_out.draw(left_margin, y_, 0, 0);
        y_ += gap;
    }

    /// Of the notes and the signatures under them.
    double ending_height() {
        double height = gap + canvas_.height_of(place_and_date, room() / 2, dated) +
                        canvas_.height_of(head_of_office, room() / 2, signing) + signature_space;
        for (const std::string& text : document_.notes)
            height += canvas_.height_of(text, room(), small) + gap / 2;
        return height;
    }

    void signatures() {
        y_ += gap;
        y_ += text_at(place_and_date, 0.5, 1, dated);
        text_at(preparer, 0, 0.5, signing);
        y_ += text_at(head_of_office, 0.5, 1, signing) + signature_space;
    }

    void keep_together(double height) {
        if (height > left_on_page() && y_ > top_margin) new_page();
    }

    void new_page() {
        end_page();
        y_ = top_margin;
    }

    void end_page() {
        ++page_;
        y_ = height_ - bottom_margin;
        const TextStyle style{8.5, false, false, Align::left};
        TextStyle right = style;
        right.align = Align::right;
        text_at(document_.office + ", " + core::show_date(document_.first) + " – " +
                    core::show_date(document_.last),
                0, 0.75, style);
        text_at("Trang " + std::to_string(page_) + "/" + std::to_string(page_count_), 0.75, 1,
                right);
        canvas_.end_page();
    }

    const ReportDocument& document_;
    int page_count_;
    double width_;
    double height_;
    PdfCanvas canvas_;
    double y_ = top_margin;
    int page_ = 0;
};

} // namespace

std::string write_pdf(const ReportDocument& document) {
    PageFlow counting(document, 0);
    counting.draw();
    PageFlow flow(document, counting.pages());
    flow.draw();
    return flow.finish();
}

std::string to_pdf(const core::PeriodReport& report) { return write_pdf(document_of(report)); }

std::string to_pdf(const core::Form06a& form) { return write_pdf(document_of(form)); }

std::string to_pdf(const core::FormCchc& form) { return write_pdf(document_of(form)); }

} // namespace reports
