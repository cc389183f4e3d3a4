// One of several that implement decoders.hpp: by zbar.

#include "core/domain/utf8.hpp"
#include "scanner/decoders.hpp"

#include <zbar.h>

#include <algorithm>
#include <memory>

namespace scanner {

namespace {

struct ScannerCloser {
    void operator()(zbar::zbar_image_scanner_t* scanner) const {
        zbar::zbar_image_scanner_destroy(scanner);
    }
};

struct ImageCloser {
    void operator()(zbar::zbar_image_t* image) const { zbar::zbar_image_destroy(image); }
};

using ScannerHandle = std::unique_ptr<zbar::zbar_image_scanner_t, ScannerCloser>;

ScannerHandle make_scanner() {
    ScannerHandle scanner(zbar::zbar_image_scanner_create());
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_CODE128, zbar::ZBAR_CFG_ENABLE,
                                        1);
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_NONE, zbar::ZBAR_CFG_BINARY, 1);
    return scanner;
}

/// The box around all points zbar gives: for a linear code these lie on its scan lines.
Corners corners_of(const zbar::zbar_symbol_t* symbol) {
    const unsigned points = zbar::zbar_symbol_get_loc_size(symbol);
    if (points == 0) return {};
    const auto point = [&](unsigned i) {
        return Point{static_cast<double>(zbar::zbar_symbol_get_loc_x(symbol, i)),
                     static_cast<double>(zbar::zbar_symbol_get_loc_y(symbol, i))};
    };
    Point low = point(0);
    Point high = low;
    for (unsigned i = 1; i < points; ++i) {
        const Point here = point(i);
        low = {std::min(low.x, here.x), std::min(low.y, here.y)};
        high = {std::max(high.x, here.x), std::max(high.y, here.y)};
    }
    return {low, Point{high.x, low.y}, high, Point{low.x, high.y}};
}

} // namespace

std::vector<Reading> read_with_zbar(const PlaneView& plane) {
    std::vector<Reading> readings;
    if (plane.is_empty()) return readings;
    static const ScannerHandle scanner = make_scanner(); // a worker decodes on one thread

    const Plane whole(plane); // zbar knows no rows with gaps
    const std::unique_ptr<zbar::zbar_image_t, ImageCloser> image(zbar::zbar_image_create());
    zbar::zbar_image_set_format(image.get(), zbar_fourcc('Y', '8', '0', '0'));
    zbar::zbar_image_set_size(image.get(), static_cast<unsigned>(whole.width()),
                              static_cast<unsigned>(whole.height()));
    zbar::zbar_image_set_data(image.get(), whole.row(0),
                              static_cast<unsigned long>(whole.width()) *
                                  static_cast<unsigned long>(whole.height()),
                              nullptr);
    zbar::zbar_scan_image(scanner.get(), image.get());
    for (const auto* symbol = zbar::zbar_image_first_symbol(image.get()); symbol != nullptr;
         symbol = zbar::zbar_symbol_next(symbol)) {
        const bool is_qr = zbar::zbar_symbol_get_type(symbol) == zbar::ZBAR_QRCODE;
        std::string bytes(zbar::zbar_symbol_get_data(symbol),
                          zbar::zbar_symbol_get_data_length(symbol));
        if (bytes.empty() || !core::is_utf8(bytes)) continue;
        readings.push_back({is_qr ? Format::qr_code : Format::code_128, std::move(bytes), false,
                            corners_of(symbol)});
    }
    return readings;
}

} // namespace scanner
