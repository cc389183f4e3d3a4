#include "printer/typesetter.hpp"

#include "core/domain/failure.hpp"
#include "printer/flow.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <stdexcept>

namespace printer {

namespace {

constexpr const char* vietnamese_letters = "ĂÂĐÊÔƠƯăâđêôơưẮẰẲẴẶẤẦẨẪẬẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰỲỴỶỸ";
constexpr double rule_mm = 0.25;
constexpr double signing_mm = 20; ///< room for a signature and a stamp
constexpr double signing_on_roll_mm = 10;
constexpr double left_share = 0.44; ///< of a heading

TextContext make_context(PangoFontMap* fonts, bool hinted) {
    TextContext context(pango_font_map_create_context(fonts));
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options,
                                      hinted ? CAIRO_HINT_STYLE_FULL : CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options,
                                        hinted ? CAIRO_HINT_METRICS_ON : CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context.get(), hinted ? TRUE : FALSE);
    return context;
}

void add_paragraph(Flow& flow, const Paragraph& paragraph) {
    const Strip full = flow.full();
    flow.flow_text(flow.shape(paragraph, full.width), full.x);
    flow.skip(flow.gap() / 3);
}

void add_rule(Flow& flow) {
    const int thickness =
        std::max(1, static_cast<int>(std::lround(flow.medium().dots_per_mm * rule_mm)));
    flow.keep_together(thickness + flow.gap());
    flow.ink(flow.full().x, flow.y() + flow.gap() / 2, flow.full().width, thickness);
    flow.skip(thickness + flow.gap());
}

int add_side(Flow& flow, const std::vector<Paragraph>& side, Strip strip) {
    int top = flow.y();
    for (const Paragraph& paragraph : side) {
        const ShapedText text = flow.shape(paragraph, strip.width);
        flow.place_text(text, strip.x, top);
        top += Flow::height_of(text);
    }
    // The line that stands under both names on official papers.
    const int thickness =
        std::max(1, static_cast<int>(std::lround(flow.medium().dots_per_mm * rule_mm)));
    if (!side.empty())
        flow.ink(strip.x + strip.width / 3, top + flow.gap() / 2, strip.width / 3, thickness);
    return top + flow.gap() * 5 / 4 - flow.y();
}

void add_heading(Flow& flow, const Heading& heading) {
    const Strip full = flow.full();
    if (flow.is_roll()) {
        flow.skip(add_side(flow, heading.left, full));
        flow.skip(add_side(flow, heading.right, full));
        return;
    }
    const int left = static_cast<int>(full.width * left_share);
    const int between = flow.gap();
    const int left_height = add_side(flow, heading.left, {full.x, left - between});
    const int right_height = add_side(flow, heading.right, {full.x + left, full.width - left});
    flow.skip(std::max(left_height, right_height) + flow.gap());
}

Paragraph signature_line(const std::string& text, bool bold, bool italic) {
    Paragraph line;
    line.spans.push_back({text, bold, italic});
    line.align = Align::center;
    line.size = italic ? 0.9 : 1;
    return line;
}

void add_signatures(Flow& flow, const Signatures& signatures) {
    const Strip full = flow.full();
    const int count = static_cast<int>(signatures.columns.size());
    if (count == 0) return;
    const int width = full.width / count - flow.gap();
    const int room = static_cast<int>(flow.medium().dots_per_mm *
                                      (flow.is_roll() ? signing_on_roll_mm : signing_mm));

    struct Texts {
        ShapedText title, note, name;
    };

    std::vector<Texts> texts;
    int title = 0;
    int note = 0;
    int name = 0;
    for (const Signature& one : signatures.columns) {
        texts.push_back({flow.shape(signature_line(one.title, true, false), width),
                         flow.shape(signature_line(one.note, false, true), width),
                         flow.shape(signature_line(one.name, true, false), width)});
        title = std::max(title, Flow::height_of(texts.back().title));
        note = std::max(note, Flow::height_of(texts.back().note));
        name = std::max(name, Flow::height_of(texts.back().name));
    }
    flow.skip(flow.gap());
    flow.keep_together(title + note + room + name);
    if (flow.refusal()) return;
    int x = full.x + flow.gap() / 2;
    for (const Texts& one : texts) {
        flow.place_text(one.title, x, flow.y());
        flow.place_text(one.note, x, flow.y() + title);
        flow.place_text(one.name, x, flow.y() + title + note + room);
        x += full.width / count;
    }
    flow.skip(title + note + room + name);
}

/// Adds each block by its own kind.
struct AddBlock {
    Flow& flow;

