#include "scanner/code_regions.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace scanner {

namespace {

constexpr int block = 8; // pixels

/// How strong edges are in x and in y and how both go together (a structure tensor).
struct Edges {
    float xx = 0;
    float yy = 0;
    float xy = 0;

    float strength() const { return xx + yy; }

    /// 0: edges of every direction, 1: of one only.
    float evenness() const {
        const float sum = strength();
        return sum > 0 ? std::hypot(xx - yy, 2 * xy) / sum : 0;
    }
};

class Blocks {
public:
    explicit Blocks(const PlaneView& plane)
        : columns(plane.width / block), rows(plane.height / block),
          all(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows)) {
        const auto width = static_cast<std::size_t>(columns) * block;
        std::vector<float> xx(width);
        std::vector<float> yy(width);
        std::vector<float> xy(width);
        for (int by = 0; by < rows; ++by) {
            std::fill(xx.begin(), xx.end(), 0.0F);
            std::fill(yy.begin(), yy.end(), 0.0F);
            std::fill(xy.begin(), xy.end(), 0.0F);
            // Every second row is enough: edges that count are longer than a pixel.
            for (int y = by * block + 1; y < (by + 1) * block && y + 1 < plane.height; y += 2)
                add_row(plane, y, xx, yy, xy);
            for (int bx = 0; bx < columns; ++bx) {
                Edges& sum = at(bx, by);
                for (int i = 0; i < block; ++i) {
                    const int column = bx * block + i;
                    const auto x = static_cast<std::size_t>(column);
                    sum.xx += xx[x];
                    sum.yy += yy[x];
                    sum.xy += xy[x];
                }
            }
        }
    }

    Edges& at(int x, int y) {
        return all[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) +
                   static_cast<std::size_t>(x)];
    }

    const Edges& at(int x, int y) const { return const_cast<Blocks*>(this)->at(x, y); }

    /// Of the block and the eight around it.
    Edges around(int x, int y) const {
        Edges sum;
        for (int dy = -1; dy <= 1; ++dy) {
            for (int dx = -1; dx <= 1; ++dx) {
                if (x + dx < 0 || y + dy < 0 || x + dx >= columns || y + dy >= rows) continue;
                const Edges& each = at(x + dx, y + dy);
                sum.xx += each.xx / 9;
                sum.yy += each.yy / 9;
                sum.xy += each.xy / 9;
            }
        }
        return sum;
    }

    int columns;
    int rows;
    std::vector<Edges> all;

private:
    static void add_row(const PlaneView& plane,
                        int y,
                        std::vector<float>& xx,
                        std::vector<float>& yy,
                        std::vector<float>& xy) {
        const std::uint8_t* above = plane.row(y - 1);
        const std::uint8_t* here = plane.row(y);
        const std::uint8_t* below = plane.row(y + 1);
        const std::size_t end = std::min(xx.size(), static_cast<std::size_t>(plane.width - 1));
        for (std::size_t x = 1; x < end; ++x) {
            const auto dx = static_cast<std::int16_t>(here[x + 1] - here[x - 1]);
            const auto dy = static_cast<std::int16_t>(below[x] - above[x]);
            xx[x] += static_cast<float>(dx * dx);
            yy[x] += static_cast<float>(dy * dy);
            xy[x] += static_cast<float>(dx * dy);
        }
    }
};

// Mean squared edges of a block (half its rows): the faintest print that can be read (README.md:
// contrast 0.15) has four times as much, paper with a scanner's noise a tenth.
constexpr float edge_floor = 90.0F * block * block / 2;
constexpr float bars_evenness = 0.6F;
constexpr float matrix_evenness = 0.5F;
// Bars stand together when their directions differ by less than about 18°.
constexpr float same_direction = 0.8F;

/// Blocks that hang together, and what they sum up to.
struct Group {
    std::vector<std::pair<int, int>> blocks;
    Edges sum;
};

/// The direction of the edges with the angle doubled, so that opposite ones are the same.
std::pair<float, float> direction(const Edges& edges) {
    const float x = edges.xx - edges.yy;
    const float y = 2 * edges.xy;
    const float length = std::hypot(x, y);
    return length > 0 ? std::pair(x / length, y / length) : std::pair(0.0F, 0.0F);
}

