#include "scanner/write_png.hpp"

#include <png.h>

#include <cassert>
#include <stdexcept>

namespace scanner {

std::string write_png(const PlaneView& picture) {
    assert(!picture.is_empty());
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = PNG_FORMAT_GRAY;
    const auto stride = static_cast<png_int_32>(picture.stride);
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string bytes(size, '\0');
    if (!png_image_write_to_memory(&image, bytes.data(), &size, 0, picture.pixels, stride, nullptr))
        throw std::runtime_error(std::string("a PNG cannot be written: ") + image.message);
    bytes.resize(size);
    return bytes;
}

} // namespace scanner
