#pragma once

#include "scanner/plane.hpp"

#include <string>

namespace scanner {

/// The picture as the bytes of a PNG of eight bits a pixel. Requires a picture that is not empty;
/// throws std::runtime_error when there is no memory for it.
std::string write_png(const PlaneView& picture);

} // namespace scanner
