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
    Medium medium;
    medium.width = width;
    medium.margin = 8;
    medium.dots_per_mm = dots_per_mm;
    medium.font = "DejaVu Sans";
    const bool narrow = width < narrow_roll_dots;
    // OCR and old eyes: from 18 dots (2.25 mm) on every mark of a letter is printed whole.
    medium.body_dots = std::max(20.0, (narrow ? 2.75 : 3.1) * dots_per_mm);
    medium.qr_module = std::max(4, dots(0.75, dots_per_mm));
    medium.bar_module = 3; // 0.375 mm; two dots would be finer than the 0.33 mm that scans well
    medium.bar_height = dots(15, dots_per_mm);
    medium.hinted = true;
    return medium;
}

Medium sheet_medium(SheetSize size) {
    const bool a4 = size == SheetSize::a4;
    Medium medium;
    medium.dots_per_mm = sheet_dots_per_mm;
    medium.width = dots(a4 ? 210 : 148, sheet_dots_per_mm);
    medium.height = dots(a4 ? 297 : 210, sheet_dots_per_mm);
    medium.margin = dots(a4 ? 18 : 10, sheet_dots_per_mm);
    medium.font = "Liberation Serif, DejaVu Serif";
    medium.body_dots = (a4 ? 13 : 9.5) * dots_per_point;
    medium.qr_module = a4 ? 7 : 6; // 0.59 and 0.51 mm: 0.5 mm is the least that scans well
    medium.bar_module = 4;         // 0.34 mm: 0.33 mm is the least
    medium.bar_height = dots(15, sheet_dots_per_mm);
    return medium;
}

Medium turned(Medium sheet) {
    std::swap(sheet.width, sheet.height);
    return sheet;
}

} // namespace printer
