#pragma once

#include "scanner/plane.hpp"
#include "scanner/symbol.hpp"

#include <vector>

namespace scanner {

/// A place that looks like a code.
struct CodeRegion {
    enum class Kind { bars, matrix };

    Kind kind = Kind::bars;
    Point middle;
    /// Radians, clockwise as seen: of the line across the bars, -90° to 90°; of a matrix 0.
    double angle = 0;
    double width = 0; ///< along that line
    double height = 0;
    /// How much of an edge there is in it: what looks most like a code first.
    double weight = 0;

    bool contains(const Point& point) const;
    Corners corners() const;
};

/// Regions of one picture that are returned, the heaviest of each kind first.
inline constexpr std::size_t regions_limit = 24;

/// Looks at the direction of edges in small blocks: bars have one direction, a matrix both,
/// evenly. Takes about 1 ms for a million pixels. Lines of text are sometimes taken for codes.
std::vector<CodeRegion> find_code_regions(const PlaneView& plane);

} // namespace scanner
