// One pass over the text: an address in quotes looks like a comment, an apostrophe in a comment
// like a character, a quote in a raw string like its end. Each piece is told by its first signs.

#include "tests/support/source_text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace fs = std::filesystem;

namespace source_text {

namespace {

bool is_word_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Whether the apostrophe at `at` parts the digits of a number: `10'000`.
bool parts_digits(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && (is_word_letter(text[begin - 1]) || text[begin - 1] == '\'')) --begin;
    return begin < at && std::isdigit(static_cast<unsigned char>(text[begin])) != 0;
}

/// Whether a literal that begins at `at` is one: `R"` at the end of another name is none.
bool begins_literal(std::string_view text, std::size_t at) {
    static const std::set<std::string_view> prefixes = {"", "u8", "u", "U", "L"};
    std::size_t begin = at;
    while (begin > 0 && is_word_letter(text[begin - 1])) --begin;
    return prefixes.contains(text.substr(begin, at - begin));
}

/// Where `word` ends, looked for from `from` on; the end of the text when it is not there.
std::size_t end_of(std::string_view text, std::string_view word, std::size_t from) {
    const std::size_t at = text.find(word, from);
    return at == std::string_view::npos ? text.size() : at + word.size();
}

/// Where the quotes that open at `at` have closed.
std::size_t end_of_quoted(std::string_view text, std::size_t at) {
    const char quote = text[at++];
    while (at < text.size() && text[at] != quote) at += text[at] == '\\' ? 2 : 1;
    return std::min(at + 1, text.size());
}

} // namespace

Source::Source(std::string_view text) {
    const auto take_literal = [&](std::size_t begin, std::size_t open, std::size_t close,
                                  std::size_t end) {
        literals.push_back({std::string(text.substr(open, close - open)), code.size(),
                            code.size() + (end - begin)});
        code += text.substr(begin, end - begin);
        bare += "\"\"";
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        std::size_t end = at + 1;
        if (rest.starts_with("//") || rest.starts_with("/*")) {
            end = rest[1] == '/' ? std::min(text.find('\n', at), text.size())
                                 : end_of(text, "*/", at + 2);
            comments.emplace_back(text.substr(at, end - at));
            code += ' ';
            bare += ' ';
        } else if (rest.starts_with("R\"") && begins_literal(text, at)) {
            const std::size_t open = std::min(text.find('(', at), text.size() - 1);
            const std::string last = ")" + std::string(text.substr(at + 2, open - at - 2)) + "\"";
            end = end_of(text, last, open);
            take_literal(at, open + 1, std::max(end - last.size(), open + 1), end);
        } else if (rest.front() == '"') {
            end = end_of_quoted(text, at);
            take_literal(at, at + 1, std::max(end - 1, at + 1), end);
        } else if (rest.front() == '\'' && !parts_digits(text, at)) {
            end = end_of_quoted(text, at);
            code += text.substr(at, end - at);
            bare += "''";
        } else {
            code += rest.front();
            bare += rest.front();
        }
        at = end;
    }
}

std::string_view Source::before(const Literal& literal) const {
    return std::string_view(code).substr(0, literal.begin);
}

std::string_view Source::after(const Literal& literal) const {
    return std::string_view(code).substr(literal.end);
}

std::vector<std::string> files_in(const std::vector<std::string>& folders) {
    static const std::set<std::string> kinds = {".cpp", ".hpp", ".h", ".in"};
    const fs::path root = SOURCE_ROOT;
    std::vector<std::string> files;
    for (const std::string& folder : folders) {
        for (auto entry = fs::recursive_directory_iterator(root / folder);
             entry != fs::recursive_directory_iterator(); ++entry) {
            if (entry->path().filename() == "node_modules") entry.disable_recursion_pending();
            if (entry->is_regular_file() && kinds.contains(entry->path().extension().string()))
                files.push_back(entry->path().lexically_relative(root).generic_string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

const std::vector<std::string>& shipped_folders() {
    static const std::vector<std::string> folders = {"core",  "counter", "db",
                                                     "kiosk", "printer", "scanner"};
    return folders;
}

std::string text_of(const std::string& file) {
    std::ifstream in(fs::path(SOURCE_ROOT) / file);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

Source read(const std::string& file) { return Source(text_of(file)); }

} // namespace source_text
