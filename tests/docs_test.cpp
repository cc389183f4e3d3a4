// Holds what documents name to what is there: every path and every file that a README lists exists,
// nothing leads out of the repository, and lines fit a screen.

#include "tests/support/documents.hpp"

#include <catch2/catch.hpp>
#include <fnmatch.h>

#include <algorithm>
#include <array>
#include <functional>
#include <regex>
#include <set>
#include <sstream>
#include <utility>

using namespace documents;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_columns = 120;

/// What a build or npm makes, and what the repository therefore does not hold.
constexpr std::array<std::string_view, 3> made = {"core/web/generated", "generated/",
                                                  "node_modules"};

bool is_made(std::string_view path) {
    return std::any_of(made.begin(), made.end(), [&](std::string_view each) {
        return path.find(each) != std::string_view::npos;
    });
}

/// Characters, as a screen shows them: a letter with its marks is one, whatever its bytes.
std::size_t columns_of(std::string_view line) {
    return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    }));
}

/// The targets of a line's links, without `#…`; those into the web left out.
std::vector<std::string> link_targets(std::string_view line) {
    std::vector<std::string> targets;
    for (std::size_t at = 0; (at = line.find("](", at)) != std::string_view::npos; at += 2) {
        const std::string_view target = line.substr(at + 2, line.find(')', at) - at - 2);
        if (target.find("://") != std::string_view::npos) continue;
        if (const auto path = target.substr(0, target.find('#')); !path.empty())
            targets.emplace_back(path);
    }
    return targets;
}

/// `a/{b,c}.hpp` as the two that it stands for.
std::vector<std::string> alternatives(const std::string& path) {
    const std::size_t open = path.find('{');
    const std::size_t close = path.find('}', open);
    if (open == std::string::npos || close == std::string::npos) return {path};
    std::vector<std::string> all;
    std::istringstream names(path.substr(open + 1, close - open - 1));
    for (std::string name; std::getline(names, name, ',');) {
        for (const std::string& each :
             alternatives(path.substr(0, open) + name + path.substr(close + 1)))
            all.push_back(each);
    }
    return all;
}

/// A file, a folder, or the files of that stem, in the folder: `core/domain/call_text` is a header
/// and its source. `*` stands for any letters of a name.
bool exists_in(const fs::path& base, std::string_view path) {
    const fs::path whole = base / path;
    if (fs::exists(whole)) return true;
    const fs::path folder = whole.parent_path();
    if (!fs::is_directory(folder)) return false;
    const std::string name = whole.filename().string();
    return std::any_of(fs::directory_iterator(folder), fs::directory_iterator(),
                       [&](const fs::directory_entry& entry) {
                           const std::string file = entry.path().filename().string();
                           return fnmatch(name.c_str(), file.c_str(), 0) == 0 ||
                                  fnmatch((name + ".*").c_str(), file.c_str(), 0) == 0;
                       });
}

/// What a text names of ours: the words of it that are paths, each without the line behind a colon.
std::vector<std::string> our_paths(const std::string& text) {
    static const std::regex around(R"re(^["'(<]+|(:[0-9]+)?["'),.:;>]*$)re");
    std::vector<std::string> found;
    std::istringstream words(std::regex_replace(text, std::regex("="), " "));
    for (std::string word; words >> word;) {
        for (const std::string& path : alternatives(std::regex_replace(word, around, ""))) {
            if (is_our_path(path) && !is_made(path)) found.push_back(path);
        }
    }
    return found;
}

/// What is wrong with the paths that a line of the document names; of a block of code the whole
/// line is looked at.
std::vector<std::string>
path_complaints(const std::string& document, const std::string& line, bool in_block = false) {
    std::vector<std::string> wrong;
    for (const std::string& text : in_block ? std::vector{line} : backticked(line)) {
        for (const std::string& path : our_paths(text)) {
            if (!exists_in(root(), path) && !exists_in((root() / document).parent_path(), path))
                wrong.push_back(document + " names " + path + ", which is not there");
        }
    }
    for (const std::string& target : link_targets(line)) {
        const fs::path path = (fs::path(document).parent_path() / target).lexically_normal();
        if (path.begin()->string() == ".." || path.is_absolute())
            wrong.push_back(document + " leads out of the repository: " + target);
        else if (!fs::exists(root() / path))
            wrong.push_back(document + " leads to " + path.string() + ", which is not there");
    }
    return wrong;
}

/// The names in the first cell of a row.
std::vector<std::string> first_cell(std::string_view row) {
    return backticked(row.substr(0, row.find('|', 1)));
}

/// What is wrong with the paths of a whole document.
std::vector<std::string> all_path_complaints(const std::string& document, const std::string& text) {
    std::vector<std::string> wrong;
    bool in_block = false;
    for (const std::string& line : lines_of(text)) {
        if (line.find("```") != std::string::npos) in_block = !in_block;
        for (const std::string& each : path_complaints(document, line, in_block))
            wrong.push_back(each);
    }
    return wrong;
}

/// Ways to write a name, which no name is written by.
const std::set<std::string> ways_to_write = {"UpperCamel", "snake_case"};

