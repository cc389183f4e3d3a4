#pragma once

#include <span>
#include <string_view>

namespace words {

/// A language's file as it was when the program was built.
struct File {
    std::string_view tag;  ///< `vi`
    std::string_view text; ///< JSON
};

/// Vietnamese first.
std::span<const File> files();

} // namespace words
