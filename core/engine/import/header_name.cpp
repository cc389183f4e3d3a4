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

bool is_blank_text(std::string_view text) { return is_utf8(text) && shows_nothing(text); }

} // namespace core
