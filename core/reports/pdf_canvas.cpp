#include "core/reports/pdf_canvas.hpp"

#include "core/domain/failure.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <string_view>

namespace reports {

namespace {

// Times-like, as the rules for official documents ask; the second has every letter too.
constexpr const char* font_family = "Liberation Serif, DejaVu Serif";
constexpr std::string_view vietnamese_letters = "ĂÂĐÊÔƠƯăâđêôơưẮẰẲẴẶẤẦẨẪẬẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰỲỴỶỸ";
constexpr double line_width = 0.5;
constexpr double shade = 0.92;

/// Called from C, which no exception may cross.
cairo_status_t append(void* text, const unsigned char* data, unsigned int length) noexcept {
    try {
        static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(data), length);
        return CAIRO_STATUS_SUCCESS;
    } catch (const std::exception&) {
        return CAIRO_STATUS_WRITE_ERROR;
    }
}

PangoAlignment pango_align(Align align) {
    switch (align) {
    case Align::left:
        return PANGO_ALIGN_LEFT;
    case Align::center:
        return PANGO_ALIGN_CENTER;
    case Align::right:
        return PANGO_ALIGN_RIGHT;
    }
    return PANGO_ALIGN_LEFT;
}

struct FreeObject {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};

using Layout = std::unique_ptr<PangoLayout, FreeObject>;

} // namespace

struct PdfCanvas::Impl {
    Impl(const PdfFacts& facts, double width, double height)
        : surface(cairo_pdf_surface_create_for_stream(append, &bytes, width, height)),
          context(cairo_create(surface)), fonts(pango_cairo_font_map_new()),
          text_context(pango_font_map_create_context(fonts)) {
        pango_cairo_update_context(context, text_context);
        // Paper has no pixels to round to.
        pango_context_set_round_glyph_positions(text_context, FALSE);
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, facts.title.c_str());
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, facts.author.c_str());
        const std::string dated = core::format_instant(core::to_instant(facts.dated));
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, dated.c_str());
        cairo_set_line_width(context, line_width);
    }

    ~Impl() {
        g_object_unref(text_context);
        g_object_unref(fonts);
        cairo_destroy(context);
        cairo_surface_destroy(surface);
    }

    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    /// `width` below 0 does not wrap.
    Layout layout(const std::string& text, double width, const TextStyle& style) const {
        Layout made(pango_layout_new(text_context));
        PangoFontDescription* font = pango_font_description_new();
        pango_font_description_set_family(font, font_family);
        pango_font_description_set_absolute_size(font, style.points * PANGO_SCALE);
        if (style.bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
        if (style.italic) pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
        pango_layout_set_font_description(made.get(), font);
        pango_font_description_free(font);
        pango_layout_set_alignment(made.get(), pango_align(style.align));
        pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_width(made.get(), width < 0 ? -1 : static_cast<int>(width * PANGO_SCALE));
        pango_layout_set_text(made.get(), text.data(), static_cast<int>(text.size()));
        return made;
    }

    std::string bytes; // before the surface, which writes to it
    cairo_surface_t* surface;
    cairo_t* context;
    PangoFontMap* fonts; // its own: the library's common one keeps what it has seen for ever
    PangoContext* text_context;
};

PdfCanvas::PdfCanvas(const PdfFacts& facts, double width, double height)
    : impl_(std::make_unique<Impl>(facts, width, height)) {
    const Layout letters = impl_->layout(std::string(vietnamese_letters), -1, {});
    if (pango_layout_get_unknown_glyphs_count(letters.get()) > 0) {
        throw core::Failure("pdf-no-font");
    }
}

PdfCanvas::~PdfCanvas() = default;

double PdfCanvas::width_of(const std::string& text, const TextStyle& style) {
    const Layout layout = impl_->layout(text, -1, style);
    int width = 0;
    pango_layout_get_size(layout.get(), &width, nullptr);
    return static_cast<double>(width) / PANGO_SCALE;
}

double PdfCanvas::height_of(const std::string& text, double width, const TextStyle& style) {
    const Layout layout = impl_->layout(text, width, style);
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

void PdfCanvas::draw_text(
    const std::string& text, double x, double y, double width, const TextStyle& style) {
    const Layout layout = impl_->layout(text, width, style);
    cairo_move_to(impl_->context, x, y);
    pango_cairo_show_layout(impl_->context, layout.get());
}

void PdfCanvas::draw_box(double x, double y, double width, double height) {
    cairo_rectangle(impl_->context, x, y, width, height);
    cairo_stroke(impl_->context);
}

void PdfCanvas::fill_box(double x, double y, double width, double height) {
    cairo_save(impl_->context);
    cairo_set_source_rgb(impl_->context, shade, shade, shade);
    cairo_rectangle(impl_->context, x, y, width, height);
    cairo_fill(impl_->context);
    cairo_restore(impl_->context);
}

void PdfCanvas::end_page() { cairo_show_page(impl_->context); }

std::string PdfCanvas::finish() {
    cairo_surface_finish(impl_->surface);
    const cairo_status_t status = cairo_surface_status(impl_->surface);
    if (status != CAIRO_STATUS_SUCCESS)
        throw core::Failure(
            {"pdf-failed", {{"reason", std::string(cairo_status_to_string(status))}}});
    return std::move(impl_->bytes);
}

} // namespace reports
