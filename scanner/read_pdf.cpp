// One of several that implement picture_formats.hpp: PDF, by poppler.

#include "scanner/picture_formats.hpp"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <climits>
#include <cmath>

namespace scanner {

namespace {

constexpr double points_an_inch = 72;
// Drawn in three bytes a pixel, beside its planes: no page of an office is larger.
constexpr double drawn_limit_pixels = 36e6;
// Below it no code of ours can be read.
constexpr double lowest_dots_per_inch = 72;

class PdfFile final : public PictureFile {
public:
    explicit PdfFile(std::unique_ptr<poppler::document> document)
        : document_(std::move(document)) {}

    int pages() const override { return document_->pages(); }

    core::Result<Picture> read(int page) override {
        const std::unique_ptr<poppler::page> opened(document_->create_page(page - 1));
        if (!opened) return refused("scan-pdf-page-broken");
        const auto paper = opened->page_rect();
        const double square_inches =
            paper.width() / points_an_inch * (paper.height() / points_an_inch);
        if (!(square_inches > 0)) return refused("scan-pdf-page-without-size");
        const double dots_per_inch =
            std::min<double>(pdf_dots_per_inch, std::sqrt(drawn_limit_pixels / square_inches));
        if (dots_per_inch < lowest_dots_per_inch) return refused("scan-pdf-page-too-large");

        poppler::page_renderer renderer;
        renderer.set_image_format(poppler::image::format_rgb24);
        renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
        renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
        const poppler::image drawn =
            renderer.render_page(opened.get(), dots_per_inch, dots_per_inch);
        if (!drawn.is_valid()) return refused("scan-pdf-page-broken");
        return to_picture(drawn);
    }

private:
    static core::Result<Picture> to_picture(const poppler::image& drawn) {
        if (const auto size = check_size(drawn.width(), drawn.height()); !size) return size.error();
        PictureMaker maker(drawn.width(), drawn.height(), true);
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(drawn.const_data());
        for (int y = 0; y < drawn.height(); ++y)
            maker.add_colour_row(y, bytes + std::ptrdiff_t{y} * drawn.bytes_per_row(), 3);
        return std::move(maker).finish();
    }

    std::unique_ptr<poppler::document> document_;
};

} // namespace

OpenedPicture open_pdf(std::span<const std::uint8_t> bytes) {
    static_assert(file_limit_bytes <= INT_MAX);
    // Its complaints go to standard error otherwise; ours name the file and what to do.
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(
        reinterpret_cast<const char*>(bytes.data()), static_cast<int>(bytes.size())));
    if (!document) return refused("scan-pdf-broken");
    if (document->is_locked()) return refused("scan-pdf-locked");
    if (document->pages() < 1) return refused("scan-pdf-empty");
    return std::unique_ptr<PictureFile>(std::make_unique<PdfFile>(std::move(document)));
}

} // namespace scanner
