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
#include "core/ooxml/xml.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <memory>
#include <utility>

namespace ooxml {

namespace {

using core::TableRecord;

constexpr std::size_t shared_text_limit_bytes = std::size_t{128} << 20;
constexpr std::size_t rows_looked_at_for_header = 50;

core::Error refuse_file(const char* code) { return {core::ErrorKind::invalid_input, code}; }

/// `xl/` and `worksheets/sheet1.xml`, `/xl/worksheets/sheet1.xml` or `../xl/…` as one name.
std::string resolve(const std::string& folder, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    std::string path = folder;
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        const std::size_t slash =
            path.size() < 2 ? std::string::npos : path.rfind('/', path.size() - 2);
        path = slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
    }
    return path + std::string(target);
}

std::string folder_of(const std::string& part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

/// The text of `<si>`, `<is>`: its runs one after the other, without what tells how to read it
/// aloud.
std::string text_of(pugi::xml_node node) {
    std::string text;
    for (const pugi::xml_node each : node.children()) {
        const std::string_view name = local_name(each.name());
        if (name == "t") text += decoded_string(each.text().get());
        if (name == "r") text += decoded_string(child(each, "t").text().get());
    }
    return text;
}

struct Workbook {
    std::vector<std::string> sheets; // parts of those that are shown
    std::vector<CellFormat> formats;
    std::vector<std::string> shared;
    bool from_1904 = false;
};

std::vector<std::string> read_shared(const Package& package, const std::string& part) {
    std::vector<std::string> texts;
    auto reader = package.open(part);
    if (!reader) return texts;
    ElementStream items(std::move(*reader), "si");
    std::string_view item;
    std::size_t bytes = 0;
    while (items.next(item)) {
        texts.push_back(text_of(XmlTree(item).root()));
        bytes += texts.back().size() + sizeof(std::string);
        if (bytes > shared_text_limit_bytes) throw core::Failure("package-too-large");
    }
    return texts;
}

/// None where it is another kind of package.
std::optional<Workbook> read_workbook(const Package& package) {
    std::string main;
    const XmlTree relations(package.read_whole("_rels/.rels"));
    for (const pugi::xml_node each : children(relations.root(), "Relationship")) {
        if (std::string_view(attribute(each, "Type").value()).ends_with("/officeDocument"))
            main = resolve({}, attribute(each, "Target").value());
    }
    const XmlTree tree(package.read_whole(main));
    if (local_name(tree.root().name()) != "workbook") return std::nullopt;
    const std::string folder = folder_of(main);
    const std::string name = main.substr(folder.size());
    const XmlTree parts(package.read_whole(folder + "_rels/" + name + ".rels"));
    Workbook book;
    book.from_1904 = attribute(child(tree.root(), "workbookPr"), "date1904").as_bool();
    const auto target_of = [&](std::string_view id) -> std::string {
        for (const pugi::xml_node each : children(parts.root(), "Relationship")) {
            if (attribute(each, "Id").value() == id)
                return resolve(folder, attribute(each, "Target").value());
        }
        return {};
    };
    for (const pugi::xml_node sheet : children(child(tree.root(), "sheets"), "sheet")) {
        if (std::string_view(attribute(sheet, "state").value()).find("idden") !=
            std::string_view::npos)
            continue;
        book.sheets.push_back(target_of(attribute(sheet, "id").value()));
    }
    for (const pugi::xml_node each : children(parts.root(), "Relationship")) {
        const std::string_view type = attribute(each, "Type").value();
        const std::string target = resolve(folder, attribute(each, "Target").value());
        if (type.ends_with("/styles")) book.formats = read_cell_formats(package.read_whole(target));
        if (type.ends_with("/sharedStrings")) book.shared = read_shared(package, target);
    }
    return book;
}

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

class SheetReader : public core::RecordSource {
public:
    SheetReader(std::shared_ptr<const Workbook> book, PartReader part)
        : book_(std::move(book)), rows_(std::move(part), "row") {}

    bool next(TableRecord& record) override {
        try {
            return !is_broken_ && read(record);
        } catch (const core::Failure& failure) {
            is_broken_ = true;
            record = {line_ + 1, {}, failure.message()};
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
        cells_.clear();
        next_column_ = 0;
        for (const pugi::xml_node cell : tree.root().children()) {
            if (local_name(cell.name()) == "c") take(cell, record);
        }
        if (record.problem) return true;
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
            return {};
        }
        if (kind == "e") {
            note(record, {"cell-has-error",
                          {{"column", static_cast<std::int64_t>(column) + 1}, {"error", value}}});
            return {};
        }
        if (kind == "str") return decoded_string(value);
        if (kind == "b" || kind == "d") return value;
        return value.empty() ? value : text_of_number(value, attribute(cell, "s").as_uint());
    }

    std::string text_of_number(const std::string& value, std::size_t style) const {
        const CellFormat format =
            style < book_->formats.size() ? book_->formats[style] : CellFormat{};
        if (format.kind != CellFormat::Kind::plain) {
            double serial = 0;
            std::from_chars(value.data(), value.data() + value.size(), serial);
            if (std::string date = date_text(serial, book_->from_1904, format.kind); !date.empty())
                return date;
        }
        return number_text(value, format);
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

/// How many of the columns the first row with something in it has.
std::size_t columns_found(SheetReader& sheet, const std::vector<std::string>& columns) {
    TableRecord record;
    for (std::size_t row = 0; row < rows_looked_at_for_header && sheet.next(record); ++row) {
        if (record.problem || std::ranges::all_of(record.fields, core::is_blank_text)) continue;
        return static_cast<std::size_t>(
            std::ranges::count_if(columns, [&](const std::string& column) {
                return std::ranges::any_of(record.fields, [&](std::string_view field) {
                    return core::header_name(field) == column;
                });
            }));
    }
    return 0;
}

core::Result<std::unique_ptr<core::RecordSource>>
open_best_sheet(const Package& package, const std::vector<std::string>& columns) {
    auto book = read_workbook(package);
    if (!book) return refuse_file("file-is-zip");
    const auto shared = std::make_shared<const Workbook>(std::move(*book));
    std::string best;
    std::size_t most = 0;
    for (const std::string& sheet : shared->sheets) {
        auto part = package.open(sheet);
        if (!part) continue;
        SheetReader reader(shared, std::move(*part));
        const std::size_t found = columns_found(reader, columns);
        if (best.empty() || found > most) {
            best = sheet;
            most = found;
        }
    }
    auto part = package.open(best);
    if (!part) return refuse_file("workbook-without-sheet");
    return std::unique_ptr<core::RecordSource>(
        std::make_unique<SheetReader>(shared, std::move(*part)));
}

} // namespace

Package XlsxFile::open_package() const { return file_.empty() ? Package(bytes_) : Package(file_); }

core::Result<std::unique_ptr<core::RecordSource>>
XlsxFile::open(const std::vector<std::string>& columns) {
    try {
        package_.emplace(open_package());
        return open_best_sheet(*package_, columns);
    } catch (const core::Failure& failure) {
        return core::Error{core::ErrorKind::invalid_input, failure.message()};
    }
}

bool is_package(std::string_view beginning) {
    return beginning.starts_with(std::string_view("PK\x03\x04", 4));
}

} // namespace ooxml
