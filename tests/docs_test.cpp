// Holds what is written about the sources to the sources: every path that a Markdown file names
// exists, every function of the law's tables stands in its file, and lines fit a screen.

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path root = SOURCE_ROOT;

constexpr std::size_t most_columns = 120;

/// What stands at the top of the repository: a path that begins with one of these is ours.
constexpr std::array<std::string_view, 7> tops = {"core",    "counter", "db",   "kiosk",
                                                  "printer", "scanner", "tests"};

/// What a build or npm makes, and what the repository therefore does not hold.
constexpr std::array<std::string_view, 3> made = {"core/web/generated", "generated/",
                                                  "node_modules"};

bool is_made(std::string_view path) {
    return std::any_of(made.begin(), made.end(), [&](std::string_view each) {
        return path.find(each) != std::string_view::npos;
    });
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    REQUIRE(in);
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

/// The files below our folders, by their path from the root, that npm has not put there.
template <typename Wanted>
std::vector<std::string> files_below(Wanted wanted) {
    std::vector<std::string> files;
    for (const std::string_view top : tops) {
        auto entry = fs::recursive_directory_iterator(root / top);
        for (; entry != fs::recursive_directory_iterator(); ++entry) {
            if (entry->path().filename() == "node_modules") entry.disable_recursion_pending();
            if (entry->is_regular_file() && wanted(entry->path()))
                files.push_back(entry->path().lexically_relative(root).generic_string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// Our Markdown files.
std::vector<std::string> documents() {
    auto files = files_below([](const fs::path& file) { return file.extension() == ".md"; });
    files.emplace_back("README.md");
    return files;
}

/// What is compiled, for a machine or a page.
std::vector<std::string> sources() {
    static const std::set<std::string> kinds = {".hpp", ".cpp", ".in", ".ts", ".tsx", ".mjs"};
    return files_below(
        [](const fs::path& file) { return kinds.contains(file.extension().string()); });
}

/// Characters, as a screen shows them: a letter with its marks is one, whatever its bytes.
std::size_t columns_of(std::string_view line) {
    return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    }));
}

/// The texts between backticks of a line.
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

bool is_path_letter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::string_view("/._-").find(c) != std::string_view::npos;
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

/// Whether the text begins with a folder of ours and a slash, and is a path and nothing else.
bool is_our_path(std::string_view text) {
    const bool ours = std::any_of(tops.begin(), tops.end(), [&](std::string_view top) {
        return text.starts_with(std::string(top) + "/");
    });
    return ours && std::all_of(text.begin(), text.end(), is_path_letter);
}

/// A file, a folder, or the files of that stem, in the folder: `core/domain/call_text` is a header
/// and its source.
bool exists_in(const fs::path& base, std::string_view path, bool any_ending = false) {
    const fs::path whole = base / path;
    if (fs::exists(whole)) return true;
    const fs::path folder = whole.parent_path();
    if (!fs::is_directory(folder)) return false;
    const std::string stem = whole.filename().string() + (any_ending ? "" : ".");
    return std::any_of(fs::directory_iterator(folder), fs::directory_iterator(),
                       [&](const fs::directory_entry& entry) {
                           return entry.path().filename().string().starts_with(stem);
                       });
}

/// What is wrong with the paths that a line of the document names.
std::vector<std::string> path_complaints(const std::string& document, const std::string& line) {
    std::vector<std::string> wrong;
    for (const std::string& text : backticked(line)) {
        for (const std::string& path : alternatives(text)) {
            if (is_our_path(path) && !is_made(path) && !exists_in(root, path) &&
                !exists_in((root / document).parent_path(), path))
                wrong.push_back(document + " names " + path + ", which is not there");
        }
    }
    for (const std::string& target : link_targets(line)) {
        const fs::path path = (fs::path(document).parent_path() / target).lexically_normal();
        if (path.begin()->string() == ".." || path.is_absolute())
            wrong.push_back(document + " leads out of the repository: " + target);
        else if (!fs::exists(root / path))
            wrong.push_back(document + " leads to " + path.string() + ", which is not there");
    }
    return wrong;
}

/// The names in the first cell of a row.
std::vector<std::string> first_cell(std::string_view row) {
    return backticked(row.substr(0, row.find('|', 1)));
}

/// What a folder's tables headed "file" name that the folder does not have; `name*` is what begins
/// so, and a name without a folder is of the folder that the row's first name is in.
std::vector<std::string> table_complaints(const std::string& document, const std::string& text) {
    std::vector<std::string> wrong;
    bool of_files = false;
    for (const std::string& line : lines_of(text)) {
        if (line.starts_with("| file |")) of_files = true;
        if (!line.starts_with("|")) of_files = false;
        if (!of_files) continue;
        const auto names = first_cell(line);
        if (names.empty()) continue;
        const fs::path own = (root / document).parent_path();
        const fs::path first = own / fs::path(names.front()).parent_path();
        for (std::string name : names) {
            const bool several = name.ends_with('*');
            if (several) name.pop_back();
            if (!is_made(name) && !exists_in(own, name, several) &&
                !exists_in(first, name, several))
                wrong.push_back(document + " has a row for " + name + ", which is not there");
        }
    }
    return wrong;
}

bool is_word_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Whether the text has the name as a word of its own.
bool has_word(std::string_view text, std::string_view word) {
    for (std::size_t at = 0; (at = text.find(word, at)) != std::string_view::npos; ++at) {
        const bool begins = at == 0 || !is_word_letter(text[at - 1]);
        const std::size_t end = at + word.size();
        if (begins && (end == text.size() || !is_word_letter(text[end]))) return true;
    }
    return false;
}

/// A row of a table whose last cell is a file and the names in it that decide.
struct LawRow {
    std::string file;
    std::vector<std::string> names;
};

std::optional<LawRow> law_row(const std::string& line) {
    if (!line.starts_with("|") || !line.ends_with("|")) return std::nullopt;
    const std::size_t cell = line.rfind('|', line.size() - 2);
    const auto texts = backticked(std::string_view(line).substr(cell));
    if (texts.empty() || !is_our_path(texts.front())) return std::nullopt;
    return LawRow{texts.front(), {texts.begin() + 1, texts.end()}};
}

/// What is wrong with a row: a name that its file does not have, or none at all.
std::vector<std::string> law_complaints(const LawRow& row) {
    std::vector<std::string> wrong;
    if (row.names.empty()) wrong.push_back("no function of " + row.file + " is named");
    const std::string source = fs::exists(root / row.file) ? text_of(root / row.file) : "";
    for (const std::string& name : row.names) {
        if (!has_word(source, name)) wrong.push_back(row.file + " has no " + name);
    }
    return wrong;
}

/// What is wrong with the pointers of a source: a section that the law does not have, or a document
/// that is none of ours.
std::vector<std::string>
pointer_complaints(const std::string& file, const std::string& source, const std::string& law) {
    static const std::set<std::string> names = [] {
        std::set<std::string> all;
        for (const std::string& document : documents())
            all.insert(fs::path(document).filename().string());
        return all;
    }();
    std::vector<std::string> wrong;
    const std::string pointer = "law.md §";
    for (std::size_t at = 0; (at = source.find(pointer, at)) != std::string::npos;) {
        at += pointer.size();
        const std::string section = source.substr(at, 1);
        if (law.find("\n## " + section + ". ") == std::string::npos)
            wrong.push_back(file + " points to §" + section);
    }
    const std::string ending = ".md";
    for (std::size_t at = 0; (at = source.find(ending, at)) != std::string::npos;) {
        std::size_t begin = at;
        while (begin > 0 && (is_word_letter(source[begin - 1]) || source[begin - 1] == '-'))
            --begin;
        const std::string name = source.substr(begin, at + ending.size() - begin);
        at += ending.size();
        const bool ends = at == source.size() || !is_word_letter(source[at]);
        if (ends && begin + ending.size() < at && !names.contains(name))
            wrong.push_back(file + " names " + name + ", which is not there");
    }
    return wrong;
}

} // namespace

TEST_CASE("every path that a document names exists, and none leads out of the repository",
          "[docs]") {
    const auto files = documents();
    REQUIRE(files.size() > 15); // the documents were found
    for (const std::string& file : files) {
        for (const std::string& line : lines_of(text_of(root / file))) {
            for (const std::string& wrong : path_complaints(file, line)) FAIL_CHECK(wrong);
        }
    }
}

TEST_CASE("every file that a folder's README lists is in the folder", "[docs]") {
    for (const std::string& file : documents()) {
        if (fs::path(file).filename() != "README.md") continue;
        for (const std::string& wrong : table_complaints(file, text_of(root / file)))
            FAIL_CHECK(wrong);
    }
}

TEST_CASE("every function that the law names stands in its file", "[docs]") {
    std::set<std::string> files;
    for (const std::string& line : lines_of(text_of(root / "core/doc/law.md"))) {
        const auto row = law_row(line);
        if (!row) continue;
        files.insert(row->file);
        for (const std::string& wrong : law_complaints(*row)) FAIL_CHECK("law.md: " + wrong);
    }
    CHECK(files.size() > 15); // the tables were read
}

TEST_CASE("lines of documents have at most 120 columns", "[docs]") {
    for (const std::string& file : documents()) {
        const auto lines = lines_of(text_of(root / file));
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (columns_of(lines[i]) > most_columns)
                FAIL_CHECK(file + ":" + std::to_string(i + 1) + " is longer");
        }
    }
}

