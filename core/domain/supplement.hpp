#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace core {

/// What a supplement request asks for, and why (form 02, law.md §4).
struct Supplement {
    std::vector<std::string> items; ///< what is to be completed, a line each
    std::string reason;

    bool operator==(const Supplement&) const = default;
};

/// As one text, which the act keeps as its reason: a line `- item` for each, then the reason.
std::string supplement_text(const Supplement& supplement);

/// What a kept text asks for. Lines that begin like those of a list (`- `, `• `, or `1. `, `2. `
/// in order) are its items, the others the reason. Where nobody wrote a list, each line is an item
/// and all of it the reason; where nobody wrote a reason, the list says it.
Supplement read_supplement(std::string_view text);

} // namespace core
