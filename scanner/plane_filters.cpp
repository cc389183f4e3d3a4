#include "scanner/plane_filters.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <vector>

namespace scanner {

namespace {

constexpr std::uint8_t white = 255;

std::uint8_t to_grey(double value) {
    return static_cast<std::uint8_t>(std::clamp(value + 0.5, 0.0, 255.0));
}

/// Catmull and Rom's weights of four pixels for a point between the middle two.
std::array<float, 4> cubic_weights(float t) {
    const float t2 = t * t;
    const float t3 = t2 * t;
    return {-0.5F * t3 + t2 - 0.5F * t, 1.5F * t3 - 2.5F * t2 + 1, -1.5F * t3 + 2 * t2 + 0.5F * t,
            0.5F * t3 - 0.5F * t2};
}

float cubic_at(const PlaneView& plane, int left, int top, float fx, float fy) {
    const auto across = cubic_weights(fx);
    const auto down = cubic_weights(fy);
    float sum = 0;
    for (int i = 0; i < 4; ++i) {
        const std::uint8_t* row = plane.row(top + i) + left;
        float of_row = 0;
        for (std::size_t x = 0; x < across.size(); ++x)
            of_row += across[x] * static_cast<float>(row[x]);
        sum += down[static_cast<std::size_t>(i)] * of_row;
    }
    return sum;
}

/// Means over (2 radius + 1) squared pixels; at the edges over those that are there.
class BoxMeans {
public:
    explicit BoxMeans(const PlaneView& plane)
        : columns_(static_cast<std::size_t>(plane.width) + 1),
          sums_(columns_ * (static_cast<std::size_t>(plane.height) + 1)), plane_(plane) {
        for (int y = 0; y < plane.height; ++y) {
            std::uint32_t row_sum = 0;
            const std::uint8_t* row = plane.row(y);
            for (int x = 0; x < plane.width; ++x) {
                row_sum += row[x];
                sums_[at(x + 1, y + 1)] = sums_[at(x + 1, y)] + row_sum;
            }
        }
    }

    double mean(int x, int y, int radius) const {
        const int left = std::max(0, x - radius);
        const int top = std::max(0, y - radius);
        const int right = std::min(plane_.width, x + radius + 1);
        const int bottom = std::min(plane_.height, y + radius + 1);
        // Sums wrap round; their differences are right as long as a box is smaller than 2^24.
        const std::uint32_t sum = sums_[at(right, bottom)] - sums_[at(left, bottom)] -
                                  sums_[at(right, top)] + sums_[at(left, top)];
        return static_cast<double>(sum) / ((right - left) * (bottom - top));
    }

private:
    std::size_t at(int x, int y) const {
        return static_cast<std::size_t>(y) * columns_ + static_cast<std::size_t>(x);
    }

