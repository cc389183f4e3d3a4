#include "printer/compose.hpp"

#include "core/domain/code_payload.hpp"
#include "printer/fill_in.hpp"

#include <boost/json.hpp>

#include <optional>

namespace printer {

namespace json = boost::json;

namespace {

constexpr const char* reprint_mark = "IN LẠI";

std::string text_at(const json::object& data, std::string_view name) {
    const json::value* value = data.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : "";
}

const json::array* list_at(const json::object& data, const std::string& name) {
    const json::value* value = data.if_contains(name);
    return value != nullptr && value->is_array() && !value->get_array().empty()
               ? &value->get_array()
               : nullptr;
}

Paragraph plain_paragraph(std::string text, double size = 1) {
    Paragraph paragraph;
    paragraph.spans.push_back({std::move(text)});
    paragraph.size = size;
    return paragraph;
}

class Composer {
public:
    Composer(const FillSource& source, Document& document) : source_(source), document_(document) {}

    void add(const BlockTemplate& block) {
        switch (block.kind) {
        case BlockKind::text:
            return add_text(block);
        case BlockKind::heading:
            return add_heading(block);
        case BlockKind::table:
            return add_table(block);
        case BlockKind::items:
            return add_items(block);
        case BlockKind::codes:
            return add_codes(block);
        case BlockKind::rule:
            return put(Rule{});
        case BlockKind::space:
            return put(Space{block.millimetres});
        case BlockKind::signatures:
            return add_signatures(block);
        }
    }

private:
    template <typename Kind>
    void put(Kind block) {
        document_.blocks.emplace_back(std::move(block));
    }

    std::optional<Paragraph> paragraph(const TextTemplate& wanted) const {
        auto text = fill_in(wanted.text, source_);
        if (!text) return std::nullopt;
        Paragraph made;
        made.spans.push_back({std::move(*text), wanted.bold, wanted.italic});
        made.size = wanted.size;
        made.align = wanted.align;
        made.fit = wanted.fit;
        return made;
    }

    void add_text(const BlockTemplate& block) {
        auto made = paragraph(block.text);
        if (!made) return;
        if (!block.label.empty()) made->spans.insert(made->spans.begin(), {block.label + " "});
        put(std::move(*made));
    }

    std::vector<Paragraph> heading_side(const std::vector<TextTemplate>& lines) const {
        std::vector<Paragraph> side;
        for (const TextTemplate& line : lines) {
            if (auto made = paragraph(line)) side.push_back(std::move(*made));
        }
        return side;
    }

    void add_heading(const BlockTemplate& block) {
        put(Heading{heading_side(block.left), heading_side(block.right)});
    }

    void add_table(const BlockTemplate& block) {
        const json::array* rows = list_at(source_.data, block.list);
        if (rows == nullptr) return;
        if (!block.label.empty()) put(plain_paragraph(block.label));
        Table table;
        table.size = block.text.size;
        for (const ColumnTemplate& column : block.columns) table.columns.push_back(column.column);
        FillSource row = source_;
        for (const json::value& data : *rows) {
            row.row = &data.get_object();
            ++row.row_number;
            std::vector<std::string> cells;
            for (const ColumnTemplate& column : block.columns)
                cells.push_back(fill_in(column.text, row).value_or(""));
            table.rows.push_back(std::move(cells));
        }
        put(std::move(table));
    }

    void add_items(const BlockTemplate& block) {
        const json::array* items = list_at(source_.data, block.list);
        if (items == nullptr) return;
        if (!block.label.empty()) put(plain_paragraph(block.label));
        std::size_t number = 0;
        for (const json::value& item : *items) {
            put(plain_paragraph(std::to_string(++number) + ". " + std::string(item.get_string())));
        }
    }

    void add_codes(const BlockTemplate& block) {
        const auto code = fill_in(block.code, source_);
        if (!code) return;
        put(Codes{*code, core::code_payload(block.code_kind, *code),
                  fill_in(block.caption, source_).value_or("")});
    }

    void add_signatures(const BlockTemplate& block) {
        Signatures made;
        for (const SignatureTemplate& one : block.signatures) {
            // Who signs may not be known yet: the name is then written by hand.
            made.columns.push_back({one.title, one.note, fill_in(one.name, source_).value_or("")});
        }
        put(std::move(made));
    }

    const FillSource& source_;
    Document& document_;
};

} // namespace

Document compose(const FormBook& book,
                 const FormTemplate& form,
                 const json::object& data,
                 Printing printing) {
    const FillSource source{book, form, data};
    Document document;
    document.title = form.title;
    document.author = fill_in("{office.name}", source).value_or("");
    document.dated = text_at(data, "issued_at");
    document.footer = text_at(data, "code");
    document.orientation = form.orientation;
    Composer composer(source, document);
    if (printing == Printing::again) {
        Paragraph mark = plain_paragraph(reprint_mark, 1.5);
        mark.spans.front().bold = true;
        mark.align = Align::center;
        document.blocks.emplace_back(std::move(mark));
        document.blocks.emplace_back(Rule{});
    }
    for (const std::string& name : form.blocks) composer.add(book.block(name));
    return document;
}

} // namespace printer