bool same_way(const Edges& one, const Edges& other) {
    const auto [ax, ay] = direction(one);
    const auto [bx, by] = direction(other);
    return ax * bx + ay * by > same_direction;
}

enum class Neighbours { touching, one_apart };

/// Groups of the blocks that `belongs` chooses; in one of bars all have one direction.
template <typename Belongs>
std::vector<Group> group(const Blocks& edges,
                         const std::vector<Edges>& smooth,
                         CodeRegion::Kind kind,
                         Belongs belongs) {
    std::vector<Group> groups;
    std::vector<char> seen(edges.all.size(), 0);
    const auto index = [&](int x, int y) {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(edges.columns) +
               static_cast<std::size_t>(x);
    };
    for (int y = 0; y < edges.rows; ++y) {
        for (int x = 0; x < edges.columns; ++x) {
            seen[index(x, y)] = !belongs(smooth[index(x, y)], edges.at(x, y));
        }
    }
    for (int y = 0; y < edges.rows; ++y) {
        for (int x = 0; x < edges.columns; ++x) {
            if (seen[index(x, y)]) continue;
            Group found;
            found.blocks.emplace_back(x, y);
            seen[index(x, y)] = 1;
            for (std::size_t next = 0; next < found.blocks.size(); ++next) {
                const auto [bx, by] = found.blocks[next];
                const Edges& here = smooth[index(bx, by)];
                found.sum.xx += here.xx;
                found.sum.yy += here.yy;
                found.sum.xy += here.xy;
                for (const auto& [dx, dy] : {std::pair(1, 0), {-1, 0}, {0, 1}, {0, -1}}) {
                    const int nx = bx + dx;
                    const int ny = by + dy;
                    if (nx < 0 || ny < 0 || nx >= edges.columns || ny >= edges.rows) continue;
                    if (seen[index(nx, ny)]) continue;
                    if (kind == CodeRegion::Kind::bars &&
                        !same_way(found.sum, smooth[index(nx, ny)]))
                        continue;
                    seen[index(nx, ny)] = 1;
                    found.blocks.emplace_back(nx, ny);
                }
            }
            groups.push_back(std::move(found));
        }
    }
    return groups;
}

CodeRegion region_of(const Group& group, CodeRegion::Kind kind) {
    CodeRegion region;
    region.kind = kind;
    if (kind == CodeRegion::Kind::bars)
        region.angle = 0.5 * std::atan2(2.0 * static_cast<double>(group.sum.xy),
                                        static_cast<double>(group.sum.xx - group.sum.yy));
    const double c = std::cos(region.angle);
    const double s = std::sin(region.angle);
    double low_u = 1e9;
    double high_u = -1e9;
    double low_v = 1e9;
    double high_v = -1e9;
    for (const auto& [x, y] : group.blocks) {
        const double px = (x + 0.5) * block;
        const double py = (y + 0.5) * block;
        low_u = std::min(low_u, px * c + py * s);
        high_u = std::max(high_u, px * c + py * s);
        low_v = std::min(low_v, py * c - px * s);
        high_v = std::max(high_v, py * c - px * s);
    }
    region.width = high_u - low_u + block;
    region.height = high_v - low_v + block;
    const double u = (low_u + high_u) / 2;
    const double v = (low_v + high_v) / 2;
    region.middle = {u * c - v * s, u * s + v * c};
    region.weight = std::sqrt(static_cast<double>(group.blocks.size())) *
                    std::sqrt(static_cast<double>(group.sum.strength()));
    return region;
}

