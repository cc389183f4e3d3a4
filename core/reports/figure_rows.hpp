#pragma once

#include "core/domain/figure_names.hpp"
#include "core/reports/bilingual.hpp"
#include "core/words/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reports {

/// A figure as reports tell it.
struct FigureRow {
    const core::FigureName* figure = nullptr;
    Words words;            ///< of a part its own word alone: its whole stands above it
    bool is_part = false;   ///< of the next figure above that is none
    bool is_whole = false;  ///< parts follow
    bool has_share = false; ///< also told as a share of all that was resolved

    std::int64_t of(const core::PeriodFigures& figures) const { return figure->of(figures); }
};

/// All figures, in the order of core::figure_names(). Any thread.
const std::vector<FigureRow>& figure_rows();

/// The word of a figure as `FigureRow::words` has it, in one language.
std::string figure_word(std::string_view figure, words::Language language);

/// The row of a figure; its path is one of core::figure_names() (asserted).
const FigureRow& figure_row(std::string_view figure);

} // namespace reports
