#include "scanner/plane.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace scanner {

PlaneView PlaneView::cropped(int left, int top, int crop_width, int crop_height) const {
    const int x = std::clamp(left, 0, width);
    const int y = std::clamp(top, 0, height);
    const int right = std::clamp(left + crop_width, x, width);
    const int bottom = std::clamp(top + crop_height, y, height);
    return {row(y) + x, right - x, bottom - y, stride};
}

Plane::Plane(int width, int height, std::uint8_t grey)
    : width_(width), height_(height),
      pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), grey) {
    assert(width >= 1 && height >= 1);
}

Plane::Plane(const PlaneView& view) : Plane(view.width, view.height) {
    for (int y = 0; y < height_; ++y)
        std::memcpy(row(y), view.row(y), static_cast<std::size_t>(width_));
}

} // namespace scanner
