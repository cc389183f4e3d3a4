#pragma once

#include "scanner/plane.hpp"
#include "scanner/symbol.hpp"

namespace scanner {

// Pictures made better for a decoder. All return a picture of their own and read the other one.

/// Each pixel the mean of `factor` x `factor`. Requires a picture of at least that size.
Plane shrunk(const PlaneView& plane, int factor);

/// A rectangle of the picture, turned and scaled. `middle` is where its middle lies, `angle` (in
/// radians, clockwise as seen) turns it, `scale_x` pixels of it across are one of the picture and
/// `scale_y` down. What lies outside the picture is white.
struct Cut {
    Point middle;
    double angle = 0;
    double scale_x = 1;
    double scale_y = 1;
    int width = 1; ///< of the result, in its own pixels
    int height = 1;

    /// Where a point of the result lies in the picture.
    Point in_picture(const Point& point) const;
};

/// Between pixels by cubic interpolation.
Plane cut_out(const PlaneView& plane, const Cut& cut);

/// With so many white pixels around it.
Plane padded(const PlaneView& plane, int margin);

/// The mean of 3 x 3 pixels, nearer ones counting more.
Plane softened(const PlaneView& plane);

/// The median of 3 x 3 pixels: single wrong pixels disappear, edges stay.
Plane despeckled(const PlaneView& plane);

/// Against blur: what differs from the mean of the neighbourhood (`radius` pixels each way)
/// differs `strength` times more.
Plane sharpened(const PlaneView& plane, int radius, double strength);

/// From the darkest to the brightest 1 % over the whole range: for faded print.
Plane stretched(const PlaneView& plane);

/// White for black: codes on dark signs and screens.
Plane inverted(const PlaneView& plane);

/// Black and white by the mean of the neighbourhood (`radius` pixels each way).
Plane two_toned(const PlaneView& plane, int radius);

} // namespace scanner
