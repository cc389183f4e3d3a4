#include "core/reports/workbook_text.hpp"

#include "core/domain/letters.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string_view>

namespace reports {

std::string workbook_text(const std::string& written) {
    const std::string text = core::with_unfit_marked(core::with_plain_line_ends(written));
    constexpr std::size_t size = 7;
    const auto is_escape = [&](std::size_t at) {
        const std::string_view part = std::string_view(text).substr(at, size);
        return part.size() == size && part.starts_with("_x") && part.ends_with('_') &&
               std::all_of(part.begin() + 2, part.end() - 1,
                           [](unsigned char c) { return std::isxdigit(c) != 0; });
    };
    std::string safe;
    for (std::size_t at = 0; at < text.size(); ++at)
        safe += is_escape(at) ? "_x005F_" : text.substr(at, 1);
    return safe;
}

} // namespace reports
