#pragma once

#include <cstddef>
#include <string>

/// Texts in columns on a terminal, one column a code point: enough for Vietnamese in NFC.
namespace reports {

std::string padded(const std::string& text, std::size_t columns);
std::string aligned_right(const std::string& text, std::size_t columns);

/// Cut to so many columns, the last one an ellipsis.
std::string shortened(const std::string& text, std::size_t columns);

} // namespace reports
