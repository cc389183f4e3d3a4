// A workbook is a package of parts that name each other by relations. What is needed: the list of
// sheets, the styles (a date is a number with a style), the texts that cells share, and one sheet,
// whose rows are read one at a time.
//
//   _rels/.rels -> xl/workbook.xml -> sheets; xl/_rels/workbook.xml.rels -> where each part is
//   <row r="2"><c r="A2" s="1" t="s"><v>17</v></c>…</row>
//
// A cell's kind `t`: s shared text, inlineStr text of its own, str a formula's text, b 0 or 1, e an
// error, d a date as ISO writes it, n or none a number.

#include "core/ooxml/xlsx_file.hpp"

#include "core/domain/failure.hpp"
#include "core/engine/import/csv_reader.hpp"
#include "core/engine/import/header_name.hpp"
#include "core/ooxml/cell_format.hpp"
#include "core/ooxml/element_stream.hpp"
#include "core/ooxml/escaped_string.hpp"
#include "core/ooxml/workbook.hpp"
#include "core/ooxml/xml.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <memory>
#include <utility>

namespace ooxml {

namespace {

using core::TableRecord;

constexpr std::size_t rows_looked_at_for_content = 1'000;
constexpr std::size_t most_sheets_told = 5;

core::Error refuse_file(const char* code) { return {core::ErrorKind::invalid_input, code}; }

/// `AB12` is column 27, from 0; none without letters.
std::optional<std::size_t> column_of(std::string_view place) {
    std::size_t column = 0;
    std::size_t letters = 0;
    for (const char c : place) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
        if (++letters > 3) return std::nullopt;
    }
    return letters == 0 ? std::nullopt : std::optional(column - 1);
}

double number_of(std::string_view value) {
    double number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

class SheetReader : public core::RecordSource {
public:
    SheetReader(std::shared_ptr<const Workbook> book, PartReader part)
        : book_(std::move(book)), rows_(std::move(part), "row") {}

    bool next(TableRecord& record) override {
        try {
            return !is_broken_ && read(record);
        } catch (const core::Failure& failure) {
            is_broken_ = true;
            record = {line_ + 1, {}, failure.message(), {}};
            return true;
        }
    }

    std::int64_t position() const override { return static_cast<std::int64_t>(rows_.position()); }

private:
    bool read(TableRecord& record) {
        std::string_view element;
        if (!rows_.next(element)) return false;
        const XmlTree tree(element);
        ++line_;
        if (const auto number = attribute(tree.root(), "r").as_llong(); number > 0) line_ = number;
        record.line = line_;
        record.problem.reset();
        record.fields.clear();
        record.made.clear();
        record.remains.clear();
        cells_.clear();
        next_column_ = 0;
        for (const pugi::xml_node cell : tree.root().children()) {
            if (local_name(cell.name()) == "c") take(cell, record);
        }
        if (record.problem) {
            record.remains = cells_;
            return true;
        }
        // A sheet leaves out the empty cells at a row's end.
        width_ = std::max(width_, cells_.size());
        cells_.resize(width_);
        record.fields.assign(cells_.begin(), cells_.end());
        return true;
    }

    void take(pugi::xml_node cell, TableRecord& record) {
        // Some programs leave out where a cell stands: behind the one before, empty ones too.
        const std::size_t column = column_of(attribute(cell, "r").value()).value_or(next_column_);
        next_column_ = column + 1;
        std::string text = text_of_cell(cell, record, column);
        if (text.empty()) return;
        if (!record.problem) {
            if (auto made = what_was_made(cell, column, text))
                record.made.push_back(std::move(*made));
        }
        if (column >= core::csv_field_limit) {
            note(record, {"csv-too-many-columns",
                          {{"most", static_cast<std::int64_t>(core::csv_field_limit)}}});
            return;
        }
        if (cells_.size() <= column) cells_.resize(column + 1);
        cells_[column] = std::move(text);
    }

    std::string text_of_cell(pugi::xml_node cell, TableRecord& record, std::size_t column) {
        const std::string_view kind = attribute(cell, "t").value();
        if (kind == "inlineStr") return text_of(child(cell, "is"));
        std::string value = child(cell, "v").text().get();
        if (kind == "s") {
            std::size_t index = book_->shared.size();
            std::from_chars(value.data(), value.data() + value.size(), index);
            if (index < book_->shared.size()) return book_->shared[index];
            note(record,
                 {"cell-text-missing", {{"column", static_cast<std::int64_t>(column) + 1}}});
            return {};
        }
        if (!child(cell, "v") && child(cell, "f")) {
            note(record,
                 {"cell-formula-uncomputed", {{"column", static_cast<std::int64_t>(column) + 1}}});
            return std::string("=") + child(cell, "f").text().get();
        }
        if (kind == "e") {
            note(record, {"cell-has-error",
                          {{"column", static_cast<std::int64_t>(column) + 1}, {"error", value}}});
            return value;
        }
        if (kind == "str") return decoded_string(value);
        if (kind == "b" || kind == "d") return value;
        return value.empty() ? value : text_of_number(value, format_of(cell));
    }

    const CellFormat& format_of(pugi::xml_node cell) const {
        static const CellFormat plain;
        const std::size_t style = attribute(cell, "s").as_uint();
        return style < book_->formats.size() ? book_->formats[style] : plain;
    }

    std::string text_of_number(const std::string& value, const CellFormat& format) const {
        using Kind = CellFormat::Kind;
        if (format.kind != Kind::plain && format.kind != Kind::percent) {
            if (std::string date = date_text(number_of(value), book_->from_1904, format.kind);
                !date.empty())
                return date;
        }
        return number_text(value, format);
    }

    /// None of a text, and of a number that shows as one.
    std::optional<core::MadeCell>
    what_was_made(pugi::xml_node cell, std::size_t column, const std::string& text) const {
        using core::DamageKind;
        const std::string_view kind = attribute(cell, "t").value();
        if (kind == "b")
            return core::MadeCell{
                column, DamageKind::truth_value, text == "0" ? "FALSE" : "TRUE", {}};
        if (kind == "d") return core::MadeCell{column, DamageKind::date, {}, {}};
        if (!kind.empty() && kind != "n") return std::nullopt;
        const CellFormat& format = format_of(cell);
        const std::string value = child(cell, "v").text().get();
        std::string typed = typed_text(number_of(value), book_->from_1904, format);
        if (typed.empty()) return std::nullopt;
        const bool is_date = typed.find('/') != std::string::npos;
        const auto made = format.kind == CellFormat::Kind::percent ? DamageKind::percent
                          : is_date                                ? DamageKind::date
                                                                   : DamageKind::time;
        return core::MadeCell{column, made, std::move(typed), number_text(value, {})};
    }

    static void note(TableRecord& record, core::Message problem) {
        if (!record.problem) record.problem = std::move(problem);
    }

    std::shared_ptr<const Workbook> book_;
    ElementStream rows_;
    std::vector<std::string> cells_;
    std::size_t next_column_ = 0;
    std::size_t width_ = 0; // of the widest row so far
    std::int64_t line_ = 0;
    bool is_broken_ = false;
};

/// What a sheet has of the table that is looked for.
struct SheetContent {
    std::size_t columns = 0; // of those looked for, in one of its first rows
    bool is_table = false;   // it has all of them, and rows below
    bool is_blank = true;
};

SheetContent look_at(SheetReader& sheet, const std::vector<std::string>& columns) {
    SheetContent content;
    bool is_below_header = false;
    TableRecord record;
    for (std::size_t row = 0; sheet.next(record); ++row) {
        if (!is_below_header && row >= rows_looked_at_for_content) return content;
        if (!record.problem && std::ranges::all_of(record.fields, core::is_blank_text)) continue;
        content.is_blank = false;
        content.is_table = is_below_header;
        if (is_below_header || row >= core::rows_looked_at_for_header) return content;
        if (record.problem) continue;
        content.columns = std::max(content.columns, core::columns_named(record, columns));
        is_below_header = content.columns == columns.size();
    }
    return content;
}

/// Which sheet has the table, and those besides that have something in them.
struct Choice {
    const Sheet* best = nullptr;
    SheetContent content;            // of the best one
    std::vector<std::string> tables; // names of the sheets that have the whole table
    std::vector<std::string> others; // names of those with anything else in them
};

Choice choose_sheet(const Package& package,
                    const std::shared_ptr<const Workbook>& book,
                    const std::vector<std::string>& columns) {
    Choice choice;
    std::vector<const Sheet*> with_content;
    for (const Sheet& sheet : book->sheets) {
        auto part = package.open(sheet.part);
        if (!part) continue;
        SheetReader reader(book, std::move(*part));
        const SheetContent content = look_at(reader, columns);
        // Nobody sees it, so it is not what is meant; rows of the table in it are told all the
        // same.
        if (sheet.is_hidden) {
            if (content.is_table) with_content.push_back(&sheet);
            continue;
        }
        if (content.is_table) choice.tables.push_back(sheet.name);
        if (!content.is_blank) with_content.push_back(&sheet);
        const auto rank = [](const SheetContent& of) { return std::pair(of.columns, of.is_table); };
        if (choice.best && rank(content) <= rank(choice.content)) continue;
        choice.best = &sheet;
        choice.content = content;
    }
    for (const Sheet* sheet : with_content) {
        if (sheet != choice.best) choice.others.push_back(sheet->name);
    }
    return choice;
}

/// "`2025`, `2026`", and how many more there are.
std::string listed(const std::vector<std::string>& names) {
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), most_sheets_told); ++i)
        list += (i == 0 ? "`" : ", `") + names[i] + "`";
    if (names.size() > most_sheets_told)
        list += " (+" + std::to_string(names.size() - most_sheets_told) + ")";
    return list;
}

