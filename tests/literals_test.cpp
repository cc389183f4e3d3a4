// What people read stands in core/words, a file a language: a sentence typed into the sources would
// be said in one language to everybody. Looks for letters that only Vietnamese has.

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// The string literals of a C++ source, as they are typed. Raw ones are passed over: here they hold
/// JSON and patterns of logs.
std::vector<std::string> literals_of(std::string_view source) {
    std::vector<std::string> literals;
    for (std::size_t at = 0; at < source.size(); ++at) {
        if (source.substr(at).starts_with("//")) {
            at = std::min(source.find('\n', at), source.size());
        } else if (source.substr(at).starts_with("/*")) {
            at = std::min(source.find("*/", at), source.size());
        } else if (source.substr(at).starts_with("R\"(")) {
            at = std::min(source.find(")\"", at), source.size() - 1) + 1;
        } else if (source[at] == '\'' && at + 2 < source.size()) {
            if (source[at + 1] == '\\' || source[at + 2] == '\'') at = source.find('\'', at + 2);
        } else if (source[at] == '"') {
            std::string literal;
            for (++at; at < source.size() && source[at] != '"'; ++at) {
                if (source[at] == '\\') literal += source[at++];
                literal += source[at];
            }
            literals.push_back(std::move(literal));
        }
    }
    return literals;
}

/// Signs such as `…` and `→` belong to no language.
bool has_foreign_letter(std::string text) {
    for (const char* sign : {"…", "–", "→", "•"}) {
        for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign))
            text.erase(at, std::string_view(sign).size());
    }
    return std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

/// Texts of papers, which the law gives in Vietnamese, and the field's own words that a description
/// for engineers gives beside the English ones.
const std::map<std::string, std::set<std::string>> known_literals = {
    {"core/server/main.cpp",
     {"motcua-core: the books of a ward's one-stop desk (bộ phận một cửa)"}},
    {"core/server/papers/paper_parts.cpp",
     {"UBND ", "Uỷ ban nhân dân ", "Ủy ban nhân dân ", "phường ", "xã ", "thị trấn ", "đặc khu "}},
    {"core/server/routes/feedback.cpp",
     {"A complaint or suggestion (phản ánh, kiến nghị), or a rating"}},
    {"core/server/routes/papers.cpp",
     {"One receipt for several dossiers of one person (chứng thực)",
      "The register (sổ theo dõi hồ sơ) of what was received in a period"}},
};

std::vector<std::string> typed_texts(const std::string& file, std::string_view source) {
    const auto known = known_literals.find(file);
    std::vector<std::string> typed;
    for (const std::string& literal : literals_of(source)) {
        const bool is_known = known != known_literals.end() && known->second.contains(literal);
        if (has_foreign_letter(literal) && !is_known) typed.push_back(literal);
    }
    return typed;
}

} // namespace

TEST_CASE("no sentence for people is typed into the core's edge", "[words][literals]") {
    const fs::path root = SOURCE_ROOT;
    for (const char* room : {"core/api", "core/server"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".hpp") continue;
            const std::string file = entry.path().lexically_relative(root).string();
            std::ifstream in(entry.path());
            const std::string source{std::istreambuf_iterator<char>(in), {}};
            INFO(file);
            CHECK(typed_texts(file, source) == std::vector<std::string>{});
        }
    }
}

TEST_CASE("a sentence typed into a source is found, one in a comment is none",
          "[words][literals]") {
    const auto typed = [](std::string_view source) {
        return typed_texts("core/server/routes/feedback.cpp", source).size();
    };
    CHECK(typed(R"(return "Không có hồ sơ " + code;)") == 1);
    CHECK(typed(R"(say("a \"hồ sơ\"", 'x', "b");)") == 1);
    CHECK(typed("int a; // \"hồ sơ\"\nint b; /* \"hồ sơ\" */ int c;") == 0);
    CHECK(typed(R"(doc("A complaint or suggestion (phản ánh, kiến nghị), or a rating");)") == 0);
    CHECK(typed(R"(show("at most … → –", '"', "plain");)") == 0);
}
