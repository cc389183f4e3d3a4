#include "printer/document_pages.hpp"

#include "printer/cairo_handles.hpp"
#include "printer/page_items.hpp"

#include <cairo-pdf.h>

#include <cassert>
#include <cmath>

namespace printer {

namespace {

// Grey from here on is a black dot: with it OCR reads 18-dot text with at most 1 % wrong.
constexpr unsigned black_from = 112;
constexpr double points_per_mm = 72 / 25.4;

void draw(const PageItems& page, cairo_t* drawing) {
    cairo_set_source_rgb(drawing, 0, 0, 0);
    for (const InkItem& ink : page.inks)
        cairo_rectangle(drawing, ink.x, ink.y, ink.width, ink.height);
    cairo_fill(drawing);
    for (const TextItem& text : page.texts) {
        cairo_move_to(drawing, text.x, text.baseline);
        pango_cairo_show_layout_line(drawing, text.line.get());
    }
}

/// How black each dot of the page is, 0 to 255.
Surface draw_coverage(const PageItems& page, int width) {
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, width, page.height));
    check(surface.get());
    const Drawing drawing(cairo_create(surface.get()));
    cairo_set_antialias(drawing.get(), CAIRO_ANTIALIAS_GRAY);
    draw(page, drawing.get());
    cairo_surface_flush(surface.get());
    check(surface.get());
    return surface;
}

void invert(cairo_surface_t* surface, int height) {
    unsigned char* pixels = cairo_image_surface_get_data(surface);
    const auto bytes = static_cast<std::size_t>(cairo_image_surface_get_stride(surface)) *
                       static_cast<std::size_t>(height);
    for (std::size_t at = 0; at < bytes; ++at)
        pixels[at] = static_cast<unsigned char>(0xFF - pixels[at]);
    cairo_surface_mark_dirty(surface);
}

} // namespace

DocumentPages::DocumentPages(std::unique_ptr<DocumentItems> items) : items_(std::move(items)) {
    assert(!items_->pages.empty());
}

DocumentPages::~DocumentPages() = default;
DocumentPages::DocumentPages(DocumentPages&&) noexcept = default;
DocumentPages& DocumentPages::operator=(DocumentPages&&) noexcept = default;

std::size_t DocumentPages::count() const { return items_->pages.size(); }

Raster DocumentPages::raster(std::size_t page) const {
    const PageItems& wanted = items_->pages.at(page);
    const Surface surface = draw_coverage(wanted, items_->medium.width);
    const unsigned char* pixels = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    Raster raster{items_->medium.width, wanted.height};
    raster.bits.resize(raster.row_bytes() * static_cast<std::size_t>(raster.height));
    for (int y = 0; y < raster.height; ++y) {
        const unsigned char* from = pixels + stride * static_cast<std::size_t>(y);
        std::uint8_t* to = raster.row(y);
        for (int x = 0; x < raster.width; ++x) {
            if (from[x] >= black_from) to[x / 8] |= static_cast<std::uint8_t>(0x80U >> (x % 8));
        }
    }
    disarm_real_time_commands(raster);
    return raster;
}

std::string DocumentPages::png(std::size_t page) const {
    if (items_->medium.height == 0) return to_png(raster(page));
    const PageItems& wanted = items_->pages.at(page);
    const Surface surface = draw_coverage(wanted, items_->medium.width);
    invert(surface.get(), wanted.height); // coverage is black, a picture's 255 is white
    return surface_png(surface.get());
}

std::string DocumentPages::pdf(int copies) const {
    std::string bytes;
    const double points = points_per_mm / items_->medium.dots_per_mm;
    const Surface surface(cairo_pdf_surface_create_for_stream(
        append_bytes, &bytes, items_->medium.width * points, items_->pages[0].height * points));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, items_->title.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_AUTHOR,
                                   items_->author.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                   items_->dated.c_str());
    {
        const Drawing drawing(cairo_create(surface.get()));
        for (int copy = 0; copy < copies; ++copy) {
            for (const PageItems& page : items_->pages) {
                cairo_pdf_surface_set_size(surface.get(), items_->medium.width * points,
                                           page.height * points);
                cairo_save(drawing.get());
                cairo_scale(drawing.get(), points, points);
                draw(page, drawing.get());
                cairo_restore(drawing.get());
                cairo_show_page(drawing.get());
            }
        }
    }
    cairo_surface_finish(surface.get());
    check(surface.get());
    return bytes;
}

} // namespace printer
