#pragma once

#include "scanner/code_regions.hpp"
#include "scanner/findings.hpp"

#include <string>

namespace scanner {

/// One plane of a search. Regions are in its pixels; `to_picture` makes of them those of the
/// picture, from which large planes are shrunk.
struct SearchPlane {
    PlaneView view;
    double to_picture = 1;
    std::string name; ///< becomes part of the method: readings of two planes confirm one another

    Point in_picture(const Point& point) const {
        return {point.x * to_picture, point.y * to_picture};
    }

    Corners in_picture(const Corners& corners) const;
};

/// Reads the linear code of a region as it is, straightened.
void read_bars(const SearchPlane& plane, const CodeRegion& region, Findings& findings);

/// The same once more with all that helps: rows of bars made one line by their median, evened in
/// contrast, sharpened, the quiet zones made white.
void rescue_bars(const SearchPlane& plane, const CodeRegion& region, Findings& findings);

/// Reads the QR code of a region, prepared in several ways until one succeeds.
void rescue_matrix(const SearchPlane& plane, const CodeRegion& region, Findings& findings);

} // namespace scanner