TEST_CASE("a source points to sections and documents that are there", "[docs]") {
    const std::string law = text_of(root / "core/doc/law.md");
    const auto files = sources();
    REQUIRE(files.size() > 500); // the sources were found
    for (const std::string& file : files) {
        if (file == "tests/docs_test.cpp") continue; // it names some that are not there
        for (const std::string& wrong : pointer_complaints(file, text_of(root / file), law))
            FAIL_CHECK(wrong);
    }
}

TEST_CASE("the document check finds what is not there", "[docs]") {
    CHECK(path_complaints("README.md", "see `core/domain/gone.hpp`").size() == 1);
    CHECK(path_complaints("README.md", "see [this](core/gone/README.md)").size() == 1);
    CHECK(path_complaints("README.md", "see [that](../elsewhere/domain.md)").size() == 1);
    CHECK(path_complaints("db/README.md", "see `core/domain/{deadline,gone}.hpp`").size() == 1);
    CHECK(law_complaints({"core/domain/deadline.cpp", {"compute_deadlin"}}).size() == 1);
    CHECK(law_complaints({"core/domain/gone.cpp", {"compute_deadline"}}).size() == 1);
    CHECK(law_complaints({"core/domain/deadline.cpp", {}}).size() == 1);
    CHECK(table_complaints("db/README.md", "| file | what |\n| `backup`, `gone` | |").size() == 1);
    CHECK(pointer_complaints("a.cpp", "// see law.md §9", "\n## 8. Card").size() == 1);
    CHECK(pointer_complaints("a.cpp", "// see elsewhere.md", "").size() == 1);
    CHECK(pointer_complaints("a.cpp", "// README.md, law.md §8, a.mdx", "\n## 8. Card").empty());
    CHECK(columns_of("Đ.7") == 3);

    CHECK(path_complaints("README.md", "`core/domain/deadline`, `db/schema/` and `db`").empty());
    CHECK(path_complaints("db/README.md", "[the root](../README.md#threads)").empty());
    CHECK(
        path_complaints("README.md", "`build/core/motcua-core` and `core/web/generated`").empty());
    CHECK(table_complaints("db/README.md", "| file | what |\n| `sqlite/books`, `statement` | |")
              .empty());
    CHECK(law_complaints({"core/domain/deadline.cpp", {"compute_deadline"}}).empty());
}
