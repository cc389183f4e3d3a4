#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

/// Reads workbooks and PDFs back with Debian's unzip, xmllint and poppler-utils, as another program
/// would.
namespace read_back {

struct Sheet {
    std::string name;
    std::map<std::string, std::string> cells;   // by place, such as `B7`: numbers as written
    std::map<std::string, std::string> formats; // of cells with a number: `#,##0`, `0.00%`, …
    std::string xml;

    /// The first row in which a cell holds just this text; 0 for none.
    int row_of(const std::string& text) const;

    /// The filled cells of a row by column letter.
    std::map<std::string, std::string> row(int number) const;
};

struct Workbook {
    std::vector<Sheet> sheets;
    std::string xml;   // of the workbook itself
    std::string facts; // of its properties
};

/// Fails where a part is not the XML that every reader takes.
Workbook workbook(const std::string& bytes);

/// The text of a PDF's pages, laid out as on paper.
std::vector<std::string> pdf_pages(const std::string& bytes);

/// The same with every run of white space as one blank: for texts that go on in the next line.
std::string pdf_text(const std::string& bytes);

/// How far from the top of the last page that has it a word stands, in points.
double word_top(const std::string& bytes, const std::string& word);

/// What pdfinfo tells: `Title: …`, `Page size: …`.
std::string pdf_facts(const std::string& bytes);

} // namespace read_back
