// One of several that implement flow.hpp: tables.

#include "printer/flow.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace printer {

namespace {

constexpr double padding_lines = 0.25; ///< white space inside a cell, of the body text
constexpr double border_mm = 0.17;
constexpr double detail_size = 0.9; ///< of a row's further members on a roll

Paragraph cell_text(const std::string& text, const Table& table, Align align, bool bold) {
    Paragraph paragraph;
    paragraph.spans.push_back({text, bold});
    paragraph.size = table.size;
    paragraph.align = align;
    return paragraph;
}

class SheetTable {
public:
    SheetTable(Flow& flow, const Table& table)
        : flow_(flow), table_(table),
          padding_(
              static_cast<int>(std::lround(flow.medium().body_dots * table.size * padding_lines))),
          border_(
              std::max(1, static_cast<int>(std::lround(flow.medium().dots_per_mm * border_mm)))) {
        place_columns();
    }

    void add() {
        std::vector<std::string> titles;
        for (const Column& column : table_.columns) titles.push_back(column.title);
        const Row head = shape_row(titles, true);
        // A head alone at the foot of a page says nothing.
        flow_.keep_together(head.height + (table_.rows.empty() ? 0 : first_row_height()));
        add_row(head, nullptr);
        for (const auto& cells : table_.rows) {
            if (flow_.refusal()) return;
            add_row(shape_row(cells, false), &head);
        }
    }

private:
    struct Row {
        std::vector<ShapedText> cells;
        int height; ///< dots
    };

    void place_columns() {
        const Strip full = flow_.full();
        double shares = 0;
        for (const Column& column : table_.columns) shares += column.share;
        double at = 0;
        for (const Column& column : table_.columns) {
            edges_.push_back(full.x + static_cast<int>(std::lround(full.width * at / shares)));
            at += column.share;
        }
        edges_.push_back(full.x + full.width - border_);
    }

    Row shape_row(const std::vector<std::string>& cells, bool is_head) const {
        Row row{{}, 0};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const int width = edges_[i + 1] - edges_[i] - 2 * padding_ - border_;
            const Align align = is_head ? Align::center : table_.columns[i].align;
            row.cells.push_back(
                flow_.shape(cell_text(cells[i], table_, align, is_head), std::max(1, width)));
            row.height = std::max(row.height, Flow::height_of(row.cells.back()));
        }
        row.height += 2 * padding_ + border_;
        return row;
    }

    int first_row_height() const { return shape_row(table_.rows.front(), false).height; }

    void add_row(const Row& row, const Row* head) {
        if (row.height + border_ > flow_.space_left()) {
            flow_.keep_together(row.height + border_ + (head != nullptr ? head->height : 0));
            if (flow_.refusal()) return;
            if (head != nullptr) draw_row(*head);
        }
        draw_row(row);
    }

    void draw_row(const Row& row) {
        const int top = flow_.y();
        const int width = edges_.back() - edges_.front() + border_;
        flow_.ink(edges_.front(), top, width, border_);
        flow_.ink(edges_.front(), top + row.height, width, border_);
        for (const int edge : edges_) flow_.ink(edge, top, border_, row.height);
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            flow_.place_text(row.cells[i], edges_[i] + border_ + padding_,
                             top + border_ + padding_);
        flow_.skip(row.height);
    }

    Flow& flow_;
    const Table& table_;
    int padding_;
    int border_;
    std::vector<int> edges_; ///< dots, one more than columns
};

// Columns would be too narrow: `1. Name` and under it what else the row says.
void add_rows_as_lines(Flow& flow, const Table& table) {
    const Strip full = flow.full();
    const bool numbered = table.columns.size() > 1 && table.columns.front().title == "STT";
    for (const auto& cells : table.rows) {
        const std::size_t name = numbered ? 1 : 0;
        const std::string number = numbered ? cells[0] + ". " : table.columns[0].title + ": ";
        Paragraph head = cell_text(number + cells[name], table, Align::left, false);
        flow.flow_text(flow.shape(head, full.width), full.x);
        std::string rest;
        for (std::size_t i = name + 1; i < cells.size(); ++i) {
            if (cells[i].empty()) continue;
            rest += (rest.empty() ? "" : "; ") + table.columns[i].title + ": " + cells[i];
        }
        if (rest.empty()) continue;
        Paragraph detail = cell_text(rest, table, Align::left, false);
        detail.size *= detail_size;
        const int indent = flow.gap();
        flow.flow_text(flow.shape(detail, full.width - indent), full.x + indent);
    }
}

} // namespace

void add_table(Flow& flow, const Table& table) {
    flow.skip(flow.gap() / 3);
    if (flow.is_roll()) {
        add_rows_as_lines(flow, table);
    } else {
        SheetTable(flow, table).add();
    }
    flow.skip(flow.gap());
}

} // namespace printer
