// Holds the law to the sources, both ways: every function that core/doc/law.md names stands in its
// file, and a source points to sections and documents that are there.

#include "tests/support/documents.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <set>

using namespace documents;
namespace fs = std::filesystem;

namespace {

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
    const std::string source = text_of(root() / row.file);
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
        std::set<std::string> known;
        for (const std::string& document : documents::all())
            known.insert(fs::path(document).filename().string());
        return known;
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

TEST_CASE("every function that the law names stands in its file", "[docs]") {
    std::set<std::string> files;
    for (const std::string& line : lines_of(text_of(root() / "core/doc/law.md"))) {
        const auto row = law_row(line);
        if (!row) continue;
        files.insert(row->file);
        for (const std::string& wrong : law_complaints(*row)) FAIL_CHECK("law.md: " + wrong);
    }
    CHECK(files.size() > 15); // the tables were read
}

TEST_CASE("a source points to sections and documents that are there", "[docs]") {
    const std::string law = text_of(root() / "core/doc/law.md");
    const auto files = sources();
    REQUIRE(files.size() > 500); // the sources were found
    for (const std::string& file : files) {
        if (file == "tests/law_test.cpp") continue; // it names some that are not there
        for (const std::string& wrong : pointer_complaints(file, text_of(root() / file), law))
            FAIL_CHECK(wrong);
    }
}

TEST_CASE("the check of the law finds what is not there", "[docs]") {
    CHECK(law_complaints({"core/domain/deadline.cpp", {"compute_deadlin"}}).size() == 1);
    CHECK(law_complaints({"core/domain/gone.cpp", {"compute_deadline"}}).size() == 1);
    CHECK(law_complaints({"core/domain/deadline.cpp", {}}).size() == 1);
    CHECK(pointer_complaints("a.cpp", "// see law.md §9", "\n## 8. Card").size() == 1);
    CHECK(pointer_complaints("a.cpp", "// see elsewhere.md", "").size() == 1);
    CHECK(pointer_complaints("a.cpp", "// README.md, law.md §8, a.mdx", "\n## 8. Card").empty());
    CHECK(law_complaints({"core/domain/deadline.cpp", {"compute_deadline"}}).empty());
}
