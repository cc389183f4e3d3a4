// One of several that implement region_stages.hpp: QR codes.

#include "scanner/plane_filters.hpp"
#include "scanner/region_stages.hpp"

#include <algorithm>
#include <cmath>

namespace scanner {

namespace {

// Of a region's side; the finder patterns at its corners are often less than a block.
constexpr double margin = 24;
// A larger cut gains nothing: its modules are wide enough.
constexpr double enough_pixels = 700;
constexpr int quiet_zone = 16;

/// A region cut out, the same once more as each way of preparing it leaves it.
class MatrixCut {
public:
    MatrixCut(const SearchPlane& plane, const CodeRegion& region, double scale, Findings& findings)
        : plane_(plane), findings_(findings) {
        cut_.middle = region.middle;
        cut_.scale_x = cut_.scale_y = scale;
        cut_.width = static_cast<int>((region.width + 2 * margin) * scale);
        cut_.height = static_cast<int>((region.height + 2 * margin) * scale);
        pixels_ = padded(cut_out(plane.view, cut_).view(), quiet_zone);
    }

    const Plane& pixels() const { return pixels_; }

    /// Whether it gave a QR code.
    bool read(const Plane& prepared, const char* stage) {
        const double shrink = static_cast<double>(prepared.width()) / pixels_.width();
        bool found = false;
        for (const Threshold threshold : {Threshold::by_neighbourhood, Threshold::by_histogram}) {
            for (Reading& reading : read_qr_codes(prepared.view(), threshold)) {
                add(std::move(reading), stage, shrink);
                found = true;
            }
            if (found) return true;
        }
        return false;
    }

    bool read_zbar(const Plane& prepared) {
        bool found = false;
        for (Reading& reading : read_with_zbar(prepared.view())) {
            found = found || reading.format == Format::qr_code;
            add(std::move(reading), "zbar", 1);
        }
        return found;
    }

private:
    void add(Reading reading, const char* stage, double shrink) {
        for (Point& corner : reading.corners) {
            corner = plane_.in_picture(
                cut_.in_picture({corner.x / shrink - quiet_zone, corner.y / shrink - quiet_zone}));
        }
        findings_.add(std::move(reading), stage, plane_.name + stage);
    }

    const SearchPlane& plane_;
    Findings& findings_;
    Cut cut_;
    Plane pixels_;
};

} // namespace

void rescue_matrix(const SearchPlane& plane, const CodeRegion& region, Findings& findings) {
    const double side = std::max(region.width, region.height) + 2 * margin;
    const double scale = std::clamp(enough_pixels / side, 0.5, 2.0);
    MatrixCut cut(plane, region, scale, findings);
    const Plane& pixels = cut.pixels();
    if (cut.read(pixels, "matrix")) return;
    if (cut.read(softened(pixels.view()), "matrix soft")) return;
    const int eighth = std::max(4, std::min(pixels.width(), pixels.height()) / 8);
    if (cut.read(stretched(pixels.view()), "matrix stretched")) return;
    if (cut.read(two_toned(pixels.view(), eighth), "matrix two-toned")) return;
    if (cut.read(sharpened(pixels.view(), 4, 2.0), "matrix sharp")) return;
    if (cut.read(sharpened(pixels.view(), 8, 3.0), "matrix sharper")) return;
    const Plane clean = despeckled(despeckled(pixels.view()).view());
    if (cut.read(clean, "matrix clean")) return;
    const Plane softer = softened(softened(clean.view()).view());
    if (cut.read(softer, "matrix softer")) return;
    if (pixels.width() >= 80 && pixels.height() >= 80) {
        if (cut.read(shrunk(pixels.view(), 2), "matrix half")) return;
        if (cut.read(shrunk(pixels.view(), 3), "matrix third")) return;
    }
    if (cut.read(inverted(pixels.view()), "matrix inverted")) return;
    if (cut.read_zbar(pixels)) return;
    cut.read_zbar(softer);
}

} // namespace scanner