/// Parts of one linear code, torn apart by a seal or a crease, become one again.
void join_bars(std::vector<CodeRegion>& regions) {
    constexpr double gap = 6 * block;
    for (std::size_t i = 0; i < regions.size(); ++i) {
        for (std::size_t k = i + 1; k < regions.size();) {
            CodeRegion& one = regions[i];
            const CodeRegion& other = regions[k];
            const double c = std::cos(one.angle);
            const double s = std::sin(one.angle);
            const double dx = other.middle.x - one.middle.x;
            const double dy = other.middle.y - one.middle.y;
            const double along = dx * c + dy * s;
            const double apart = dy * c - dx * s;
            const bool level = std::abs(apart) < std::max(one.height, other.height) / 2;
            const bool near = std::abs(along) < (one.width + other.width) / 2 + gap;
            if (std::abs(std::sin(one.angle - other.angle)) > 0.12 || !level || !near) {
                ++k;
                continue;
            }
            const double low = std::min(-one.width / 2, along - other.width / 2);
            const double high = std::max(one.width / 2, along + other.width / 2);
            const double top = std::min(-one.height / 2, apart - other.height / 2);
            const double bottom = std::max(one.height / 2, apart + other.height / 2);
            const double u = (low + high) / 2;
            const double v = (top + bottom) / 2;
            one.middle = {one.middle.x + u * c - v * s, one.middle.y + u * s + v * c};
            one.width = high - low;
            one.height = bottom - top;
            one.weight = std::hypot(one.weight, other.weight);
            regions.erase(regions.begin() + static_cast<std::ptrdiff_t>(k));
            k = i + 1;
        }
    }
}

void keep_heaviest(std::vector<CodeRegion>& regions, std::size_t limit) {
    std::sort(regions.begin(), regions.end(),
              [](const auto& one, const auto& other) { return one.weight > other.weight; });
    if (regions.size() > limit) regions.resize(limit);
}

} // namespace

bool CodeRegion::contains(const Point& point) const {
    const double dx = point.x - middle.x;
    const double dy = point.y - middle.y;
    const double u = dx * std::cos(angle) + dy * std::sin(angle);
    const double v = dy * std::cos(angle) - dx * std::sin(angle);
    return std::abs(u) <= width / 2 && std::abs(v) <= height / 2;
}

Corners CodeRegion::corners() const {
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    const auto corner = [&](double u, double v) {
        return Point{middle.x + u * c - v * s, middle.y + u * s + v * c};
    };
    return {corner(-width / 2, -height / 2), corner(width / 2, -height / 2),
            corner(width / 2, height / 2), corner(-width / 2, height / 2)};
}

std::vector<CodeRegion> find_code_regions(const PlaneView& plane) {
    constexpr double least_bars_width = 48;
    constexpr double least_bars_height = 12;
    constexpr double least_matrix_side = 40;
    if (plane.width < 3 * block || plane.height < 3 * block) return {};
    const Blocks edges(plane);
    std::vector<Edges> smooth;
    smooth.reserve(edges.all.size());
    for (int y = 0; y < edges.rows; ++y) {
        for (int x = 0; x < edges.columns; ++x) smooth.push_back(edges.around(x, y));
    }

    std::vector<CodeRegion> bars;
    for (const Group& each :
         group(edges, smooth, CodeRegion::Kind::bars, [](const Edges&around, const Edges&) {
             return around.strength() > edge_floor && around.evenness() > bars_evenness;
         })) {
        if (each.blocks.size() >= 6) bars.push_back(region_of(each, CodeRegion::Kind::bars));
    }
    keep_heaviest(bars, 4 * regions_limit);
    join_bars(bars);
    std::erase_if(bars, [](const CodeRegion& region) {
        return region.width < least_bars_width || region.height < least_bars_height ||
               region.width < region.height / 2;
    });
    keep_heaviest(bars, regions_limit);

    std::vector<CodeRegion> matrices;
    for (const Group& each :
         group(edges, smooth, CodeRegion::Kind::matrix, [](const Edges&around, const Edges&own) {
             return around.strength() > edge_floor && own.strength() > edge_floor / 2 &&
                    around.evenness() < matrix_evenness;
         })) {
        if (each.blocks.size() < 16) continue;
        const CodeRegion region = region_of(each, CodeRegion::Kind::matrix);
        const double filled = static_cast<double>(each.blocks.size()) * block * block /
                              (region.width * region.height);
        const double aspect = region.width / region.height;
        if (std::min(region.width, region.height) >= least_matrix_side && aspect > 0.5 &&
            aspect < 2 && filled > 0.45) {
            matrices.push_back(region);
        }
    }
    keep_heaviest(matrices, regions_limit);
    bars.insert(bars.end(), matrices.begin(), matrices.end());
    return bars;
}

} // namespace scanner
