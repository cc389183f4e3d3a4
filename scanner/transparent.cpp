#include "scanner/transparent.hpp"

#include <cassert>
#include <cstddef>
#include <utility>

namespace scanner {

namespace {

constexpr std::size_t pixel_bytes = 4;
constexpr unsigned opaque = 255;

/// Whether there are pixels to see through and hardly a dark one: of a code in black on white, half
/// of what can be seen is dark, whatever its corners are.
bool is_light_on_nothing(std::span<const std::uint8_t> pixels) {
    constexpr unsigned dark_below = 128;
    constexpr std::uint64_t dark_share = 50; // one of so many
    std::uint64_t seen = 0;
    std::uint64_t dark = 0;
    std::uint64_t all = 0;
    for (std::size_t at = 0; at < pixels.size(); at += pixel_bytes) {
        const unsigned opacity = pixels[at + 3];
        const unsigned light =
            (pixels[at] * 306U + pixels[at + 1] * 601U + pixels[at + 2] * 117U) >> 10U;
        all += opaque;
        seen += opacity;
        if (light < dark_below) dark += opacity;
    }
    return seen < all && dark < seen / dark_share;
}

} // namespace

Picture on_paper(std::span<std::uint8_t> pixels, int width, int height) {
    const std::size_t row_bytes = static_cast<std::size_t>(width) * pixel_bytes;
    assert(pixels.size() == row_bytes * static_cast<std::size_t>(height));
    const bool negative = is_light_on_nothing(pixels);
    for (std::size_t at = 0; at < pixels.size(); at += pixel_bytes) {
        const unsigned opacity = pixels[at + 3];
        for (std::size_t part = 0; part < 3; ++part) {
            const unsigned value = pixels[at + part];
            const unsigned ink = negative ? value : opaque - value;
            pixels[at + part] = static_cast<std::uint8_t>(opaque - ink * opacity / opaque);
        }
    }
    PictureMaker maker(width, height, true);
    for (int y = 0; y < height; ++y) {
        maker.add_colour_row(y, pixels.data() + static_cast<std::size_t>(y) * row_bytes,
                             static_cast<int>(pixel_bytes));
    }
    return std::move(maker).finish();
}

} // namespace scanner
