#pragma once

#include <cairo.h>

#include <memory>
#include <string>

namespace printer {

struct FreeCairo {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }

    void operator()(cairo_t* context) const { cairo_destroy(context); }
};

using Surface = std::unique_ptr<cairo_surface_t, FreeCairo>;
using Drawing = std::unique_ptr<cairo_t, FreeCairo>;

/// Throws std::runtime_error when something went wrong with it.
void check(cairo_surface_t* surface);

/// Appends what cairo writes to a std::string; called from C, which no exception may cross.
cairo_status_t append_bytes(void* text, const unsigned char* data, unsigned int length) noexcept;

/// The picture of an image surface as a PNG file.
std::string surface_png(cairo_surface_t* surface);

} // namespace printer
