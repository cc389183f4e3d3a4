#pragma once

#include "core/reports/pdf_canvas.hpp"
#include "core/reports/report_document.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace reports {

/// A table laid out for a page width: the font as large as lets every number stand on one line,
/// texts wrapped, nothing cut off. The heads stand again on top of every page's part.
class PdfTable {
public:
    /// Keeps references to both; they outlive it.
    PdfTable(PdfCanvas& canvas, const Table& table, double width);

    /// Of all rows, the row of totals among them.
    std::size_t row_count() const { return row_heights_.size(); }

    /// How many rows from `first` on fit into a height under the heads.
    std::size_t rows_fitting(std::size_t first, double height) const;

    /// Draws the heads and so many rows; returns their height.
    double draw(double x, double y, std::size_t first, std::size_t count);

private:
    bool choose_widths(double width);
    double narrowest(const Column& column, std::size_t index);
    std::array<std::string, 2> longest_words(std::size_t column) const;
    double group_width(std::size_t first) const;
    double widest_word(const std::string& text, const TextStyle& style);
    void measure_heads();
    void measure_rows();
    double draw_heads(double x, double y);
    void draw_row(double x, double y, std::size_t row);
    void draw_head(const Words& words, double x, double y, double width, double height);
    double head_height(const Words& words, double width);
    const std::vector<Cell>& cells_of(std::size_t row) const;
    TextStyle cell_style(std::size_t row, std::size_t column) const;
    TextStyle head_style() const;
    TextStyle english_style() const;

    double heads_height() const { return group_height_ + name_height_ + number_height_; }

    double x_of(std::size_t column) const;

    PdfCanvas& canvas_;
    const Table& table_;
    double points_ = 0;
    std::vector<double> widths_;
    std::vector<double> row_heights_;
    double group_height_ = 0; // 0 without groups, and so with numbers
    double name_height_ = 0;
    double number_height_ = 0;
};

} // namespace reports
