#include "printer/raster.hpp"

#include "printer/cairo_handles.hpp"

#include <algorithm>

namespace printer {

bool Raster::is_blank_row(int y) const {
    const std::uint8_t* first = row(y);
    return std::all_of(first, first + row_bytes(), [](std::uint8_t byte) { return byte == 0; });
}

void disarm_real_time_commands(Raster& raster) {
    constexpr std::uint8_t escape = 0x10;
    constexpr std::uint8_t one_dot_more = 0x18;
    // Rows follow one another without a gap inside a stripe, so the search does too.
    for (std::size_t at = 0; at + 1 < raster.bits.size(); ++at) {
        const std::uint8_t next = raster.bits[at + 1];
        if (raster.bits[at] == escape && (next == 0x04 || next == 0x05 || next == 0x14))
            raster.bits[at] = one_dot_more;
    }
}

std::string to_png(const Raster& raster) {
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A1, raster.width, raster.height));
    check(surface.get());
    cairo_surface_flush(surface.get());
    unsigned char* pixels = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    for (int y = 0; y < raster.height; ++y) {
        unsigned char* to = pixels + stride * static_cast<std::size_t>(y);
        // Cairo has the first dot in the lowest bit here and writes a set bit as white.
        for (int x = 0; x < raster.width; ++x) {
            if (!raster.is_black(x, y)) to[x / 8] |= static_cast<unsigned char>(1U << (x % 8));
        }
    }
    cairo_surface_mark_dirty(surface.get());
    return surface_png(surface.get());
}

} // namespace printer
