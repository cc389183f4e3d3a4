#include "tests/support/code_pictures.hpp"

#include <cairo-pdf.h>
#include <png.h>
#include <sys/mman.h>
#include <tiffio.h>
#include <turbojpeg.h>
#include <unistd.h>
#include <webp/encode.h>

#include <stdexcept>

namespace code_pictures {

using scanner::Plane;

namespace {

std::string write_png(png_image& image, const void* pixels) {
    image.version = PNG_IMAGE_VERSION;
    png_alloc_size_t size = 0;
    if (!png_image_write_get_memory_size(image, size, 0, pixels, 0, nullptr))
        throw std::runtime_error(image.message);
    std::string bytes(size, '\0');
    if (!png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels, 0, nullptr))
        throw std::runtime_error(image.message);
    bytes.resize(size);
    return bytes;
}

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int size) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

std::string png(const Plane& page) {
    png_image image{};
    image.width = static_cast<png_uint_32>(page.width());
    image.height = static_cast<png_uint_32>(page.height());
    image.format = PNG_FORMAT_GRAY;
    return write_png(image, page.row(0));
}

std::string colour_png(int width, int height, const std::vector<std::uint8_t>& rgb) {
    png_image image{};
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_RGB;
    return write_png(image, rgb.data());
}

std::string transparent_png(int width, int height, const std::vector<std::uint8_t>& rgba) {
    png_image image{};
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_RGBA;
    return write_png(image, rgba.data());
}

std::string transparent_webp(int width, int height, const std::vector<std::uint8_t>& rgba) {
    std::uint8_t* bytes = nullptr;
    const std::size_t size = WebPEncodeLosslessRGBA(rgba.data(), width, height, width * 4, &bytes);
    std::string result(reinterpret_cast<const char*>(bytes), size);
    WebPFree(bytes);
    return result;
}

std::string jpeg(const Plane& page, int quality) {
    const tjhandle encoder = tjInitCompress();
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    const int failed = tjCompress2(encoder, page.row(0), page.width(), 0, page.height(), TJPF_GRAY,
                                   &bytes, &size, TJSAMP_GRAY, quality, 0);
    std::string result(reinterpret_cast<const char*>(bytes), failed == 0 ? size : 0);
    tjFree(bytes);
    tjDestroy(encoder);
    return result;
}

std::string tiff(const std::vector<Plane>& pages) {
    const int memory = memfd_create("tiff", MFD_CLOEXEC);
    TIFF* file = TIFFFdOpen(dup(memory), "test", "w");
    for (const Plane& page : pages) {
        TIFFSetField(file, TIFFTAG_IMAGEWIDTH, page.width());
        TIFFSetField(file, TIFFTAG_IMAGELENGTH, page.height());
        TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, 8);
        TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, 1);
        TIFFSetField(file, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
        TIFFSetField(file, TIFFTAG_COMPRESSION, COMPRESSION_LZW);
        TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, 64);
        Plane rows(page);
        for (int y = 0; y < rows.height(); ++y)
            TIFFWriteScanline(file, rows.row(y), static_cast<std::uint32_t>(y), 0);
        TIFFWriteDirectory(file);
    }
    TIFFClose(file);
    std::string bytes(static_cast<std::size_t>(lseek(memory, 0, SEEK_END)), '\0');
    const ssize_t taken = pread(memory, bytes.data(), bytes.size(), 0);
    close(memory);
    if (taken != static_cast<ssize_t>(bytes.size())) throw std::runtime_error("TIFF in memory");
    return bytes;
}

std::string pdf(const std::vector<Plane>& pages, int dots_per_inch) {
    std::string bytes;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(append, &bytes, 72, 72);
    cairo_t* context = cairo_create(surface);
    const double scale = 72.0 / dots_per_inch;
    for (const Plane& page : pages) {
        cairo_pdf_surface_set_size(surface, page.width() * scale, page.height() * scale);
        cairo_surface_t* image =
            cairo_image_surface_create(CAIRO_FORMAT_RGB24, page.width(), page.height());
        unsigned char* pixels = cairo_image_surface_get_data(image);
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x) {
                unsigned char* pixel =
                    pixels + y * cairo_image_surface_get_stride(image) + std::ptrdiff_t{4} * x;
                pixel[0] = pixel[1] = pixel[2] = page.row(y)[x];
            }
        }
        cairo_surface_mark_dirty(image);
        cairo_save(context);
        cairo_scale(context, scale, scale);
        cairo_set_source_surface(context, image, 0, 0);
        cairo_paint(context);
        cairo_restore(context);
        cairo_show_page(context);
        cairo_surface_destroy(image);
    }
    cairo_destroy(context);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return bytes;
}

} // namespace code_pictures
