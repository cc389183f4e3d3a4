#pragma once

#include "core/ooxml/cell_format.hpp"
#include "core/ooxml/package.hpp"

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <vector>

namespace ooxml {

struct Sheet {
    std::string name; ///< as its tab shows it
    std::string part;
    bool is_hidden = false;
};

/// What a workbook has besides the rows of its sheets.
struct Workbook {
    std::vector<Sheet> sheets; ///< as the tabs have them
    std::vector<CellFormat> formats;
    std::vector<std::string> shared; ///< texts that cells have in common
    bool from_1904 = false;
};

/// None where it is another kind of package. Throws Failure where it is damaged or too large.
std::optional<Workbook> read_workbook(const Package& package);

/// The text of `<si>`, `<is>`: its runs one after the other, without what tells how to read it
/// aloud.
std::string text_of(pugi::xml_node node);

} // namespace ooxml
