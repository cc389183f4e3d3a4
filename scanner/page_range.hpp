#pragma once

#include <climits>
#include <optional>
#include <string_view>

namespace scanner {

/// Pages of a file, counted from 1, both ends included.
struct PageRange {
    int first = 1;
    int last = INT_MAX;

    bool operator==(const PageRange&) const = default;
};

/// `3`, `2-5`, `4-`, `-3`. None when it is no such range.
std::optional<PageRange> parse_page_range(std::string_view text);

} // namespace scanner
