// What is needed of a workbook's parts but its sheets: the list of sheets, the styles, the texts
// that cells share. The parts name each other by relations (xlsx_file.cpp).

#include "core/ooxml/workbook.hpp"

#include "core/domain/failure.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"
#include "core/ooxml/element_stream.hpp"
#include "core/ooxml/escaped_string.hpp"
#include "core/ooxml/xml.hpp"

#include <cstddef>
#include <string_view>
#include <utility>

namespace ooxml {

namespace {

constexpr std::size_t shared_text_limit_bytes = std::size_t{128} << 20;

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

/// What a tab shows; its place, `#2`, where that is no text.
std::string tab_name(pugi::xml_node sheet, std::size_t place) {
    const std::string name = decoded_string(attribute(sheet, "name").value());
    if (!core::is_utf8(name) || core::shows_nothing(name)) return "#" + std::to_string(place);
    return core::trim(core::typed_plainly(name));
}

} // namespace

std::string text_of(pugi::xml_node node) {
    std::string text;
    for (const pugi::xml_node each : node.children()) {
        const std::string_view name = local_name(each.name());
        if (name == "t") text += decoded_string(each.text().get());
        if (name == "r") text += decoded_string(child(each, "t").text().get());
    }
    return text;
}

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
    std::size_t place = 0;
    for (const pugi::xml_node sheet : children(child(tree.root(), "sheets"), "sheet")) {
        ++place;
        const bool is_hidden = std::string_view(attribute(sheet, "state").value()).find("idden") !=
                               std::string_view::npos;
        book.sheets.push_back(
            {tab_name(sheet, place), target_of(attribute(sheet, "id").value()), is_hidden});
    }
    for (const pugi::xml_node each : children(parts.root(), "Relationship")) {
        const std::string_view type = attribute(each, "Type").value();
        const std::string target = resolve(folder, attribute(each, "Target").value());
        if (type.ends_with("/styles")) book.formats = read_cell_formats(package.read_whole(target));
        if (type.ends_with("/sharedStrings")) book.shared = read_shared(package, target);
    }
    return book;
}

} // namespace ooxml
