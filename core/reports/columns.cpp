#include "core/reports/columns.hpp"

namespace reports {

namespace {

/// Number of characters as they stand on a terminal: one per code point of these texts.
std::size_t width(const std::string& text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    return count;
}

} // namespace

std::string padded(const std::string& text, std::size_t columns) {
    const std::size_t taken = width(text);
    return text + std::string(taken < columns ? columns - taken : 0, ' ');
}

std::string aligned_right(const std::string& text, std::size_t columns) {
    const std::size_t taken = width(text);
    return std::string(taken < columns ? columns - taken : 0, ' ') + text;
}

std::string shortened(const std::string& text, std::size_t columns) {
    if (width(text) <= columns) return text;
    std::size_t end = 0;
    for (std::size_t taken = 0; end < text.size(); ++end) {
        const bool starts = (static_cast<unsigned char>(text[end]) & 0xc0) != 0x80;
        if (starts && taken++ == columns - 1) break;
    }
    return text.substr(0, end) + "…";
}

} // namespace reports
