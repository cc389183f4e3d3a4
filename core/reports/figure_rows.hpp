#pragma once

#include "core/domain/figure_names.hpp"
#include "core/reports/report_document.hpp"

#include <string_view>
#include <vector>

namespace reports {

/// A figure as reports tell it.
struct FigureRow {
    const core::FigureName* figure = nullptr;
    Words words;            ///< of a part its own word alone: its whole stands above it
    bool is_part = false;   ///< of the next figure above that is none
    bool has_share = false; ///< also told as a share of all that was resolved

    std::int64_t of(const core::PeriodFigures& figures) const { return figure->of(figures); }
};

/// All figures, in the order of core::figure_names(). Any thread.
const std::vector<FigureRow>& figure_rows();

/// A word of a vocabulary, Vietnamese with English beside it.
Words words_of(std::string_view vocabulary, std::string_view name);

/// With a small first letter: a part's name below the name of its whole.
Words lowered(Words words);

} // namespace reports
