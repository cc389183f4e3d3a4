#pragma once

#include <string>

namespace printer {

/// What a document is laid out on. All lengths are dots of the device, so that codes and lines
/// stand on whole dots; a picture and a PDF of the same paper have every line at the same place.
struct Medium {
    int width = 0;  ///< dots
    int height = 0; ///< dots; 0: a roll, as long as it needs to be
    int margin = 0; ///< dots, on every side
    double dots_per_mm = 8;
    std::string font;     ///< family
    double body_dots = 0; ///< size of the body text
    int qr_module = 0;    ///< dots of the side of one module
    int bar_module = 0;   ///< dots of the narrow bar of Code 128
    int bar_height = 0;   ///< dots
    bool hinted = false;  ///< glyphs fitted to the dots: few dots to the millimetre
};

/// A roll of thermal paper: `width` printable dots, at least 200.
Medium roll_medium(int width, double dots_per_mm);

enum class SheetSize { a4, a5 };

/// A sheet at 300 dpi. Its dots are whole on printers of 300, 600 and 1,200 dpi.
Medium sheet_medium(SheetSize size);

/// The same sheet lying on its long side.
Medium turned(Medium sheet);

} // namespace printer
