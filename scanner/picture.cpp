#include "scanner/picture.hpp"

#include <algorithm>
#include <utility>

namespace scanner {

namespace {

// Less difference between the primaries is a yellowed paper or the fringe of a scanner's lens.
constexpr int coloured_from = 60;
// A seal covers far more of a page than this; so does a blue signature, which does no harm.
constexpr std::int64_t coloured_share = 5000;

} // namespace

PictureMaker::PictureMaker(int width, int height, bool in_colour) : luma_(width, height) {
    if (in_colour) brightest_.emplace(width, height);
}

void PictureMaker::add_colour_row(int y, const std::uint8_t* pixels, int bytes_a_pixel) {
    std::uint8_t* luma = luma_.row(y);
    std::uint8_t* brightest = brightest_ ? brightest_->row(y) : nullptr;
    int coloured = 0;
    for (int x = 0; x < luma_.width(); ++x, pixels += bytes_a_pixel) {
        const int red = pixels[0];
        const int green = pixels[1];
        const int blue = pixels[2];
        luma[x] = static_cast<std::uint8_t>((306 * red + 601 * green + 117 * blue + 512) >> 10);
        if (!brightest) continue;
        const int most = std::max({red, green, blue});
        brightest[x] = static_cast<std::uint8_t>(most);
        coloured += most - std::min({red, green, blue}) > coloured_from;
    }
    coloured_pixels_ += coloured;
}

Picture PictureMaker::finish() && {
    const std::int64_t pixels = std::int64_t{luma_.width()} * luma_.height();
    if (coloured_pixels_ * coloured_share < pixels) brightest_.reset();
    return {std::move(luma_), std::move(brightest_)};
}

} // namespace scanner
