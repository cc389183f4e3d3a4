// The programs of the room's machines say nothing of their own: what people read stands in
// core/words, one file a language. This reads the C++ sources of their folders and fails on a
// string literal with a letter that is not ASCII, and on a message that a language lacks.

#include "core/words/words.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

constexpr std::string_view folders[] = {"core/agent", "counter", "kiosk", "printer", "scanner"};

// Papers are Vietnamese by form: what is printed on them, and what a font must have for it.
const std::set<std::string, std::less<>> paper_texts = {
    "kiosk/ticket_printer.cpp",
    "printer/compose.cpp",
    "printer/fill_in.cpp",
    "printer/typesetter.cpp",
};

/// The text of every string literal of a source, without its comments.
std::vector<std::string> literals_of(std::string_view source) {
    std::vector<std::string> literals;
    for (std::size_t at = 0; at < source.size(); ++at) {
        const std::string_view rest = source.substr(at);
        if (rest.starts_with("//")) {
            at = std::min(source.find('\n', at), source.size());
        } else if (rest.starts_with("/*")) {
            at = std::min(source.find("*/", at + 2), source.size() - 2) + 1;
        } else if (rest.starts_with("R\"")) {
            const std::size_t open = source.find('(', at);
            const std::string end = ")" + std::string(source.substr(at + 2, open - at - 2)) + "\"";
            const std::size_t close = source.find(end, open);
            literals.emplace_back(source.substr(open + 1, close - open - 1));
            at = close + end.size() - 1;
        } else if (rest.front() == '\'' && at > 0 && source[at - 1] >= '0' &&
                   source[at - 1] <= '9') {
            continue; // 10'000
        } else if (rest.front() == '"' || rest.front() == '\'') {
            std::size_t end = at + 1;
            while (end < source.size() && source[end] != rest.front())
                end += source[end] == '\\' ? 2 : 1;
            if (rest.front() == '"') literals.emplace_back(source.substr(at + 1, end - at - 1));
            at = end;
        }
    }
    return literals;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

template <typename Use>
void for_each_source(Use use) {
    const fs::path root = SOURCE_ROOT;
    for (const std::string_view folder : folders) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const std::string ending = entry.path().extension();
            if (ending != ".cpp" && ending != ".hpp") continue;
            std::ostringstream text;
            text << std::ifstream(entry.path()).rdbuf();
            use(entry.path().lexically_relative(root).string(), text.str());
        }
    }
}

/// The `{facts}` that a sentence names.
std::set<std::string> facts_of(const std::string& sentence) {
    std::set<std::string> facts;
    for (std::size_t at = sentence.find('{'); at != std::string::npos;
         at = sentence.find('{', at + 1))
        facts.insert(sentence.substr(at, sentence.find('}', at) - at));
    return facts;
}

} // namespace

TEST_CASE("the agents' sources hold no sentence in Vietnamese but those of papers", "[words]") {
    std::set<std::string, std::less<>> unused = paper_texts;
    for_each_source([&](const std::string& file, const std::string& source) {
        for (const std::string& literal : literals_of(source)) {
            if (is_ascii(literal)) continue;
            INFO(file << ": \"" << literal << "\" belongs into core/words/vi.json");
            CHECK(paper_texts.contains(file));
            unused.erase(file);
        }
    });
    CHECK(unused.empty()); // an exception that nothing needs is struck off the list
}

TEST_CASE("the reader of literals tells them from comments and numbers", "[words]") {
    const auto found = literals_of("f(\"một\", 10'000, 'x', '\"', R\"(hai \"ba\")\"); // \"bốn\"\n"
                                   "/* \"năm\" */ g(\"a\\\"b\");");
    CHECK(found == std::vector<std::string>{"một", "hai \"ba\"", "a\\\"b"});
    CHECK_FALSE(is_ascii(found.front()));
}

TEST_CASE("a message of the agents says the same facts in each language", "[words]") {
    std::set<std::string> codes;
    for_each_source([&](const std::string&, const std::string& source) {
        for (const std::string& literal : literals_of(source)) {
            if (words::has_sentence(literal)) codes.insert(literal);
        }
    });
    CHECK(codes.size() > 150);
    const std::string vietnamese_tag(words::Language().tag());
    for (const std::string& code : codes) {
        INFO(code);
        const auto facts = facts_of(words::say(words::Language(), code));
        for (const words::Language language : words::Language::all()) {
            const std::string sentence = words::say(language, code);
            CHECK(sentence != code);
            CHECK(facts_of(sentence) == facts);
            // A language without the sentence would say it in Vietnamese.
            if (language.tag() != vietnamese_tag && facts.empty())
                CHECK(sentence != words::say(words::Language(), code));
        }
    }
}
