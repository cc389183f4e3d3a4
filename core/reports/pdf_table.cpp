#include "core/reports/pdf_table.hpp"

#include "core/domain/text.hpp"
#include "core/reports/report_numbers.hpp"

#include <algorithm>
#include <numeric>
#include <sstream>

namespace reports {

namespace {

constexpr double largest_points = 10.5;
constexpr double smallest_points = 4.5;
constexpr double points_step = 0.5;
constexpr double padding = 2.5;

/// Of a character of text, on average, in times the font's size.
constexpr double character_width = 0.45;

/// A text column may be this much narrower than what reads well.
constexpr double narrowest_text = 0.6;

/// A column of numbers takes its part of spare room as a text of so many characters.
constexpr double number_weight = 8.0;

double weight_of(const Column& column) {
    return column.kind == ColumnKind::text ? column.text_width : number_weight;
}

std::string cell_text(const Cell& cell, ColumnKind kind) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* count = std::get_if<std::int64_t>(&cell)) return core::show_count(*count);
    if (const auto* share = std::get_if<Share>(&cell)) {
        const std::string percent = show_percent(share->part, share->base);
        return kind == ColumnKind::percent ? percent
                                           : core::show_count(share->part) + "\n" + percent;
    }
    return not_known();
}

} // namespace

PdfTable::PdfTable(PdfCanvas& canvas, const Table& table, double width)
    : canvas_(canvas), table_(table) {
    for (points_ = largest_points; !choose_widths(width) && points_ > smallest_points;)
        points_ -= points_step;
    measure_heads();
    measure_rows();
}

const std::vector<Cell>& PdfTable::cells_of(std::size_t row) const {
    return row < table_.rows.size() ? table_.rows[row] : table_.total;
}

TextStyle PdfTable::cell_style(std::size_t row, std::size_t column) const {
    const bool text = table_.columns[column].kind == ColumnKind::text;
    return {points_, row >= table_.rows.size(), false, text ? Align::left : Align::right};
}

TextStyle PdfTable::head_style() const { return {points_, true, false, Align::center}; }

TextStyle PdfTable::english_style() const { return {points_ * 0.9, false, true, Align::center}; }

double PdfTable::widest_word(const std::string& text, const TextStyle& style) {
    double widest = 0;
    std::istringstream words(text);
    for (std::string word; words >> word;) widest = std::max(widest, canvas_.width_of(word, style));
    return widest;
}

double PdfTable::narrowest(const Column& column, std::size_t index) {
    double width = std::max(widest_word(column.name.vietnamese, head_style()),
                            widest_word(column.name.english, english_style()));
    if (column.kind == ColumnKind::text)
        return std::max(width, column.text_width * narrowest_text * character_width * points_) +
               2 * padding;
    TextStyle style = cell_style(0, index);
    style.bold = !table_.total.empty();
    for (const std::string& word : longest_words(index))
        width = std::max(width, canvas_.width_of(word, style));
    return width + 2 * padding;
}

/// Of a column's numbers and of its percentages, each among themselves as wide as their letters
/// are many. To measure every one would take seconds.
std::array<std::string, 2> PdfTable::longest_words(std::size_t column) const {
    std::array<std::string, 2> longest;
    for (std::size_t row = 0; row < table_.rows.size() + (table_.total.empty() ? 0 : 1); ++row) {
        const Cell& cell = cells_of(row).at(column);
        if (std::holds_alternative<NotKnown>(cell)) continue;
        std::istringstream words(cell_text(cell, table_.columns[column].kind));
        for (std::string word; words >> word;) {
            std::string& known = longest[word.ends_with('%') ? 1 : 0];
            if (word.size() > known.size()) known = word;
        }
    }
    return longest;
}

/// False when the page is too narrow for the columns at this size of font.
bool PdfTable::choose_widths(double width) {
    widths_.clear();
    double weights = 0;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
        widths_.push_back(narrowest(table_.columns[i], i));
        weights += weight_of(table_.columns[i]);
    }
    const double spare = width - std::accumulate(widths_.begin(), widths_.end(), 0.0);
    for (std::size_t i = 0; i < widths_.size(); ++i) {
        // Where nothing can shrink any more, every column gives way alike.
        widths_[i] = spare < 0 ? widths_[i] * width / (width - spare)
                               : widths_[i] + spare * weight_of(table_.columns[i]) / weights;
    }
    return spare >= 0;
}

