#include "printer/medium.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace printer {

namespace {

constexpr double sheet_dots_per_mm = 300 / 25.4;
constexpr double dots_per_point = 300 / 72.0;
constexpr int narrow_roll_dots = 450; ///< below: 58 mm

int dots(double millimetres, double dots_per_mm) {
    return static_cast<int>(std::lround(millimetres * dots_per_mm));
}

} // namespace

Medium roll_medium(int width, double dots_per_mm) {
    assert(width >= 200 && dots_per_mm > 0);
    Medium paper;
    paper.width = width;
    paper.margin = 8;
    paper.dots_per_mm = dots_per_mm;
    paper.font = "DejaVu Sans";
    const bool narrow = width < narrow_roll_dots;
    // OCR and old eyes: from 18 dots (2.25 mm) on every mark of a letter is printed whole.
    paper.body_dots = std::max(20.0, (narrow ? 2.75 : 3.1) * dots_per_mm);
    paper.qr_module = std::max(4, dots(0.75, dots_per_mm));
    paper.bar_module = 3; // 0.375 mm; two dots would be finer than the 0.33 mm that scans well
    paper.bar_height = dots(15, dots_per_mm);
    paper.hinted = true;
    return paper;
}

Medium sheet_medium(SheetSize size) {
    const bool a4 = size == SheetSize::a4;
    Medium paper;
    paper.dots_per_mm = sheet_dots_per_mm;
    paper.width = dots(a4 ? 210 : 148, sheet_dots_per_mm);
    paper.height = dots(a4 ? 297 : 210, sheet_dots_per_mm);
    paper.margin = dots(a4 ? 18 : 10, sheet_dots_per_mm);
    paper.font = "Liberation Serif, DejaVu Serif";
    paper.body_dots = (a4 ? 13 : 9.5) * dots_per_point;
    paper.qr_module = a4 ? 7 : 6; // 0.59 and 0.51 mm: 0.5 mm is the least that scans well
    paper.bar_module = 4;         // 0.34 mm: 0.33 mm is the least
    paper.bar_height = dots(15, sheet_dots_per_mm);
    return paper;
}

Medium turned(Medium sheet) {
    std::swap(sheet.width, sheet.height);
    return sheet;
}

} // namespace printer
