// One of several that implement region_stages.hpp: linear codes.

#include "scanner/plane_filters.hpp"
#include "scanner/region_stages.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace scanner {

namespace {

constexpr int strip_rows = 32;
constexpr double strip_scale = 2;
// A wider region than any code at any resolution that is read.
constexpr double widest_strip = 6000;
// Beyond the bars: a quiet zone is ten modules of two to six pixels.
constexpr double margin = 40;

using Line = std::vector<float>;

Cut strip_of(const CodeRegion& region) {
    Cut cut;
    cut.middle = region.middle;
    cut.angle = region.angle;
    cut.scale_x = strip_scale;
    cut.width = static_cast<int>(std::min(widest_strip, (region.width + 2 * margin) * strip_scale));
    // The ends of the bars are left out: there the region is more text than bars.
    cut.height = strip_rows;
    cut.scale_y = strip_rows / (region.height * 0.7);
    return cut;
}

/// A line drawn as bars.
Plane draw(const Line& line) {
    constexpr int rows = 8;
    Plane plane(static_cast<int>(line.size()), rows);
    for (int y = 0; y < rows; ++y) {
        std::transform(line.begin(), line.end(), plane.row(y), [](float grey) {
            return static_cast<std::uint8_t>(std::clamp(grey, 0.0F, 255.0F));
        });
    }
    return plane;
}

/// The rows from `first` to `last` made one, each moved sideways by `slope` pixels a row.
enum class Gather { median, mean };

Line gather(const Plane& strip, int first, int last, double slope, Gather how) {
    Line line(static_cast<std::size_t>(strip.width()));
    std::vector<std::uint8_t> greys;
    for (int x = 0; x < strip.width(); ++x) {
        greys.clear();
        for (int y = first; y < last; ++y) {
            const int from =
                x + static_cast<int>(std::lround(slope * (y - (strip.height() - 1) / 2.0)));
            greys.push_back(strip.row(y)[std::clamp(from, 0, strip.width() - 1)]);
        }
        float& out = line[static_cast<std::size_t>(x)];
        if (how == Gather::median) {
            const auto half = greys.begin() + static_cast<std::ptrdiff_t>(greys.size() / 2);
            std::nth_element(greys.begin(), half, greys.end());
            out = *half;
        } else {
            float sum = 0;
            for (const std::uint8_t grey : greys) sum += static_cast<float>(grey);
            out = sum / static_cast<float>(greys.size());
        }
    }
    return line;
}

double edge_energy(const Line& line) {
    double sum = 0;
    for (std::size_t x = 2; x < line.size(); ++x) {
        const double step = static_cast<double>(line[x] - line[x - 2]);
        sum += step * step;
    }
    return sum;
}

/// The slope at which the rows fit best: a region's direction is right to about a degree.
double best_slope(const Plane& strip) {
    double best = 0;
    double most = -1;
    for (int eighths = -12; eighths <= 12; ++eighths) {
        const double slope = eighths / 8.0;
        const double energy = edge_energy(gather(strip, 0, strip.height(), slope, Gather::mean));
        if (energy > most) {
            most = energy;
            best = slope;
        }
    }
    return best;
}

/// Darkest and brightest around each pixel become black and white: faded print, shadows and the
/// spread of ink go. Requires an odd window.
Line evened(const Line& line, std::size_t window) {
    Line result(line.size());
    const std::size_t half = window / 2;
    for (std::size_t x = 0; x < line.size(); ++x) {
        const std::size_t from = x > half ? x - half : 0;
        const std::size_t to = std::min(line.size(), x + half + 1);
        const auto begin = line.begin();
        const auto [low, high] = std::minmax_element(begin + static_cast<std::ptrdiff_t>(from),
                                                     begin + static_cast<std::ptrdiff_t>(to));
        const float range = std::max(*high - *low, 12.0F);
        result[x] = (line[x] - *low) / range * 255.0F;
    }
    return result;
}

Line sharpened_line(const Line& line, int radius, float strength) {
    Line result(line.size());
    const auto size = static_cast<int>(line.size());
    for (int x = 0; x < size; ++x) {
        float sum = 0;
        for (int i = x - radius; i <= x + radius; ++i)
            sum += line[static_cast<std::size_t>(std::clamp(i, 0, size - 1))];
        const float here = line[static_cast<std::size_t>(x)];
        result[static_cast<std::size_t>(x)] =
            here + strength * (here - sum / static_cast<float>(2 * radius + 1));
    }
    return result;
}

/// The median of five: a line of dead dots along a bar is narrower than any module.
Line despeckled_line(const Line& line) {
    Line result = line;
    for (std::size_t x = 2; x + 2 < line.size(); ++x) {
        std::array<float, 5> greys = {line[x - 2], line[x - 1], line[x], line[x + 1], line[x + 2]};
        std::nth_element(greys.begin(), greys.begin() + 2, greys.end());
        result[x] = greys[2];
    }
    return result;
}

/// Where the line goes up or down by much, by its sign.
struct Edge {
    std::size_t at;
    bool rises;
};

std::vector<Edge> strong_edges(const Line& line) {
    constexpr std::size_t reach = 3;
    std::vector<Edge> edges;
    const auto [low, high] = std::minmax_element(line.begin(), line.end());
    const float strong = (*high - *low) / 4;
    for (std::size_t x = reach; x < line.size(); ++x) {
        const float step = line[x] - line[x - reach];
        if (std::abs(step) < strong) continue;
        const Edge edge{x - 1, step > 0};
        // The middle of a slope is its edge.
        if (edges.empty() || edges.back().rises != edge.rises || x - edges.back().at > 2 * reach) {
            edges.push_back(edge);
        } else if (step * (edge.rises ? 1.0F : -1.0F) >
                   std::abs(line[edges.back().at + 1] - line[edges.back().at + 1 - reach])) {
            edges.back() = edge;
        }
    }
    return edges;
}

/// White before the first bar and after the last one, and more of it. What was cut off beside a
/// code, or covers its quiet zone, is wider than any bar and so no part of it.
Line with_quiet_zones(const Line& line) {
    constexpr std::size_t zone = 80;
    const std::vector<Edge> edges = strong_edges(line);
    if (edges.size() < 8) return line;
    std::vector<std::size_t> gaps;
    for (std::size_t i = 1; i < edges.size(); ++i) gaps.push_back(edges[i].at - edges[i - 1].at);
    std::vector<std::size_t> sorted = gaps;
    std::nth_element(sorted.begin(),
                     sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2), sorted.end());
    // A bar or space has one to four modules, most have one or two.
    const std::size_t widest = sorted[sorted.size() / 2] * 9 / 2;
    std::size_t best_first = 0;
    std::size_t best_last = 0;
    for (std::size_t first = 0, last = 0; last < edges.size(); ++last) {
        if (last > 0 && gaps[last - 1] > widest) first = last;
        if (last - first > best_last - best_first) {
            best_first = first;
            best_last = last;
        }
    }
    while (best_first < best_last && edges[best_first].rises) ++best_first;
    while (best_last > best_first && !edges[best_last].rises) --best_last;
    if (best_last - best_first < 8) return line;
    const std::size_t begin = edges[best_first].at;
    const std::size_t end = edges[best_last].at;
    const float paper = *std::max_element(line.begin() + static_cast<std::ptrdiff_t>(begin),
                                          line.begin() + static_cast<std::ptrdiff_t>(end));
    Line result(zone, paper);
    result.insert(result.end(), line.begin() + static_cast<std::ptrdiff_t>(begin - 1),
                  line.begin() + static_cast<std::ptrdiff_t>(end));
    result.insert(result.end(), zone, paper);
    return result;
}

} // namespace

