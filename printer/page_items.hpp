#pragma once

#include "printer/medium.hpp"

#include <pango/pangocairo.h>

#include <memory>
#include <vector>

namespace printer {

struct FreePango {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }

    void operator()(PangoContext* context) const { g_object_unref(context); }

    void operator()(PangoFontMap* fonts) const { g_object_unref(fonts); }

    void operator()(PangoLayoutLine* line) const { pango_layout_line_unref(line); }

    void operator()(PangoLayoutIter* iter) const { pango_layout_iter_free(iter); }
};

using ShapedText = std::shared_ptr<PangoLayout>;
using TextContext = std::unique_ptr<PangoContext, FreePango>;
using FontMap = std::unique_ptr<PangoFontMap, FreePango>;

/// One line of shaped text, from its left end on the baseline, in dots.
struct TextItem {
    ShapedText owner; ///< keeps the line's fonts
    std::unique_ptr<PangoLayoutLine, FreePango> line;
    double x;
    double baseline;
};

/// A black rectangle of whole dots: a rule, a border, a bar, a module.
struct InkItem {
    int x;
    int y;
    int width;
    int height;
};

struct PageItems {
    int height = 0; ///< dots
    std::vector<TextItem> texts{};
    std::vector<InkItem> inks{};
};

/// Everything that stands on the pages of one document.
struct DocumentItems {
    Medium medium;
    std::string title;
    std::string author;
    std::string dated;
    std::vector<PageItems> pages;
};

} // namespace printer
