#include "scanner/symbol.hpp"

namespace scanner {

Point middle(const Corners& corners) {
    Point sum;
    for (const Point& corner : corners) {
        sum.x += corner.x / 4;
        sum.y += corner.y / 4;
    }
    return sum;
}

} // namespace scanner