Corners SearchPlane::in_picture(const Corners& corners) const {
    Corners result;
    for (std::size_t i = 0; i < corners.size(); ++i) result[i] = in_picture(corners[i]);
    return result;
}

void read_bars(const SearchPlane& plane, const CodeRegion& region, Findings& findings) {
    const Plane strip = cut_out(plane.view, strip_of(region));
    auto reading = read_linear_code(strip.view(), Threshold::by_histogram, Turns::as_it_lies);
    if (!reading) return;
    reading->corners = plane.in_picture(region.corners());
    findings.add(std::move(*reading), "plain", plane.name + "strip");
}

void rescue_bars(const SearchPlane& plane, const CodeRegion& region, Findings& findings) {
    const Plane strip = cut_out(plane.view, strip_of(region));
    const Point place = plane.in_picture(region.middle);
    const Corners corners = plane.in_picture(region.corners());
    const double slope = best_slope(strip);
    const auto attempt = [&](const Line& line, const std::string& method) {
        const Plane drawn = draw(line);
        auto reading = read_linear_code(drawn.view(), Threshold::by_histogram, Turns::as_it_lies);
        if (!reading) return;
        reading->corners = corners;
        findings.add(std::move(*reading), "bars", plane.name + method);
    };

    struct Band {
        const char* name;
        int first;
        int last;
    };

    constexpr Band bands[] = {
        {"all", 0, strip_rows}, {"upper", 0, 14}, {"lower", 18, strip_rows}, {"middle", 10, 22}};
    for (const Gather how : {Gather::median, Gather::mean}) {
        for (const Band& band : bands) {
            const Line raw = gather(strip, band.first, band.last, slope, how);
            const std::string method = std::string(band.name) + (how == Gather::mean ? "mean" : "");
            const Line quiet = with_quiet_zones(raw);
            attempt(quiet, method);
            if (findings.explain(place)) return;
            const Line even = evened(quiet, 61);
            attempt(even, method + "even");
            if (findings.explain(place)) return;
            attempt(despeckled_line(even), method + "clean");
            if (findings.explain(place)) return;
            for (const int radius : {3, 5, 8}) {
                attempt(sharpened_line(even, radius, 2.0F),
                        method + "sharp" + std::to_string(radius));
                if (findings.explain(place)) return;
            }
        }
    }
}

} // namespace scanner
