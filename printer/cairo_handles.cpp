#include "printer/cairo_handles.hpp"

#include <stdexcept>

namespace printer {

void check(cairo_surface_t* surface) {
    const cairo_status_t status = cairo_surface_status(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("cannot draw the paper: ") +
                                 cairo_status_to_string(status));
}

cairo_status_t append_bytes(void* text, const unsigned char* data, unsigned int length) noexcept {
    try {
        static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(data), length);
        return CAIRO_STATUS_SUCCESS;
    } catch (const std::exception&) {
        return CAIRO_STATUS_WRITE_ERROR;
    }
}

std::string surface_png(cairo_surface_t* surface) {
    std::string png;
    const cairo_status_t status = cairo_surface_write_to_png_stream(surface, append_bytes, &png);
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("cannot write the picture: ") +
                                 cairo_status_to_string(status));
    return png;
}

} // namespace printer
