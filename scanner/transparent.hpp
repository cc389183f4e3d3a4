#pragma once

#include "scanner/picture.hpp"

#include <cstdint>
#include <span>

namespace scanner {

/// A picture whose pixels may be transparent, as one on paper. `pixels` holds red, green, blue and
/// opacity of every pixel, row by row, not multiplied with each other; it is overwritten.
///
/// What is transparent is white paper; but where nearly all that can be seen is light, as a code
/// drawn in white for a dark page is, the picture is turned into its negative: what is seen is ink.
Picture on_paper(std::span<std::uint8_t> pixels, int width, int height);

} // namespace scanner
