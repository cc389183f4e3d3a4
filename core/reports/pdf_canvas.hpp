#pragma once

#include "core/domain/civil_time.hpp"

#include <memory>
#include <string>

namespace reports {

enum class Align { left, center, right };

struct TextStyle {
    double points = 10;
    bool bold = false;
    bool italic = false;
    Align align = Align::left;
};

/// What a PDF says about itself.
struct PdfFacts {
    std::string title;
    std::string author;
    core::Day dated;
};

/// Pages being drawn, one after the other, in points from the top left corner. Text is shaped
/// text that can be searched and copied. Throws std::runtime_error when there is no font with
/// Vietnamese letters, or no memory.
class PdfCanvas {
public:
    PdfCanvas(const PdfFacts& facts, double width, double height);
    ~PdfCanvas();
    PdfCanvas(const PdfCanvas&) = delete;
    PdfCanvas& operator=(const PdfCanvas&) = delete;

    /// How wide the text is on one line.
    double width_of(const std::string& text, const TextStyle& style);

    /// How high the text is, wrapped to a width.
    double height_of(const std::string& text, double width, const TextStyle& style);

    void
    draw_text(const std::string& text, double x, double y, double width, const TextStyle& style);
    void draw_box(double x, double y, double width, double height);
    void fill_box(double x, double y, double width, double height);
    void end_page();

    /// The file; nothing can be drawn after it.
    std::string finish();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace reports
