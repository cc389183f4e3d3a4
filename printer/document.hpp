#pragma once

#include <string>
#include <variant>
#include <vector>

namespace printer {

enum class Align { left, center, right };

/// A run of text in one face.
struct Span {
    std::string text;
    bool bold = false;
    bool italic = false;
};

/// Wrapped text. `size` is a multiple of the paper's body text; `fit` makes it smaller until it
/// stands on one line (a queue number), never smaller than the body text.
struct Paragraph {
    std::vector<Span> spans{};
    double size = 1;
    Align align = Align::left;
    bool fit = false;
};

/// Two texts side by side, as over every official paper; one under the other on narrow paper.
struct Heading {
    std::vector<Paragraph> left;
    std::vector<Paragraph> right;
};

struct Column {
    std::string title;
    double share = 1; ///< of the width, against the other columns'
    Align align = Align::left;
};

/// Rows have as many cells as there are columns. On narrow paper each row becomes lines.
struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
    double size = 1;
};

/// The machine-readable codes of a paper. `code128` is left out where it does not fit.
struct Codes {
    std::string code128; ///< the bare code
    std::string qr;      ///< with check value
    std::string caption; ///< for people, under them
};

/// A line across the paper.
struct Rule {};

struct Space {
    double millimetres;
};

struct Signature {
    std::string title;
    std::string note;
    std::string name; ///< under the free space
};

struct Signatures {
    std::vector<Signature> columns;
};

using Block = std::variant<Paragraph, Heading, Table, Codes, Rule, Space, Signatures>;

enum class Orientation { portrait, landscape };

/// One printed thing, before anybody knows on which paper. A value: texts are filled in, in NFC.
struct Document {
    std::string title;
    std::string author; ///< the office
    std::string dated;  ///< ISO 8601, of the paper itself
    std::string footer; ///< beside the page number when there are several pages
    Orientation orientation = Orientation::portrait;
    std::vector<Block> blocks;
};

} // namespace printer
