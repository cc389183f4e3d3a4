#pragma once

#include "scanner/plane.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace scanner {

/// One page as the decoders want it.
struct Picture {
    Plane luma;
    /// The brightest of red, green and blue: ink of one colour, such as a red seal, is as white
    /// as the paper here. Only of pictures that have such ink.
    std::optional<Plane> without_ink{};
};

/// Gathers a picture row by row.
class PictureMaker {
public:
    /// Requires width and height of at least 1.
    PictureMaker(int width, int height, bool in_colour);

    /// Each row once. `pixels` holds red, green, blue of every pixel, with `bytes_a_pixel` from
    /// one to the next.
    void add_colour_row(int y, const std::uint8_t* pixels, int bytes_a_pixel);

    Picture finish() &&;

private:
    Plane luma_;
    std::optional<Plane> brightest_;
    std::int64_t coloured_pixels_ = 0;
};

} // namespace scanner
