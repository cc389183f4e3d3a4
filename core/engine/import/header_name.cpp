#include "core/engine/import/header_name.hpp"

#include "core/domain/folded_key.hpp"
#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"

#include <algorithm>

namespace core {

std::string header_name(std::string_view written) {
    if (!is_utf8(written)) return {};
    std::string name = trim(typed_plainly(written));
    for (char& c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == ' ' || c == '-') c = '_';
    }
    return name;
}

std::size_t columns_named(const TableRecord& row, const std::vector<std::string>& columns) {
    if (row.problem) return 0;
    return static_cast<std::size_t>(std::ranges::count_if(columns, [&](const std::string& column) {
        return std::ranges::any_of(
            row.fields, [&](std::string_view field) { return header_name(field) == column; });
    }));
}

bool is_blank_text(std::string_view text) { return is_utf8(text) && shows_nothing(text); }

} // namespace core
