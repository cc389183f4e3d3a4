// One of several that implement flow.hpp: QR codes and bar codes.

#include "printer/code_picture.hpp"
#include "printer/flow.hpp"

#include <algorithm>

namespace printer {

namespace {

/// A code with its quiet zone, in dots.
struct SizedCode {
    CodePicture picture;
    int module = 0;     ///< dots
    int row_height = 0; ///< dots of one row of modules
    int quiet_x = 0;    ///< dots at either side
    int quiet_y = 0;    ///< dots over and under

    int width() const { return picture.width * module + 2 * quiet_x; }

    int height() const { return picture.height * row_height + 2 * quiet_y; }
};

SizedCode sized_qr(const std::string& text, const Medium& medium) {
    // Sheets get stamped; more of the code may be lost there.
    const Resistance resistance = medium.height == 0 ? Resistance::m : Resistance::q;
    const int quiet = qr_quiet_modules * medium.qr_module;
    return {qr_picture(text, resistance), medium.qr_module, medium.qr_module, quiet, quiet};
}

SizedCode sized_bars(const std::string& text, const Medium& medium) {
    return {code128_picture(text), medium.bar_module, medium.bar_height,
            code128_quiet_modules * medium.bar_module, medium.bar_module};
}

/// Neighbouring black modules of a row become one rectangle: no seam between them.
void draw(Flow& flow, const SizedCode& code, int x, int y) {
    x += code.quiet_x;
    y += code.quiet_y;
    for (int row = 0; row < code.picture.height; ++row) {
        for (int from = 0; from < code.picture.width;) {
            int to = from;
            while (to < code.picture.width && code.picture.is_black(to, row)) ++to;
            if (to > from)
                flow.ink(x + from * code.module, y + row * code.row_height,
                         (to - from) * code.module, code.row_height);
            from = to + 1;
        }
    }
}

void add_beside(Flow& flow, const SizedCode& bars, const SizedCode& qr) {
    const int height = std::max(bars.height(), qr.height());
    const int spare = flow.full().width - bars.width() - qr.width();
    const int left = flow.full().x + spare / 2;
    draw(flow, bars, left, flow.y() + (height - bars.height()) / 2);
    draw(flow, qr, left + bars.width(), flow.y() + (height - qr.height()) / 2);
    flow.skip(height);
}

void add_centred(Flow& flow, const SizedCode& code) {
    draw(flow, code, flow.full().x + (flow.full().width - code.width()) / 2, flow.y());
    flow.skip(code.height());
}

} // namespace

void add_codes(Flow& flow, const Codes& codes) {
    const SizedCode qr = sized_qr(codes.qr, flow.medium());
    const SizedCode bars = sized_bars(codes.code128, flow.medium());
    const int width = flow.full().width;
    // A bar code that does not fit is left out: cut off, or finer, it could not be read.
    const bool has_bars = bars.width() <= width;
    const bool beside = has_bars && bars.width() + qr.width() <= width;

    Paragraph caption;
    caption.spans.push_back({codes.caption, true});
    caption.align = Align::center;
    const ShapedText words = flow.shape(caption, width);
    flow.keep_together(qr.height() + (has_bars && !beside ? bars.height() : 0) +
                       Flow::height_of(words));
    if (flow.refusal()) return;
    if (beside) {
        add_beside(flow, bars, qr);
    } else {
        add_centred(flow, qr);
        if (has_bars) add_centred(flow, bars);
    }
    flow.flow_text(words, flow.full().x);
}

} // namespace printer
