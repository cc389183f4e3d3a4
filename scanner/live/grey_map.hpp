#pragma once

#include "scanner/live/frame_formats.hpp"

#include <optional>
#include <string_view>

namespace scanner {

/// A binary PGM file with 256 greys (`P5`, its size, `255`, the pixels).
struct GreyMap {
    int width = 0;
    int height = 0;
    std::string_view pixels; ///< rows without gaps
};

/// None when the bytes are none, are cut off or above `frame_limit_pixels`. `bytes` must outlive
/// what is returned.
std::optional<GreyMap> read_grey_map(std::string_view bytes);

} // namespace scanner
