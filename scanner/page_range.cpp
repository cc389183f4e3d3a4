#include "scanner/page_range.hpp"

#include <charconv>

namespace scanner {

namespace {

std::optional<int> parse_page(std::string_view text) {
    int page = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), page);
    if (error != std::errc{} || end != text.data() + text.size() || page < 1) return std::nullopt;
    return page;
}

} // namespace

std::optional<PageRange> parse_page_range(std::string_view text) {
    const auto dash = text.find('-');
    PageRange range;
    if (dash == std::string_view::npos) {
        const auto page = parse_page(text);
        if (!page) return std::nullopt;
        return PageRange{*page, *page};
    }
    if (text.size() < 2) return std::nullopt;
    if (const auto first = text.substr(0, dash); !first.empty()) {
        const auto page = parse_page(first);
        if (!page) return std::nullopt;
        range.first = *page;
    }
    if (const auto last = text.substr(dash + 1); !last.empty()) {
        const auto page = parse_page(last);
        if (!page) return std::nullopt;
        range.last = *page;
    }
    if (range.first > range.last) return std::nullopt;
    return range;
}

} // namespace scanner