    void operator()(const Paragraph& paragraph) const { add_paragraph(flow, paragraph); }

    void operator()(const Heading& heading) const { add_heading(flow, heading); }

    void operator()(const Table& table) const { add_table(flow, table); }

    void operator()(const Codes& codes) const { add_codes(flow, codes); }

    void operator()(const Rule&) const { add_rule(flow); }

    void operator()(const Space& space) const {
        flow.skip(static_cast<int>(space.millimetres * flow.medium().dots_per_mm));
    }

    void operator()(const Signatures& signatures) const { add_signatures(flow, signatures); }
};

} // namespace

struct Typesetter::Impl {
    Impl()
        : fonts(pango_cairo_font_map_new()), hinted(make_context(fonts.get(), true)),
          unhinted(make_context(fonts.get(), false)) {}

    FontMap fonts; // its own: the library's common one keeps what it has seen for ever
    TextContext hinted;
    TextContext unhinted;
};

Typesetter::Typesetter() : impl_(std::make_unique<Impl>()) {
    Flow letters(impl_->hinted.get(), roll_medium(576, 8));
    Paragraph paragraph;
    paragraph.spans.push_back({vietnamese_letters});
    const ShapedText text = letters.shape(paragraph, 576);
    if (pango_layout_get_unknown_glyphs_count(text.get()) > 0) throw core::Failure("print-no-font");
}

Typesetter::~Typesetter() = default;

namespace {

/// Under each of several pages: which page of which paper it is.
void number_pages(PangoContext* context, DocumentItems& items, const std::string& footer) {
    if (items.pages.size() < 2) return;
    const Medium& medium = items.medium;
    for (std::size_t page = 0; page < items.pages.size(); ++page) {
        Paragraph line;
        const std::string number =
            "Trang " + std::to_string(page + 1) + "/" + std::to_string(items.pages.size());
        std::string text_line = footer;
        if (!footer.empty()) text_line += " - ";
        text_line += number;
        line.spans.push_back({std::move(text_line)});
        line.size = 0.75;
        line.align = Align::center;
        Flow foot(context, medium);
        const ShapedText text = foot.shape(line, foot.full().width);
        foot.place_text(text, foot.full().x,
                        medium.height - medium.margin / 2 - Flow::height_of(text) / 2);
        std::vector<PageItems> made = foot.finish();
        for (TextItem& item : made.front().texts)
            items.pages[page].texts.push_back(std::move(item));
    }
}

} // namespace

core::Result<DocumentPages> Typesetter::lay_out(const Document& document, const Medium& upright) {
    const bool lies = document.orientation == Orientation::landscape && upright.height != 0;
    const Medium medium = lies ? turned(upright) : upright;
    PangoContext* context = medium.hinted ? impl_->hinted.get() : impl_->unhinted.get();
    Flow flow(context, medium);
    for (const Block& block : document.blocks) {
        std::visit(AddBlock{flow}, block);
        if (flow.refusal()) return *flow.refusal();
    }
    auto items = std::make_unique<DocumentItems>(
        DocumentItems{medium, document.title, document.author, document.dated, flow.finish()});
    if (flow.refusal()) return *flow.refusal();
    number_pages(context, *items, document.footer);
    return DocumentPages(std::move(items));
}

} // namespace printer