core::Result<std::unique_ptr<core::RecordSource>>
open_best_sheet(const Package& package,
                const std::vector<std::string>& columns,
                std::vector<std::string>& passed_sheets) {
    auto book = read_workbook(package);
    if (!book) return refuse_file("file-is-zip");
    const auto shared = std::make_shared<const Workbook>(std::move(*book));
    Choice choice = choose_sheet(package, shared, columns);
    if (!choice.best) return refuse_file("workbook-without-sheet");
    // Taking one of them would lose the others' rows without a word.
    if (choice.tables.size() > 1) {
        return core::Error{core::ErrorKind::invalid_input,
                           {"workbook-with-several-tables", {{"sheets", listed(choice.tables)}}}};
    }
    auto part = package.open(choice.best->part);
    if (!part) return refuse_file("workbook-without-sheet");
    passed_sheets = std::move(choice.others);
    return std::unique_ptr<core::RecordSource>(
        std::make_unique<SheetReader>(shared, std::move(*part)));
}

} // namespace

Package XlsxFile::open_package() const { return file_.empty() ? Package(bytes_) : Package(file_); }

core::Result<std::unique_ptr<core::RecordSource>>
XlsxFile::open(const std::vector<std::string>& columns) {
    try {
        package_.emplace(open_package());
        return open_best_sheet(*package_, columns, passed_sheets_);
    } catch (const core::Failure& failure) {
        return core::Error{core::ErrorKind::invalid_input, failure.message()};
    }
}

bool is_package(std::string_view beginning) {
    return beginning.starts_with(std::string_view("PK\x03\x04", 4));
}

} // namespace ooxml
