#include "scanner/live/frame_source.hpp"

#include <cassert>

namespace scanner {

std::uint8_t* FrameBuffer::room(int width, int height) {
    assert(width >= 1 && height >= 1 && width <= frame_limit_pixels / height);
    const auto needed = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    if (!frame_ || frame_->capacity_bytes() < needed)
        frame_ = std::make_unique<SharedFrame>(needed);
    width_ = width;
    height_ = height;
    return frame_->pixels();
}

} // namespace scanner
