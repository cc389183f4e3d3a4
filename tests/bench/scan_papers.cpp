#include "tests/bench/scan_papers.hpp"

#include <fstream>
#include <stdexcept>

namespace bench {

namespace {

constexpr std::string_view code_separator = "\u241E";

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> found(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            found.emplace_back();
        } else if (c != '\r') {
            found.back() += c;
        }
    }
    return found;
}

std::vector<std::string> split_codes(std::string_view text) {
    std::vector<std::string> codes;
    while (!text.empty()) {
        const auto end = text.find(code_separator);
        codes.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + code_separator.size());
    }
    return codes;
}

} // namespace

std::vector<Paper> read_papers(const std::filesystem::path& folder) {
    std::ifstream truth(folder / "truth.csv");
    if (!truth) throw std::runtime_error("no truth.csv in " + folder.string());
    std::vector<Paper> papers;
    std::string line;
    std::getline(truth, line); // the names of the columns
    while (std::getline(truth, line)) {
        const auto row = cells(line);
        if (row.size() < 3) continue;
        papers.push_back({folder / row[0], row[1], split_codes(row.back())});
    }
    return papers;
}

} // namespace bench