/// Every word that a source has: of the programs, the pages, the schema, the build and the tests.
const std::set<std::string, std::less<>>& words_of_sources() {
    static const auto words = [] {
        static const std::set<std::string> kinds = {".hpp", ".cpp",   ".h",   ".in",   ".ts",
                                                    ".tsx", ".mjs",   ".sql", ".json", ".toml",
                                                    ".txt", ".cmake", ".sh",  ".csv"};
        std::set<std::string, std::less<>> found;
        for (const std::string& file : documents::files_of(kinds)) {
            if (file == "tests/docs_test.cpp") continue; // it names some that are not there
            std::string word;
            for (const char c : text_of(root() / file) + " ") {
                if (is_word_letter(c))
                    word += c;
                else if (!word.empty())
                    found.insert(std::exchange(word, ""));
            }
        }
        return found;
    }();
    return words;
}

/// The names of code that a document's line gives and no source has: `f()`, `a::b`, `snake_case`,
/// `CamelCase`.
std::vector<std::string> name_complaints(const std::string& document, const std::string& line) {
    static const std::regex name(
        R"re((\w+::)*(~?\w+)\([^()]*\)|(\w+::)+(\w+)|([a-z0-9]+_\w+)|([A-Z][a-z]+[A-Z]\w*))re");
    std::vector<std::string> wrong;
    for (const std::string& text : backticked(line)) {
        std::smatch match;
        if (ways_to_write.contains(text) || !std::regex_match(text, match, name)) continue;
        for (const std::size_t group : {2U, 4U, 5U, 6U}) {
            if (match[group].matched && !words_of_sources().contains(match[group].str()))
                wrong.push_back(document + " names " + text + ", which no source has");
        }
    }
    return wrong;
}

/// What a folder's tables headed "file" or "folder" name that the folder does not have; a name
/// without a folder is of the folder that the row's first name is in, of a page perhaps of `src`.
std::vector<std::string> table_complaints(const std::string& document, const std::string& text) {
    std::vector<std::string> wrong;
    bool of_files = false;
    for (const std::string& line : lines_of(text)) {
        if (line.starts_with("| file |") || line.starts_with("| folder |")) of_files = true;
        if (!line.starts_with("|")) of_files = false;
        if (!of_files) continue;
        const auto names = first_cell(line);
        if (names.empty()) continue;
        const fs::path own = (root() / document).parent_path();
        const fs::path first = own / fs::path(names.front()).parent_path();
        for (const std::string& name : names) {
            if (!is_made(name) && !exists_in(own, name) && !exists_in(first, name) &&
                !exists_in(own / "src", name))
                wrong.push_back(document + " has a row for " + name + ", which is not there");
        }
    }
    return wrong;
}

} // namespace

TEST_CASE("every path that a document names exists, and none leads out of the repository",
          "[docs]") {
    const auto files = all();
    REQUIRE(files.size() > 15); // the documents were found
    for (const std::string& file : files) {
        for (const std::string& wrong : all_path_complaints(file, text_of(root() / file)))
            FAIL_CHECK(wrong);
    }
}

TEST_CASE("every name of code that a document gives stands in a source", "[docs]") {
    for (const std::string& file : all()) {
        for (const std::string& line : lines_of(text_of(root() / file))) {
            for (const std::string& wrong : name_complaints(file, line)) FAIL_CHECK(wrong);
        }
    }
}

TEST_CASE("every file that a folder's README lists is in the folder", "[docs]") {
    for (const std::string& file : all()) {
        if (fs::path(file).filename() != "README.md") continue;
        for (const std::string& wrong : table_complaints(file, text_of(root() / file)))
            FAIL_CHECK(wrong);
    }
}

TEST_CASE("lines of documents have at most 120 columns", "[docs]") {
    for (const std::string& file : all()) {
        const auto lines = lines_of(text_of(root() / file));
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (columns_of(lines[i]) > most_columns)
                FAIL_CHECK(file + ":" + std::to_string(i + 1) + " is longer");
        }
    }
}

TEST_CASE("the document check finds what is not there", "[docs]") {
    CHECK(path_complaints("README.md", "see `core/domain/gone.hpp`").size() == 1);
    CHECK(path_complaints("README.md", "see [this](core/gone/README.md)").size() == 1);
    CHECK(path_complaints("README.md", "see [that](../elsewhere/law.md)").size() == 1);
    CHECK(path_complaints("db/README.md", "see `core/domain/{deadline,gone}.hpp`").size() == 1);
    CHECK(table_complaints("db/README.md", "| file | what |\n| `backup`, `gone` | |").size() == 1);
    CHECK(table_complaints("README.md", "| folder | what |\n| `core`, `gone` | |").size() == 1);
    CHECK(path_complaints("README.md", "run `bash core/gone.sh --fast`").size() == 1);
    CHECK(path_complaints("README.md", "see `core/domain/gone.cpp:12`").size() == 1);
    CHECK(path_complaints("README.md", "see `core/domain/deadline.cpp:12`").empty());
    CHECK(all_path_complaints("README.md", "```\nsh tests/gone.sh\n```\nof core/gone").size() == 1);
    CHECK(name_complaints("README.md", "by `compute_no_deadline()`").size() == 1);
    CHECK(name_complaints("README.md", "of `core::Dosier`, `no_such_word`").size() == 2);
    CHECK(name_complaints("README.md", "`core::compute_deadline(a)`, `JsonFields`, `npm ci`")
              .empty());
    CHECK(columns_of("Đ.7") == 3);
    CHECK(path_complaints("README.md", "`core/domain/deadline`, `db/schema/` and `db`").empty());
    CHECK(path_complaints("db/README.md", "[the root](../README.md#threads)").empty());
    CHECK(
        path_complaints("README.md", "`build/core/motcua-core` and `core/web/generated`").empty());
    CHECK(table_complaints("db/README.md", "| file | what |\n| `sqlite/books`, `state*t` | |")
              .empty());
}