    std::size_t columns_;
    std::vector<std::uint32_t> sums_;
    PlaneView plane_;
};

/// `keep(row above, row, row below, x)` of every pixel with neighbours; the others stay.
template <typename Filter>
Plane filter_3x3(const PlaneView& plane, Filter filter) {
    Plane result(plane);
    for (int y = 1; y + 1 < plane.height; ++y) {
        const std::uint8_t* above = plane.row(y - 1);
        const std::uint8_t* here = plane.row(y);
        const std::uint8_t* below = plane.row(y + 1);
        std::uint8_t* out = result.row(y);
        for (int x = 1; x + 1 < plane.width; ++x) out[x] = filter(above + x, here + x, below + x);
    }
    return result;
}

} // namespace

Plane shrunk(const PlaneView& plane, int factor) {
    assert(factor >= 2 && plane.width >= factor && plane.height >= factor);
    Plane result(plane.width / factor, plane.height / factor);
    std::vector<std::uint16_t> sums(static_cast<std::size_t>(plane.width));
    const int pixels = factor * factor;
    for (int y = 0; y < result.height(); ++y) {
        std::fill(sums.begin(), sums.end(), std::uint16_t{0});
        for (int i = 0; i < factor; ++i) {
            const std::uint8_t* row = plane.row(y * factor + i);
            for (std::size_t x = 0; x < sums.size(); ++x)
                sums[x] = static_cast<std::uint16_t>(sums[x] + row[x]);
        }
        std::uint8_t* out = result.row(y);
        for (int x = 0; x < result.width(); ++x) {
            int sum = pixels / 2;
            const auto first = sums.begin() + static_cast<std::ptrdiff_t>(x) * factor;
            for (auto each = first; each != first + factor; ++each) sum += *each;
            out[x] = static_cast<std::uint8_t>(sum / pixels);
        }
    }
    return result;
}

Point Cut::in_picture(const Point& point) const {
    const double x = (point.x - (width - 1) / 2.0) / scale_x;
    const double y = (point.y - (height - 1) / 2.0) / scale_y;
    return {middle.x + x * std::cos(angle) - y * std::sin(angle),
            middle.y + x * std::sin(angle) + y * std::cos(angle)};
}

Plane cut_out(const PlaneView& plane, const Cut& cut) {
    Plane result(cut.width, cut.height, white);
    const Point step = {std::cos(cut.angle) / cut.scale_x, std::sin(cut.angle) / cut.scale_x};
    for (int y = 0; y < cut.height; ++y) {
        const Point begin = cut.in_picture({0, static_cast<double>(y)});
        std::uint8_t* out = result.row(y);
        for (int x = 0; x < cut.width; ++x) {
            const double px = begin.x + x * step.x;
            const double py = begin.y + x * step.y;
            const int left = static_cast<int>(std::floor(px)) - 1;
            const int top = static_cast<int>(std::floor(py)) - 1;
            if (left < 0 || top < 0 || left + 3 >= plane.width || top + 3 >= plane.height) continue;
            out[x] = to_grey(
                static_cast<double>(cubic_at(plane, left, top, static_cast<float>(px - left - 1),
                                             static_cast<float>(py - top - 1))));
        }
    }
    return result;
}

Plane padded(const PlaneView& plane, int margin) {
    Plane result(plane.width + 2 * margin, plane.height + 2 * margin, white);
    for (int y = 0; y < plane.height; ++y)
        std::copy_n(plane.row(y), plane.width, result.row(y + margin) + margin);
    return result;
}

Plane softened(const PlaneView& plane) {
    return filter_3x3(plane, [](const auto* above, const auto* here, const auto* below) {
        const int sum = above[-1] + 2 * above[0] + above[1] + 2 * here[-1] + 4 * here[0] +
                        2 * here[1] + below[-1] + 2 * below[0] + below[1];
        return static_cast<std::uint8_t>((sum + 8) / 16);
    });
}

Plane despeckled(const PlaneView& plane) {
    return filter_3x3(plane, [](const auto* above, const auto* here, const auto* below) {
        std::array<std::uint8_t, 9> greys = {above[-1], above[0],  above[1], here[-1], here[0],
                                             here[1],   below[-1], below[0], below[1]};
        std::nth_element(greys.begin(), greys.begin() + 4, greys.end());
        return greys[4];
    });
}

Plane sharpened(const PlaneView& plane, int radius, double strength) {
    const BoxMeans means(plane);
    Plane result(plane.width, plane.height);
    for (int y = 0; y < plane.height; ++y) {
        const std::uint8_t* row = plane.row(y);
        std::uint8_t* out = result.row(y);
        for (int x = 0; x < plane.width; ++x)
            out[x] = to_grey(row[x] + strength * (row[x] - means.mean(x, y, radius)));
    }
    return result;
}

Plane stretched(const PlaneView& plane) {
    std::array<std::int64_t, 256> counts{};
    for (int y = 0; y < plane.height; ++y) {
        const std::uint8_t* row = plane.row(y);
        for (int x = 0; x < plane.width; ++x) ++counts[row[x]];
    }
    const std::int64_t one_percent = std::int64_t{plane.width} * plane.height / 100;
    const auto bound = [&](int from, int step) {
        std::int64_t seen = 0;
        int grey = from;
        while (grey >= 0 && grey <= 255 &&
               (seen += counts[static_cast<std::size_t>(grey)]) <= one_percent)
            grey += step;
        return std::clamp(grey, 0, 255);
    };
    const int dark = bound(0, 1);
    const int bright = std::max(dark + 1, bound(255, -1));
    std::array<std::uint8_t, 256> table{};
    for (int grey = 0; grey < 256; ++grey)
        table[static_cast<std::size_t>(grey)] = to_grey(255.0 * (grey - dark) / (bright - dark));
    Plane result(plane);
    for (int y = 0; y < plane.height; ++y) {
        std::uint8_t* row = result.row(y);
        std::transform(row, row + plane.width, row, [&](std::uint8_t grey) { return table[grey]; });
    }
    return result;
}

Plane inverted(const PlaneView& plane) {
    Plane result(plane.width, plane.height);
    for (int y = 0; y < plane.height; ++y) {
        std::transform(plane.row(y), plane.row(y) + plane.width, result.row(y),
                       [](std::uint8_t grey) { return static_cast<std::uint8_t>(255 - grey); });
    }
    return result;
}

Plane two_toned(const PlaneView& plane, int radius) {
    const BoxMeans means(plane);
    Plane result(plane.width, plane.height);
    for (int y = 0; y < plane.height; ++y) {
        const std::uint8_t* row = plane.row(y);
        std::uint8_t* out = result.row(y);
        for (int x = 0; x < plane.width; ++x)
            out[x] = row[x] < means.mean(x, y, radius) ? 0 : white;
    }
    return result;
}

} // namespace scanner
