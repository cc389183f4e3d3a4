#pragma once

#include "core/net/http_message.hpp"

#include <string_view>

namespace net {

/// The first field of the name (lower case); empty when there is none.
inline std::string_view find_header(const Headers& headers, std::string_view name) {
    for (const auto& [field, value] : headers) {
        if (field == name) return value;
    }
    return {};
}

/// Calls `visit` with each element of a list such as `gzip, br;q=0.5`, blanks trimmed.
template <typename Visit>
void for_each_element(std::string_view list, Visit visit) {
    while (!list.empty()) {
        std::string_view element = list.substr(0, list.find(','));
        list.remove_prefix(element.size() < list.size() ? element.size() + 1 : element.size());
        const auto first = element.find_first_not_of(" \t");
        if (first == std::string_view::npos) continue;
        element = element.substr(first, element.find_last_not_of(" \t") - first + 1);
        visit(element);
    }
}

} // namespace net
