#include "printer/flow.hpp"

#include "printer/typesetter.hpp"

#include <algorithm>
#include <cmath>

namespace printer {

namespace {

// The marks over Ấ and Ặ stand higher than fonts reckon with.
constexpr float line_spacing = 1.06F;

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

void insert(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
    attribute->start_index = static_cast<guint>(from);
    attribute->end_index = static_cast<guint>(to);
    pango_attr_list_insert(list, attribute);
}

void set_text(PangoLayout* layout, const std::vector<Span>& spans) {
    std::string text;
    PangoAttrList* faces = pango_attr_list_new();
    for (const Span& span : spans) {
        const std::size_t from = text.size();
        text += span.text;
        if (span.bold) insert(faces, pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, text.size());
        if (span.italic) insert(faces, pango_attr_style_new(PANGO_STYLE_ITALIC), from, text.size());
    }
    // A code or a name broken over two lines gets no hyphen that it does not have.
    insert(faces, pango_attr_insert_hyphens_new(FALSE), 0, text.size());
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    pango_layout_set_attributes(layout, faces);
    pango_attr_list_unref(faces);
}

void set_size(PangoLayout* layout, const std::string& family, double dots) {
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, family.c_str());
    pango_font_description_set_absolute_size(font, dots * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
}

int whole_dots(int pango_units) {
    return static_cast<int>(std::ceil(static_cast<double>(pango_units) / PANGO_SCALE));
}

} // namespace

Flow::Flow(PangoContext* context, const Medium& medium)
    : context_(context), medium_(medium), y_(medium.margin) {
    pages_.push_back({medium.height});
}

int Flow::gap() const { return static_cast<int>(std::lround(medium_.body_dots / 2)); }

ShapedText Flow::shape(const Paragraph& paragraph, int width) const {
    PangoLayout* layout = pango_layout_new(context_);
    ShapedText made(layout, FreePango());
    set_text(layout, paragraph.spans);
    double dots = paragraph.size * medium_.body_dots;
    set_size(layout, medium_.font, dots);
    if (paragraph.fit) {
        int wide = 0;
        pango_layout_get_pixel_size(layout, &wide, nullptr);
        if (wide > width) {
            dots = std::max(medium_.body_dots * 0.7, std::floor(dots * width / wide));
            set_size(layout, medium_.font, dots);
        }
    }
    pango_layout_set_alignment(layout, pango_align(paragraph.align));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(layout, line_spacing);
    pango_layout_set_width(layout, width * PANGO_SCALE);
    return made;
}

int Flow::height_of(const ShapedText& text) {
    int height = 0;
    pango_layout_get_size(text.get(), nullptr, &height);
    return whole_dots(height);
}

int Flow::space_left() const { return is_roll() ? longest_roll_dots : bottom() - y_; }

void Flow::end_page() {
    if (pages_.size() >= most_pages)
        return refuse({"paper-too-many-pages", {{"most", std::int64_t{most_pages}}}});
    pages_.push_back({medium_.height});
    y_ = medium_.margin;
}

void Flow::keep_together(int height) {
    if (height <= space_left()) return;
    if (height > bottom() - medium_.margin) return refuse("paper-row-too-high");
    end_page();
}

void Flow::place_line(const ShapedText& text, PangoLayoutIter* at, int x, int top, int line_top) {
    PangoRectangle shape{};
    pango_layout_iter_get_line_extents(at, nullptr, &shape);
    const double baseline =
        top + static_cast<double>(pango_layout_iter_get_baseline(at) - line_top) / PANGO_SCALE;
    PangoLayoutLine* line = pango_layout_line_ref(pango_layout_iter_get_line_readonly(at));
    pages_.back().texts.push_back({text, std::unique_ptr<PangoLayoutLine, FreePango>(line),
                                   x + static_cast<double>(shape.x) / PANGO_SCALE,
                                   std::round(baseline)});
}

void Flow::flow_text(const ShapedText& text, int x) {
    const std::unique_ptr<PangoLayoutIter, FreePango> at(pango_layout_get_iter(text.get()));
    do {
        int top = 0;
        int end = 0;
        pango_layout_iter_get_line_yrange(at.get(), &top, &end);
        const int height = whole_dots(end - top);
        keep_together(height);
        if (refusal_) return;
        place_line(text, at.get(), x, y_, top);
        y_ += height;
    } while (pango_layout_iter_next_line(at.get()) != FALSE);
}

void Flow::place_text(const ShapedText& text, int x, int top) {
    const std::unique_ptr<PangoLayoutIter, FreePango> at(pango_layout_get_iter(text.get()));
    do {
        place_line(text, at.get(), x, top, 0);
    } while (pango_layout_iter_next_line(at.get()) != FALSE);
}

void Flow::ink(int x, int y, int width, int height) {
    pages_.back().inks.push_back({x, y, width, height});
}

void Flow::refuse(core::Message message) {
    if (!refusal_) refusal_ = core::Error{core::ErrorKind::invalid_input, std::move(message)};
}

std::vector<PageItems> Flow::finish() {
    if (is_roll()) {
        if (y_ > longest_roll_dots)
            refuse({"paper-roll-too-long",
                    {{"millimetres",
                      std::int64_t{std::lround(longest_roll_dots / medium_.dots_per_mm)}}}});
        pages_.back().height = y_ + medium_.margin;
    }
    return std::move(pages_);
}

} // namespace printer
