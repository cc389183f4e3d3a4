#pragma once

#include "core/domain/result.hpp"
#include "printer/document.hpp"
#include "printer/page_items.hpp"

#include <optional>
#include <string>
#include <vector>

namespace printer {

/// Where a text may stand: from `x`, `width` dots wide.
struct Strip {
    int x;
    int width;
};

/// Fills pages from top to bottom. The blocks add themselves through it (code_blocks.cpp,
/// table_blocks.cpp, typesetter.cpp). After the first refusal what it holds is of no use.
class Flow {
public:
    Flow(PangoContext* context, const Medium& medium);

    const Medium& medium() const { return medium_; }

    bool is_roll() const { return medium_.height == 0; }

    /// The whole width between the margins.
    Strip full() const { return {medium_.margin, medium_.width - 2 * medium_.margin}; }

    /// Half a line of body text: the white space between things.
    int gap() const;

    ShapedText shape(const Paragraph& paragraph, int width) const;
    static int height_of(const ShapedText& text);

    /// Where the next thing goes, in dots from the top of the page.
    int y() const { return y_; }

    /// How much of the page is left; as much as can be asked for on a roll.
    int space_left() const;

    void skip(int dots) { y_ += dots; }

    /// Ends the page if less than that is left of it. A thing higher than any page is refused.
    void keep_together(int height);

    void end_page();

    /// The lines of the text one after the other, over as many pages as it takes.
    void flow_text(const ShapedText& text, int x);

    /// The text from `top` on, on this page, wherever it ends. Does not move y().
    void place_text(const ShapedText& text, int x, int top);
    void ink(int x, int y, int width, int height);

    void refuse(core::Message message);

    const std::optional<core::Error>& refusal() const { return refusal_; }

    /// Ends the last page; a roll gets its length.
    std::vector<PageItems> finish();

private:
    int bottom() const { return medium_.height - medium_.margin; }

    void place_line(const ShapedText& text, PangoLayoutIter* at, int x, int top, int line_top);

    PangoContext* context_;
    Medium medium_;
    std::vector<PageItems> pages_;
    int y_;
    std::optional<core::Error> refusal_;
};

void add_codes(Flow& flow, const Codes& codes);
void add_table(Flow& flow, const Table& table);

} // namespace printer
