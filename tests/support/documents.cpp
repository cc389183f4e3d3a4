#include "tests/support/documents.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;

namespace documents {

namespace {

/// What stands at the top of the repository: a path that begins with one of these is ours.
constexpr std::array<std::string_view, 7> tops = {"core",    "counter", "db",   "kiosk",
                                                  "printer", "scanner", "tests"};

bool is_path_letter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::string_view("/._-").find(c) != std::string_view::npos;
}

/// The files below our folders, by their path from the root, that npm has not put there.
template <typename Wanted>
std::vector<std::string> files_below(Wanted wanted) {
    std::vector<std::string> files;
    for (const std::string_view top : tops) {
        auto entry = fs::recursive_directory_iterator(root() / top);
        for (; entry != fs::recursive_directory_iterator(); ++entry) {
            if (entry->path().filename() == "node_modules") entry.disable_recursion_pending();
            if (entry->is_regular_file() && wanted(entry->path()))
                files.push_back(entry->path().lexically_relative(root()).generic_string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

fs::path root() { return SOURCE_ROOT; }

std::vector<std::string> all() {
    auto files = files_below([](const fs::path& file) { return file.extension() == ".md"; });
    files.emplace_back("README.md");
    return files;
}

std::vector<std::string> sources() {
    return files_of({".hpp", ".cpp", ".in", ".ts", ".tsx", ".mjs"});
}

std::vector<std::string> files_of(const std::set<std::string>& endings) {
    return files_below(
        [&](const fs::path& file) { return endings.contains(file.extension().string()); });
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::vector<std::string> backticked(std::string_view line) {
    std::vector<std::string> texts;
    while (true) {
        const std::size_t begin = line.find('`');
        if (begin == std::string_view::npos) return texts;
        const std::size_t end = line.find('`', begin + 1);
        if (end == std::string_view::npos) return texts;
        texts.emplace_back(line.substr(begin + 1, end - begin - 1));
        line.remove_prefix(end + 1);
    }
}

bool is_our_path(std::string_view text) {
    const bool ours = std::any_of(tops.begin(), tops.end(), [&](std::string_view top) {
        return text.starts_with(std::string(top) + "/");
    });
    return ours && std::all_of(text.begin(), text.end(), is_path_letter);
}

bool is_word_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

} // namespace documents