double PdfTable::head_height(const Words& words, double width) {
    const double room = width - 2 * padding;
    double height = canvas_.height_of(words.vietnamese, room, head_style());
    if (!words.english.empty()) height += canvas_.height_of(words.english, room, english_style());
    return height + 2 * padding;
}

/// Of the columns of one group; 0 when no group begins with this column.
double PdfTable::group_width(std::size_t first) const {
    const Words& group = table_.columns[first].group;
    if (group.empty() || (first > 0 && table_.columns[first - 1].group == group)) return 0;
    double width = 0;
    for (std::size_t i = first; i < widths_.size() && table_.columns[i].group == group; ++i)
        width += widths_[i];
    return width;
}

void PdfTable::measure_heads() {
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
        const Column& column = table_.columns[i];
        name_height_ = std::max(name_height_, head_height(column.name, widths_[i]));
        if (!column.number.empty())
            number_height_ = canvas_.height_of(column.number, -1, head_style()) + 2 * padding;
        if (const double width = group_width(i); width > 0)
            group_height_ = std::max(group_height_, head_height(column.group, width));
    }
}

void PdfTable::measure_rows() {
    const std::size_t rows = table_.rows.size() + (table_.total.empty() ? 0 : 1);
    for (std::size_t row = 0; row < rows; ++row) {
        double height = 0;
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const std::string text = cell_text(cells_of(row).at(i), table_.columns[i].kind);
            height = std::max(
                height, canvas_.height_of(text, widths_[i] - 2 * padding, cell_style(row, i)));
        }
        row_heights_.push_back(height + 2 * padding);
    }
}

std::size_t PdfTable::rows_fitting(std::size_t first, double height) const {
    double taken = heads_height();
    std::size_t count = 0;
    while (first + count < row_heights_.size()) {
        taken += row_heights_[first + count];
        if (taken > height) break;
        ++count;
    }
    return count;
}

double PdfTable::x_of(std::size_t column) const {
    return std::accumulate(widths_.begin(), widths_.begin() + static_cast<std::ptrdiff_t>(column),
                           0.0);
}

void PdfTable::draw_head(const Words& words, double x, double y, double width, double height) {
    const double room = width - 2 * padding;
    canvas_.fill_box(x, y, width, height);
    canvas_.draw_box(x, y, width, height);
    const double top = y + (height - head_height(words, width)) / 2 + padding;
    canvas_.draw_text(words.vietnamese, x + padding, top, room, head_style());
    const double below = canvas_.height_of(words.vietnamese, room, head_style());
    canvas_.draw_text(words.english, x + padding, top + below, room, english_style());
}

double PdfTable::draw_heads(double x, double y) {
    const auto& columns = table_.columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column& column = columns[i];
        const double left = x + x_of(i);
        const bool grouped = !column.group.empty();
        if (const double width = group_width(i); width > 0)
            draw_head(column.group, left, y, width, group_height_);
        const double top = grouped ? y + group_height_ : y;
        draw_head(column.name, left, top, widths_[i], y + group_height_ + name_height_ - top);
        if (number_height_ > 0) {
            draw_head({column.number, ""}, left, y + group_height_ + name_height_, widths_[i],
                      number_height_);
        }
    }
    return heads_height();
}

void PdfTable::draw_row(double x, double y, std::size_t row) {
    for (std::size_t i = 0; i < widths_.size(); ++i) {
        canvas_.draw_box(x + x_of(i), y, widths_[i], row_heights_[row]);
        canvas_.draw_text(cell_text(cells_of(row).at(i), table_.columns[i].kind),
                          x + x_of(i) + padding, y + padding, widths_[i] - 2 * padding,
                          cell_style(row, i));
    }
}

double PdfTable::draw(double x, double y, std::size_t first, std::size_t count) {
    double height = draw_heads(x, y);
    for (std::size_t row = first; row < first + count; ++row) {
        draw_row(x, y + height, row);
        height += row_heights_[row];
    }
    return height;
}

} // namespace reports
