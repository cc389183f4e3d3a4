#include "tests/support/read_back.hpp"

#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace read_back {

namespace {

std::string output_of(const std::string& program, const std::vector<std::string>& arguments) {
    const Ended ended = Program("/usr/bin/" + program, arguments).wait();
    INFO(program << ": " << ended.errors);
    REQUIRE(ended.status == 0);
    return ended.output;
}

/// Bytes under a name.
class NamedBytes {
public:
    explicit NamedBytes(const std::string& bytes) {
        std::ofstream out(file_, std::ios::binary);
        out << bytes << std::flush;
        REQUIRE(out);
    }

    std::string name() const { return file_.string(); }

    /// A folder beside it, for what is unpacked of it.
    std::string folder() const { return (folder_ / "parts").string(); }

private:
    TemporaryDirectory folder_;
    std::filesystem::path file_ = folder_ / "bytes";
};

std::string unescaped(std::string text) {
    for (const auto& [entity, character] : {std::pair{"&lt;", "<"},
                                            {"&gt;", ">"},
                                            {"&quot;", "\""},
                                            {"&apos;", "'"},
                                            {"&amp;", "&"}}) {
        for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; ++at)
            text.replace(at, std::string(entity).size(), character);
    }
    return text;
}

/// An element of an XML text: its start tag's attributes and what it holds.
struct Element {
    std::string tag;
    std::string content;

    std::string attribute(const std::string& name) const {
        const std::size_t at = tag.find(" " + name + "=\"");
        if (at == std::string::npos) return "";
        const std::size_t from = at + name.size() + 3;
        return unescaped(tag.substr(from, tag.find('"', from) - from));
    }
};

/// The elements of a name, which don't nest.
std::vector<Element> elements(const std::string& xml, const std::string& name) {
    std::vector<Element> found;
    const std::string end_tag = "</" + name + ">";
    for (std::size_t at = 0; (at = xml.find("<" + name, at)) != std::string::npos;) {
        const std::size_t tag_end = xml.find('>', at);
        const char next = xml.at(at + 1 + name.size());
        Element element{xml.substr(at, tag_end - at), ""};
        at = tag_end;
        if (next != ' ' && next != '>' && next != '/') continue;
        if (element.tag.back() != '/') {
            const std::size_t end = xml.find(end_tag, tag_end);
            REQUIRE(end != std::string::npos);
            element.content = xml.substr(tag_end + 1, end - tag_end - 1);
            at = end;
        }
        found.push_back(std::move(element));
    }
    return found;
}

std::string first_content(const std::string& xml, const std::string& name) {
    const auto found = elements(xml, name);
    return found.empty() ? "" : found.front().content;
}

/// The number formats of the workbook's cell styles.
std::vector<std::string> style_formats(const std::string& styles) {
    std::map<std::string, std::string> codes = {{"3", "#,##0"}, {"10", "0.00%"}};
    for (const Element& format : elements(styles, "numFmt"))
        codes[format.attribute("numFmtId")] = format.attribute("formatCode");
    std::vector<std::string> formats;
    for (const Element& style : elements(first_content(styles, "cellXfs"), "xf"))
        formats.push_back(codes[style.attribute("numFmtId")]);
    return formats;
}

} // namespace

int Sheet::row_of(const std::string& text) const {
    int first = 0;
    for (const auto& [place, content] : cells) {
        const int row = std::stoi(place.substr(place.find_first_of("0123456789")));
        if (content == text && (first == 0 || row < first)) first = row;
    }
    return first;
}

std::map<std::string, std::string> Sheet::row(int number) const {
    std::map<std::string, std::string> found;
    for (const auto& [place, content] : cells) {
        const std::size_t digits = place.find_first_of("0123456789");
        if (std::stoi(place.substr(digits)) == number) found[place.substr(0, digits)] = content;
    }
    return found;
}

Workbook workbook(const std::string& bytes) {
    const NamedBytes file(bytes);
    output_of("unzip", {"-q", file.name(), "-d", file.folder()});
    std::vector<std::string> to_check = {"--noout"};
    for (const auto& entry : std::filesystem::recursive_directory_iterator(file.folder())) {
        if (entry.is_regular_file()) to_check.push_back(entry.path().string());
    }
    output_of("xmllint", to_check);
    const auto part = [&](const std::string& name) {
        return output_of("unzip", {"-p", file.name(), name});
    };
    std::vector<std::string> texts;
    for (const Element& text : elements(part("xl/sharedStrings.xml"), "si"))
        texts.push_back(unescaped(first_content(text.content, "t")));
    const auto formats = style_formats(part("xl/styles.xml"));

    Workbook book{{}, part("xl/workbook.xml"), part("docProps/core.xml")};
    for (const Element& entry : elements(book.xml, "sheet")) {
        const std::string number = std::to_string(book.sheets.size() + 1);
        Sheet sheet{entry.attribute("name"), {}, {}, part("xl/worksheets/sheet" + number + ".xml")};
        for (const Element& cell : elements(sheet.xml, "c")) {
            if (cell.content.empty()) continue; // a border around nothing
            const std::string place = cell.attribute("r");
            const std::string value = first_content(cell.content, "v");
            const bool text = cell.attribute("t") == "s";
            sheet.cells[place] = text ? texts.at(std::stoul(value)) : value;
            if (!text) sheet.formats[place] = formats.at(std::stoul(cell.attribute("s")));
        }
        book.sheets.push_back(std::move(sheet));
    }
    return book;
}

std::vector<std::string> pdf_pages(const std::string& bytes) {
    const NamedBytes file(bytes);
    std::istringstream text(output_of("pdftotext", {"-layout", file.name(), "-"}));
    std::vector<std::string> pages;
    for (std::string page; std::getline(text, page, '\f');) pages.push_back(page);
    return pages;
}

std::string pdf_text(const std::string& bytes) {
    const NamedBytes file(bytes);
    std::istringstream words(output_of("pdftotext", {"-raw", file.name(), "-"}));
    std::string text;
    for (std::string word; words >> word;) text += (text.empty() ? "" : " ") + word;
    return text;
}

double word_top(const std::string& bytes, const std::string& word) {
    const NamedBytes file(bytes);
    std::optional<double> top;
    for (const Element& found :
         elements(output_of("pdftotext", {"-bbox", file.name(), "-"}), "word"))
        if (unescaped(found.content) == word) top = std::stod(found.attribute("yMin"));
    INFO(word);
    REQUIRE(top);
    return *top;
}

std::string pdf_facts(const std::string& bytes) {
    const NamedBytes file(bytes);
    return output_of("pdfinfo", {file.name()});
}

} // namespace read_back
