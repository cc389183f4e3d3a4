// Holds the law to the sources, both ways: every function that core/doc/law.md names stands in its
// file, and a source points to sections and documents that are there.

#include "tests/support/documents.hpp"
#include "tests/support/source_text.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <regex>
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

/// Whether the line is a row of a table, and neither its head nor the rule below it.
bool is_row(std::string_view line) {
    return line.starts_with("|") && !line.ends_with("| function |") &&
           line.find_first_not_of("|-: ") != std::string_view::npos;
}

/// What is wrong with a row: a name that the code of its file does not have, or none at all.
std::vector<std::string> law_complaints(const LawRow& row) {
    std::vector<std::string> wrong;
    if (row.names.empty()) wrong.push_back("no function of " + row.file + " is named");
    const std::string code = source_text::Source(text_of(root() / row.file)).code;
    for (const std::string& name : row.names) {
        if (!has_word(code, name)) wrong.push_back(row.file + " has no " + name);
    }
    return wrong;
}

/// Whether the law has the section, `3`, or the numbered rule of it, `3.4`.
bool has_section(const std::string& law, const std::string& section) {
    const std::size_t dot = section.find('.');
    const std::size_t begin = law.find("\n## " + section.substr(0, dot) + ". ");
    if (begin == std::string::npos) return false;
    if (dot == std::string::npos) return true;
    const std::string text = law.substr(begin, law.find("\n## ", begin + 1) - begin);
    return text.find("\n| " + section.substr(dot + 1) + " |") != std::string::npos;
}

/// What is wrong with the sections that a source points to: each is the law's or an RFC's.
std::vector<std::string>
section_complaints(const std::string& file, const std::string& source, const std::string& law) {
    static const std::regex pointer(R"re((law\.md |RFC [0-9]+ )?§([0-9]+(\.[0-9]+)*)?)re");
    std::vector<std::string> wrong;
    if (source.find("§") == std::string::npos) return wrong; // most point nowhere
    for (std::sregex_iterator at(source.begin(), source.end(), pointer), end; at != end; ++at) {
        const std::string where = (*at)[1];
        const std::string section = (*at)[2];
        if (where.empty() || section.empty())
            wrong.push_back(file + " points to " + at->str() + " and does not say of what");
        else if (where == "law.md " && !has_section(law, section))
            wrong.push_back(file + " points to §" + section + ", which is not there");
    }
    return wrong;
}

/// Where a source says why by something that readers of the repository do not have.
std::vector<std::string> reference_complaints(const std::string& file, const std::string& source) {
    static const std::regex breaks(R"re(\s*\n\s*(///?<?|\*)?\s*|\s+)re");
    static const std::regex elsewhere(
        R"re(\bthe contract('s\b|[.,;:)])|\bthe page names\b|\bthe spec(ification)?\b)re");
    std::string comments;
    for (const std::string& comment : source_text::Source(source).comments)
        comments += "\n" + comment;
    std::vector<std::string> wrong;
    // Most comments have no word of these, and the expressions are slow.
    const auto stands = [&](const char* word) { return comments.find(word) != std::string::npos; };
    if (!stands("contract") && !stands("page") && !stands("spec")) return wrong;
    comments = std::regex_replace(comments, breaks, " ");
    for (std::sregex_iterator at(comments.begin(), comments.end(), elsewhere), end; at != end; ++at)
        wrong.push_back(file + " refers to " + at->str() + ", which is not in the repository");
    return wrong;
}

/// What is wrong with the documents that a source names: each is one of ours.
std::vector<std::string> document_complaints(const std::string& file, const std::string& source) {
    static const std::set<std::string> names = [] {
        std::set<std::string> known;
        for (const std::string& document : documents::all())
            known.insert(fs::path(document).filename().string());
        return known;
    }();
    std::vector<std::string> wrong;
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
        if (!row && is_row(line)) FAIL_CHECK("law.md names no file: " << line);
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
        const std::string source = text_of(root() / file);
        for (const auto& all :
             {section_complaints(file, source, law), document_complaints(file, source),
              reference_complaints(file, source)}) {
            for (const std::string& wrong : all) FAIL_CHECK(wrong);
        }
    }
}

TEST_CASE("the check of the law finds what is not there", "[docs]") {
    CHECK(law_complaints({"core/domain/deadline.cpp", {"compute_deadlin"}}).size() == 1);
    CHECK(law_complaints({"core/domain/gone.cpp", {"compute_deadline"}}).size() == 1);
    CHECK(law_complaints({"core/domain/deadline.cpp", {}}).size() == 1);
    CHECK(law_complaints({"core/domain/deadline.cpp", {"compute_deadline"}}).empty());
    // A word that only a comment has.
    CHECK(law_complaints({"tests/support/source_text.hpp", {"compiler"}}).size() == 1);

    CHECK_FALSE(law_row("| A rule | house | as above |"));
    CHECK(is_row("| A rule | house | as above |"));
    CHECK_FALSE(is_row("| rule | source | function |"));
    CHECK_FALSE(is_row("|---|---|---|"));

    const std::string law = "\n## 3. Outcome\n\n| 4 | Late | |\n\n## 8. Card\n";
    const auto of_sections = [&](const std::string& source) {
        return section_complaints("a.cpp", source, law).size();
    };
    CHECK(of_sections("// see law.md §9") == 1);
    CHECK(of_sections("// see law.md §83") == 1);
    CHECK(of_sections("// see law.md §3.5") == 1);
    CHECK(of_sections("// as it was (§3.4)") == 1);
    CHECK(of_sections("// law.md §8, law.md §3.4, RFC 9110 §12.5.4") == 0);
    CHECK(document_complaints("a.cpp", "// see elsewhere.md").size() == 1);
    CHECK(document_complaints("a.cpp", "// README.md, a.mdx").empty());
    CHECK(reference_complaints("a.cpp", "// Names are the contract's.").size() == 1);
    CHECK(reference_complaints("a.cpp", "/// which the\n/// page names elsewhere").size() == 1);
    CHECK(
        reference_complaints("a.cpp", "// the contract of stores\nf(\"the contract's\");").empty());
}
