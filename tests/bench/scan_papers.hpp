#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace bench {

/// A picture and the codes that are on it, `FORMAT:text`.
struct Paper {
    std::filesystem::path file;
    std::string kind;
    std::vector<std::string> codes;
};

/// The rows of `truth.csv` in the folder: columns `file`, `kind` and, last, `codes` joined by
/// U+241E. Throws when there is none.
std::vector<Paper> read_papers(const std::filesystem::path& folder);

} // namespace bench
