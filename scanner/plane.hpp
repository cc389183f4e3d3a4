#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace scanner {

/// A grey picture that belongs to somebody else: 8 bits a pixel, 0 is black. `stride` is the
/// distance in bytes from a row to the next one.
struct PlaneView {
    const std::uint8_t* pixels = nullptr;
    int width = 0;
    int height = 0;
    std::ptrdiff_t stride = 0;

    const std::uint8_t* row(int y) const { return pixels + y * stride; }

    bool is_empty() const { return width <= 0 || height <= 0; }

    /// The part of this rectangle that lies inside.
    PlaneView cropped(int left, int top, int crop_width, int crop_height) const;
};

/// A grey picture of its own, rows without gaps.
class Plane {
public:
    Plane() = default;

    /// All of one grey. Requires width and height of at least 1.
    Plane(int width, int height, std::uint8_t grey = 0);

    explicit Plane(const PlaneView& view);

    int width() const { return width_; }

    int height() const { return height_; }

    std::uint8_t* row(int y) { return pixels_.data() + std::ptrdiff_t{y} * width_; }

    const std::uint8_t* row(int y) const { return pixels_.data() + std::ptrdiff_t{y} * width_; }

    PlaneView view() const { return {pixels_.data(), width_, height_, width_}; }

private:
    int width_ = 0;
    int height_ = 0;
    std::vector<std::uint8_t> pixels_;
};

} // namespace scanner
